'use client';

import dynamic from 'next/dynamic';
import { useMemo } from 'react';
import { DatedMarks } from '@/components/charts/dated-marks';
import { marksOf } from '@/components/charts/time-axis';
import { formatNumber, formatPercent } from '@/components/format';
import { Key, StrokeSample } from '@/components/plot/key';
import type { TrendView } from '@/domain/view/trend';
import { behindBin, isFound } from './behind-bin';
import { Chart } from './chart';
import { useFrame } from './frame';
import { type RateBin, rateTop, rateUnit } from './rate-bins';
import { useBrush } from './use-brush';
import { usePanel } from './use-panel';

const RateTable = dynamic(() => import('./rate-table').then((module) => module.RateTable));
const RateChart = dynamic(() => import('./rate-chart').then((module) => module.RateChart));

const keyOf = (coverage: number) => [
  {
    label: 'rate',
    sample: (
      <>
        <StrokeSample colour="var(--accent)" />
        <circle cx="14" cy="6" r="3.5" fill="var(--accent)" stroke="var(--paper)" />
      </>
    ),
  },
  {
    label: `${formatPercent(coverage)} interval`,
    sample: <rect width="28" height="12" fill="var(--accent)" fillOpacity={0.15} />,
  },
  {
    label: 'above the scale: see the table',
    sample: <path d="M9,10L14,1L19,10Z" fill="var(--accent)" />,
  },
];

/** The rate of violations over what was looked for, with its exact interval. */
export function RateOverTime({ view }: { readonly view: TrendView }) {
  const { rate, annotations, reporting } = view;
  const { embedded } = useFrame();
  const unit = rateUnit(rate.recorded);
  const bins = useMemo(
    () =>
      view.bins.flatMap((bin, at): RateBin[] => {
        const point = rate.points[at];
        return point === undefined ? [] : [{ ...bin, point }];
      }),
    [view.bins, rate.points],
  );
  const marks = useMemo(() => marksOf(annotations, bins), [annotations, bins]);
  const brush = useBrush(bins);
  const { panel, ask } = usePanel('rate', ([key = '']) =>
    behindBin(view, key, {
      title: (label) => `Violations behind the rate of ${label}`,
      keep: (row) =>
        isFound(row) && (rate.from === null || rate.from <= row.started.date.slice(0, 10)),
      adds: () => {
        const exposure = bins.find((bin) => bin.key === key)?.point.exposure ?? null;
        return exposure === null
          ? 'Adds nothing to a rate: nobody is on record as having looked.'
          : `Adds ${formatNumber(1 / exposure, 3)} ${unit}.`;
      },
    }),
  );
  return (
    <Chart
      id="rate"
      title="Rate of violations"
      note={`Violations found ${unit}, with the exact ${formatPercent(rate.coverage)} interval (Garwood). Where nobody is on record as having looked there is no rate, and rates are never joined across a change in what a source collects.`}
      summary={rate.summary}
      table={<RateTable bins={bins} unit={unit} coverage={rate.coverage} onMark={ask} />}
      rows={() => [
        ['period', 'from', 'to', 'violations', 'months looked', 'rate', 'low', 'high', 'part'],
        ...bins.map(({ label, from, to, point }) => [
          ...[label, from, to, point.n, point.exposure],
          ...[point.rate?.rate ?? null, point.rate?.low ?? null, point.rate?.high ?? null],
          point.segment,
        ]),
      ]}
      panel={panel}
    >
      <Key entries={keyOf(rate.coverage)} />
      <RateChart
        bins={bins}
        marks={marks}
        unit={unit}
        top={rateTop(bins)}
        provisionalFrom={reporting.provisionalBin}
        onMark={ask}
        {...(embedded ? {} : { onStretch: brush })}
      />
      <DatedMarks marks={marks} provisional={reporting.provisionalBin !== null} />
    </Chart>
  );
}
