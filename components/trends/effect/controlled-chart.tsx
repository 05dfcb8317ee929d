'use client';

import { formatNumber } from '@/components/format';
import { FootAxis, SideAxis, ticksOn, Upright } from '@/components/plot/axes';
import { Key, StrokeSample } from '@/components/plot/key';
import { linePath } from '@/components/plot/path';
import { Plot } from '@/components/plot/plot';
import { linear, ratios, ratioTicks, scaleTicks } from '@/components/plot/scale';
import { Chart } from '@/components/trends/chart';
import { FigureTable } from '@/components/trends/figure-table';
import type { PactRatio } from '@/domain/effect/segmented';
import { isRefusal } from '@/domain/effect/segmented-model';
import { monthText } from '@/domain/trend/wording';
import { DATE_WORDS, type EffectProps, monthsAcross, useMonth } from './months';

interface Compared {
  readonly label: string;
  readonly ratio: PactRatio;
}

function comparedOf({ effect: { effect } }: EffectProps): Compared[] {
  const { segmented, controlled } = effect;
  return [
    ...(isRefusal(segmented) ? [] : [{ label: 'Alone', ratio: segmented.effect }]),
    ...(controlled === null || isRefusal(controlled)
      ? []
      : [{ label: 'Against the control', ratio: controlled.effect }]),
  ];
}

/** The change at the pact, alone and against the control, as intervals of one ratio. */
function Ratios({ compared }: { readonly compared: readonly Compared[] }) {
  const ticks = ratioTicks(compared.flatMap(({ ratio }) => [ratio.low, ratio.high]));
  const ends = [ticks[0] ?? 0.5, ticks.at(-1) ?? 2] as const;
  return (
    <Plot height={60 + 32 * compared.length} room={132}>
      {(area) => {
        const across = ratios(ends, [area.left, area.right]);
        return (
          <>
            <FootAxis area={area} ticks={ticksOn(ticks, across, (one) => `${one}×`)} />
            <Upright area={area} at={across(1)} label="no change" />
            {compared.map(({ label, ratio }, at) => {
              const y = area.top + 22 + at * 32;
              return (
                <g key={label}>
                  <text
                    x={area.left - 8}
                    y={y + 4}
                    textAnchor="end"
                    fontSize={12}
                    fill="var(--ink)"
                  >
                    {label}
                  </text>
                  <line
                    x1={across(ratio.low)}
                    x2={across(ratio.high)}
                    y1={y}
                    y2={y}
                    stroke="var(--accent)"
                    strokeWidth={3}
                  />
                  <path
                    d={`M${across(ratio.ratio)} ${y - 7}l7 7l-7 7l-7 -7Z`}
                    fill={at === 0 ? 'var(--accent)' : 'var(--paper)'}
                    stroke="var(--accent)"
                    strokeWidth={2}
                  />
                </g>
              );
            })}
          </>
        );
      }}
    </Plot>
  );
}

function Both({ effect }: Pick<EffectProps, 'effect'>) {
  const { data, date } = effect;
  const { first, counts } = data.series;
  const control = data.control ?? [];
  const ticks = scaleTicks(Math.max(1, ...counts, ...control), true);
  return (
    <Plot height={200}>
      {(area) => {
        const months = monthsAcross(area, first, counts.length);
        const up = linear([0, ticks.at(-1) ?? 1], [area.bottom, area.top + 8]);
        const path = (list: readonly number[]) =>
          linePath(list.map((n, at) => ({ x: months.middle(first + at), y: up(n) })));
        return (
          <>
            <SideAxis
              area={area}
              ticks={ticksOn(ticks, up, (one) => formatNumber(one))}
              unit="events a month"
            />
            <path
              d={path(control)}
              fill="none"
              stroke="var(--ink-muted)"
              strokeDasharray="2 3"
              strokeWidth={1.5}
            />
            <path d={path(counts)} fill="none" stroke="var(--accent)" strokeWidth={2} />
            <FootAxis area={area} ticks={months.years} />
            <Upright area={area} at={months.edge(date.month)} label={DATE_WORDS[date.from]} />
          </>
        );
      }}
    </Plot>
  );
}

const KEY = [
  { label: 'Against a party', sample: <StrokeSample colour="var(--accent)" /> },
  {
    label: 'Control: against third parties alone',
    sample: <StrokeSample colour="var(--ink-muted)" dash="2 3" />,
  },
];

/** Third step: what fell against third parties too is not the pact's. */
export function ControlledChart(props: EffectProps) {
  const { effect, behind } = props;
  const { panel, onMonth } = useMonth('controlled', behind);
  const { first, counts } = effect.data.series;
  const { control } = effect.data;
  const compared = comparedOf(props);
  const rows = [
    ['month', 'against a party', 'control'],
    ...counts.map((n, at) => [monthText(first + at), n, control?.[at] ?? null]),
  ];
  return (
    <Chart
      id="controlled"
      title="3. Against acts of the same kind on third parties"
      note={`${effect.texts.controlled} What moves both series alike is not put down to the pact.`}
      summary={`${effect.texts.controlled} ${compared.map(({ label, ratio }) => `${label}: ${formatNumber(ratio.ratio, 2)} times, ${formatNumber(ratio.low, 2)} to ${formatNumber(ratio.high, 2)}`).join('; ')}`}
      table={
        <FigureTable
          caption="Events by month, against a party and against third parties alone"
          rows={rows}
          onRow={(at) => onMonth(first + at)}
        />
      }
      rows={() => rows}
      panel={panel}
    >
      {control === null ? (
        <p>
          Nothing of the kind is on record against third parties alone, so there is no control
          series. The first two steps stand without it.
        </p>
      ) : (
        <>
          <Key entries={KEY} />
          <Both effect={effect} />
        </>
      )}
      {compared.length === 0 ? (
        <p>No ratio is estimated: see the step before for what is missing.</p>
      ) : (
        <Ratios compared={compared} />
      )}
    </Chart>
  );
}
