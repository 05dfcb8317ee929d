'use client';

import dynamic from 'next/dynamic';
import { useCallback, useMemo } from 'react';
import { DatedMarks } from '@/components/charts/dated-marks';
import { csvOf, summary, totals } from '@/components/charts/findings-series';
import { Legend } from '@/components/charts/legend';
import { marksOf } from '@/components/charts/time-axis';
import { formatNumber } from '@/components/format';
import { isVerdict, VERDICT_WORDS } from '@/components/verdict-words';
import type { Verdict } from '@/domain/verdict';
import type { TrendView } from '@/domain/view/trend';
import { behindBin } from './behind-bin';
import { Chart } from './chart';
import { useFrame } from './frame';
import { useBrush } from './use-brush';
import { usePanel } from './use-panel';

const FindingsTable = dynamic(() =>
  import('@/components/charts/findings-table').then((module) => module.FindingsTable),
);
const FindingsChart = dynamic(() =>
  import('@/components/charts/findings-chart').then((module) => module.FindingsChart),
);

/** Findings by period of onset, stacked by verdict. */
export function FindingsByVerdict({ view }: { readonly view: TrendView }) {
  const { bins, annotations, filter, reporting } = view;
  const { embedded } = useFrame();
  const marks = useMemo(() => marksOf(annotations, bins), [annotations, bins]);
  const drawn = useMemo(() => totals(bins), [bins]);
  const brush = useBrush(bins);
  const { panel, ask } = usePanel('verdicts', ([key = '', verdict = '']) =>
    isVerdict(verdict)
      ? behindBin(view, key, {
          title: (label) => `${VERDICT_WORDS[verdict]}, ${label}`,
          keep: (row) => row.verdict === verdict,
          adds: ({ clause }, all) =>
            `Adds 1 of ${formatNumber(all)}, at its gravest: under clause ${clause}.`,
        })
      : null,
  );
  const onMark = useCallback((bin: string, verdict: Verdict) => ask(bin, verdict), [ask]);
  const signed = filter.counting === 'signed';
  return (
    <Chart
      id="verdicts"
      title="Findings by period of onset and verdict"
      note="Each incident counts once for each accused state, at its gravest. The dashed baseline marks periods in which nobody is on record as having looked: a gap there is not a zero."
      summary={summary(bins)}
      table={<FindingsTable bins={bins} onMark={onMark} />}
      rows={() => csvOf(bins)}
      panel={panel}
    >
      <Legend entries={drawn} signed={signed} />
      <FindingsChart
        bins={bins}
        marks={marks}
        signed={signed}
        provisionalFrom={reporting.provisionalBin}
        onMark={onMark}
        {...(embedded ? {} : { onStretch: brush })}
      />
      <DatedMarks marks={marks} provisional={reporting.provisionalBin !== null} />
    </Chart>
  );
}
