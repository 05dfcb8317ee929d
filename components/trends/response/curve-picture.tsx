'use client';

import { Layer } from 'recharts';
import { formatNumber, formatPercent } from '@/components/format';
import { FootAxis, SideAxis, ticksOn, UNIT_FOOT } from '@/components/plot/axes';
import { DASHES } from '@/components/plot/key';
import { bandPath, stepPath, steppedReaches } from '@/components/plot/path';
import { type Area, Plot } from '@/components/plot/plot';
import { linear, type Scale, scaleTicks } from '@/components/plot/scale';
import type { BandedCurve } from '@/domain/view/response';

interface Props {
  readonly curves: readonly BandedCurve[];
  /** The last day of the axis, which all levels share. */
  readonly most: number;
  readonly onParty: (party: string) => void;
}

/** Colours beside the strokes, which tell the parties apart without them. */
export const PARTY_COLOURS = ['var(--ink)', 'var(--accent)', 'var(--omission)', 'var(--disputed)'];

interface CurveProps {
  readonly curve: BandedCurve;
  readonly place: number;
  readonly area: Area;
  readonly across: Scale;
  readonly up: Scale;
}

function Curve({ curve, place, area, across, up }: CurveProps) {
  const colour = PARTY_COLOURS[place] ?? 'var(--ink)';
  const start = { days: 0, survival: 1, low: 1, high: 1 };
  const last = curve.steps.at(-1) ?? start;
  const all = [start, ...curve.steps];
  const end = { x: area.right, y: up(last.survival) };
  const reaches = all.flatMap(({ days, low, high }) =>
    low === null || high === null ? [] : [{ x: across(days), low: up(low), high: up(high) }],
  );
  const final = reaches.at(-1);
  const banded = final === undefined ? [] : [...reaches, { ...final, x: area.right }];
  return (
    <>
      {curve.steps.length === 0 ? null : (
        <path d={bandPath(steppedReaches(banded))} fill={colour} fillOpacity={0.1} />
      )}
      <path
        d={stepPath([
          ...all.map(({ days, survival }) => ({ x: across(days), y: up(survival) })),
          end,
        ])}
        fill="none"
        stroke={colour}
        strokeWidth={2}
        strokeDasharray={DASHES[place] ?? ''}
      />
      <text x={end.x - 4} y={end.y - 6} textAnchor="end" fontSize={12} fill={colour}>
        {curve.party}
      </text>
    </>
  );
}

/** The share of cases that is not yet answered, by days since the state knew. */
export function CurvePicture({ curves, most, onParty }: Props) {
  const ticks = scaleTicks(most, false, 6);
  return (
    <Plot height={280} room={48} foot={UNIT_FOOT}>
      {(area) => {
        const across = linear([0, ticks.at(-1) ?? most], [area.left, area.right]);
        const up = linear([0, 1], [area.bottom, area.top]);
        return (
          <>
            <SideAxis
              area={area}
              ticks={ticksOn([0, 0.25, 0.5, 0.75, 1], up, (one) => formatPercent(one))}
            />
            {curves.map((curve, place) => (
              <Layer key={curve.party} onClick={() => onParty(curve.party)} cursor="pointer">
                <Curve {...{ curve, place, area, across, up }} />
              </Layer>
            ))}
            <FootAxis
              area={area}
              ticks={ticksOn(ticks, across, (one) => formatNumber(one))}
              unit="days since the state knew"
            />
          </>
        );
      }}
    </Plot>
  );
}
