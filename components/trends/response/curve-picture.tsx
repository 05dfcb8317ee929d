'use client';

import { Layer } from 'recharts';
import { formatNumber, formatPercent } from '@/components/format';
import { FootAxis, SideAxis, ticksOn, UNIT_FOOT } from '@/components/plot/axes';
import { bandPath, stepPath, steppedReaches } from '@/components/plot/path';
import { type Area, Plot } from '@/components/plot/plot';
import { linear, type Scale, scaleTicks } from '@/components/plot/scale';
import type { BandedCurve } from '@/domain/view/response';

interface Props {
  readonly curve: BandedCurve;
  /** The last day of the axis, which all curves of the page share. */
  readonly most: number;
  readonly onParty: (party: string) => void;
}

interface CurveProps {
  readonly curve: BandedCurve;
  readonly area: Area;
  readonly across: Scale;
  readonly up: Scale;
}

function Curve({ curve, area, across, up }: CurveProps) {
  const start = { days: 0, survival: 1, low: 1, high: 1 };
  const last = curve.steps.at(-1) ?? start;
  const all = [start, ...curve.steps];
  const reaches = all.flatMap(({ days, low, high }) =>
    low === null || high === null ? [] : [{ x: across(days), low: up(low), high: up(high) }],
  );
  const final = reaches.at(-1);
  const banded = final === undefined ? [] : [...reaches, { ...final, x: area.right }];
  return (
    <>
      {curve.steps.length === 0 ? null : (
        <path d={bandPath(steppedReaches(banded))} fill="var(--accent-wash)" />
      )}
      <path
        d={stepPath([
          ...all.map(({ days, survival }) => ({ x: across(days), y: up(survival) })),
          { x: area.right, y: up(last.survival) },
        ])}
        fill="none"
        stroke="var(--accent)"
        strokeWidth={2}
      />
    </>
  );
}

/** The share of a party's cases that is not yet answered, by days since it knew. */
export function CurvePicture({ curve, most, onParty }: Props) {
  const ticks = scaleTicks(most, false, 4);
  return (
    <Plot height={220} room={48} foot={UNIT_FOOT}>
      {(area) => {
        const across = linear([0, ticks.at(-1) ?? most], [area.left, area.right - 8]);
        const up = linear([0, 1], [area.bottom, area.top]);
        return (
          <Layer onClick={() => onParty(curve.party)} cursor="pointer">
            <rect
              x={area.left}
              y={area.top}
              width={area.right - area.left}
              height={area.bottom - area.top}
              fill="transparent"
            />
            <SideAxis
              area={area}
              ticks={ticksOn([0, 0.25, 0.5, 0.75, 1], up, (one) => formatPercent(one))}
            />
            <Curve {...{ curve, area, across, up }} />
            <FootAxis
              area={area}
              ticks={ticksOn(ticks, across, (one) => formatNumber(one))}
              unit="days since the state knew"
            />
          </Layer>
        );
      }}
    </Plot>
  );
}
