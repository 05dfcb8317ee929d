'use client';

import { formatNumber } from '@/components/format';
import { FootAxis, ticksOn, UNIT_FOOT } from '@/components/plot/axes';
import { Key, StrokeSample } from '@/components/plot/key';
import { Plot } from '@/components/plot/plot';
import { linear, scaleTicks } from '@/components/plot/scale';
import { Chart } from '@/components/trends/chart';
import { FigureTable } from '@/components/trends/figure-table';
import type { Quantiles } from '@/domain/attribution/quantiles';
import type { AttributionAnswer } from '@/domain/view/attribution';

const KEY = [
  { label: 'From the first to the last tenth', sample: <StrokeSample colour="var(--ink-muted)" /> },
  {
    label: 'Middle half',
    sample: <rect y="1" width="28" height="10" fill="var(--accent-wash)" stroke="var(--accent)" />,
  },
  {
    label: 'Median',
    sample: <line x1="14" x2="14" y1="0" y2="12" stroke="var(--ink)" strokeWidth="3" />,
  },
];

function Picture({ days }: { readonly days: Quantiles }) {
  const ticks = scaleTicks(Math.max(1, days.p90), false);
  return (
    <Plot height={112} room={8} foot={UNIT_FOOT}>
      {(area) => {
        const across = linear([0, ticks.at(-1) ?? 1], [area.left, area.right]);
        const y = (area.top + area.bottom) / 2;
        return (
          <>
            <line
              x1={across(days.p10)}
              x2={across(days.p90)}
              y1={y}
              y2={y}
              stroke="var(--ink-muted)"
              strokeWidth={2}
            />
            <rect
              x={across(days.p25)}
              width={Math.max(1, across(days.p75) - across(days.p25))}
              y={y - 11}
              height={22}
              fill="var(--accent-wash)"
              stroke="var(--accent)"
            />
            <line
              x1={across(days.median)}
              x2={across(days.median)}
              y1={y - 14}
              y2={y + 14}
              stroke="var(--ink)"
              strokeWidth={3}
            />
            <FootAxis
              area={area}
              ticks={ticksOn(ticks, across, (one) => formatNumber(one))}
              unit="days from onset"
            />
          </>
        );
      }}
    </Plot>
  );
}

/** Days from onset to the first accusation of any state. */
export function LagChart({ view: { lag } }: { readonly view: AttributionAnswer }) {
  const { days } = lag;
  const rows = [
    ['figure', 'value'],
    ['first tenth, days', days?.p10 ?? null],
    ['first quarter, days', days?.p25 ?? null],
    ['median, days', days?.median ?? null],
    ['three quarters, days', days?.p75 ?? null],
    ['nine tenths, days', days?.p90 ?? null],
    ['incidents attributed', lag.attributed],
    ['not attributed yet', lag.waiting],
    ['left out, dated too coarsely', lag.coarse],
  ];
  return (
    <Chart
      id="lag"
      title="Days from onset to first attribution"
      note={`${lag.said} Of every incident of the period on record, under this pact or not.`}
      summary={lag.said}
      table={<FigureTable caption="Days from onset to first attribution" rows={rows} />}
      rows={() => rows}
    >
      {days === null ? (
        <p>No incident dated to the day is attributed, so no lag can be told.</p>
      ) : (
        <>
          <Key entries={KEY} />
          <Picture days={days} />
        </>
      )}
    </Chart>
  );
}
