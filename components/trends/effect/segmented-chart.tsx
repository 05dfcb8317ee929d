'use client';

import { Key, StrokeSample, TintSample } from '@/components/plot/key';
import { Chart } from '@/components/trends/chart';
import { FigureTable } from '@/components/trends/figure-table';
import type { SegmentedFit } from '@/domain/effect/segmented';
import { isRefusal } from '@/domain/effect/segmented-model';
import { monthText, percent } from '@/domain/trend/wording';
import { type EffectProps, useMonth } from './months';
import { SeriesPicture } from './series-picture';
import { TermsTable } from './terms-table';

const entries = (coverage: number) => [
  {
    label: 'Events of a month',
    sample: <circle cx="14" cy="6" r="3.5" fill="var(--paper)" stroke="var(--ink-muted)" />,
  },
  { label: 'Fitted', sample: <StrokeSample /> },
  {
    label: 'Expected, had the earlier course gone on',
    sample: <StrokeSample colour="var(--accent)" dash="6 4" />,
  },
  { label: `its ${percent(coverage)} interval`, sample: <TintSample /> },
];

function rowsOf({ effect }: EffectProps, fit: SegmentedFit | null) {
  const { first, counts, exposure } = effect.data.series;
  const fitted = new Map(fit?.months.map((month) => [month.month, month]));
  return [
    ['month', 'events', 'effort', 'fitted', 'expected without the pact', 'low', 'high'],
    ...counts.map((count, at) => {
      const one = fitted.get(first + at);
      const { expected = null, low = null, high = null } = one?.without ?? {};
      return [
        monthText(first + at),
        count,
        exposure[at] ?? 'not monitored',
        one?.fitted ?? null,
        ...[expected, low, high],
      ];
    }),
  ];
}

/** Second step: the course before the pact, carried on, against what came. */
export function SegmentedChart(props: EffectProps) {
  const { effect, behind, coverage } = props;
  const { panel, onMonth } = useMonth('segmented', behind);
  const told = effect.effect.segmented;
  const fit = isRefusal(told) ? null : told;
  const rows = rowsOf(props, fit);
  const { first } = effect.data.series;
  return (
    <Chart
      id="segmented"
      title="2. Against its own earlier course"
      note={`${effect.texts.segmented} Segmented negative-binomial regression at the date of the pact; a dash on the baseline marks months in which nobody is on record as having looked.`}
      summary={effect.texts.segmented}
      table={
        <FigureTable
          caption="Events by month, fitted, and expected without the pact"
          rows={rows}
          onRow={(at) => onMonth(first + at)}
        />
      }
      rows={() => rows}
      panel={panel}
    >
      <Key entries={fit === null ? entries(coverage).slice(0, 1) : entries(coverage)} />
      <SeriesPicture effect={effect} fit={fit} onMonth={onMonth} />
      {fit === null ? (
        <p>No line is drawn: {effect.texts.segmented.replace(/^./, (one) => one.toLowerCase())}</p>
      ) : (
        <TermsTable fit={fit} coverage={coverage} caption="The regression" />
      )}
    </Chart>
  );
}
