'use client';

import dynamic from 'next/dynamic';
import { useMemo } from 'react';
import { csvOf, marksOf, summary, totals } from '@/components/charts/findings-series';
import { FindingsTable } from '@/components/charts/findings-table';
import { Legend } from '@/components/charts/legend';
import type { TrendView } from '@/domain/view/trend';
import { BinSizeField } from './bin-size-field';
import { Chart } from './chart';
import classes from './charts.module.css';
import { DatedMarks } from './dated-marks';

const FindingsChart = dynamic(() =>
  import('@/components/charts/findings-chart').then((module) => module.FindingsChart),
);

const nothing = () => {};

/** Findings by period of onset, stacked by verdict. */
export function FindingsByVerdict({ view }: { readonly view: TrendView }) {
  const { bins, annotations, filter } = view;
  const marks = useMemo(() => marksOf(annotations, bins), [annotations, bins]);
  const drawn = useMemo(() => totals(bins), [bins]);
  const signed = filter.counting === 'signed';
  return (
    <Chart
      id="verdicts"
      title="Findings by period of onset and verdict"
      note="Each incident counts once for each accused state, at its gravest. The dashed baseline marks periods in which nobody is on record as having looked: a gap there is not a zero."
      summary={summary(bins)}
      table={<FindingsTable bins={bins} onMark={nothing} />}
      rows={() => csvOf(bins)}
    >
      <div className={classes.head}>
        <Legend entries={drawn} signed={signed} />
        <BinSizeField />
      </div>
      <FindingsChart bins={bins} marks={marks} signed={signed} onMark={nothing} />
      <DatedMarks marks={marks} />
    </Chart>
  );
}
