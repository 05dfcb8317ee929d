'use client';

import dynamic from 'next/dynamic';
import { useMemo } from 'react';
import { DatedMarks } from '@/components/charts/dated-marks';
import { marksOf } from '@/components/charts/time-axis';
import type { TrendView } from '@/domain/view/trend';
import { behindBin, isActiveIn, isCovered, isUnknownIn } from './behind-bin';
import { Chart } from './chart';
import classes from './charts.module.css';
import { useFrame } from './frame';
import { HEADS, stockBins, stockTop } from './stock-bins';
import { StockLegend } from './stock-legend';
import { useBrush } from './use-brush';
import { usePanel } from './use-panel';

const StockTable = dynamic(() => import('./stock-table').then((module) => module.StockTable));
const StockChart = dynamic(() => import('./stock-chart').then((module) => module.StockChart));

/** New incidents and active ones, side by side on one scale: a fall of the one is not a fall of the other. */
export function StockOverTime({ view }: { readonly view: TrendView }) {
  const { stock, annotations, reporting } = view;
  const { embedded } = useFrame();
  const bins = useMemo(
    () => stockBins(view.bins, stock.bins, view.filter.by === 'month' ? reporting.months : []),
    [view.bins, stock.bins, view.filter.by, reporting.months],
  );
  const marks = useMemo(() => marksOf(annotations, bins), [annotations, bins]);
  const brush = useBrush(bins);
  const { panel, ask } = usePanel('stock', ([what = '', key = '']) => {
    const bin = bins.find((one) => one.key === key);
    if (bin === undefined) return null;
    if (what === 'onsets' || what === 'coarse')
      return behindBin(view, key, {
        title: (label) => `Incidents that began in ${label}`,
        keep: isCovered,
        adds: ({ started }) =>
          started.precision === 'day' || started.precision === 'minute'
            ? 'Adds 1 to those that began in it.'
            : 'Dated no finer: it may have begun in it.',
      });
    const isIn = what === 'active' ? isActiveIn(bin) : isUnknownIn(bin);
    return {
      title:
        what === 'active'
          ? `Incidents known to be active in ${bin.label}`
          : `Begun before ${bin.label}, end unknown`,
      filter: { ...view.filter, since: null, until: bin.to },
      keep: (row) => isCovered(row) && isIn(row),
      adds: ({ ended, ongoing }) =>
        ongoing
          ? 'Goes on.'
          : ended === null
            ? 'Its end is not known.'
            : `Active until ${ended.date.slice(0, 10)}.`,
    };
  });
  const top = stockTop(bins);
  const shared = { bins, marks, top, provisionalFrom: reporting.provisionalBin, onMark: ask };
  const stretch = embedded ? {} : { onStretch: brush };
  return (
    <Chart
      id="stock"
      title="New and active incidents"
      note="Covered incidents, each once, whatever its verdict. At the left those that began in a period, at the right those active in it, on one scale. A fall of the active stock can mean fewer incidents or faster eviction; only onsets tell the first."
      summary={`${stock.note} ${reporting.summary}`}
      table={<StockTable bins={bins} onMark={ask} />}
      rows={() => [
        ['period', 'from', 'to', ...HEADS.map(([field]) => field), 'expected', 'standard error'],
        ...bins.map((bin) => [
          ...[bin.label, bin.from, bin.to, ...HEADS.map(([field]) => bin[field])],
          ...[bin.estimate?.value ?? null, bin.estimate?.error ?? null],
        ]),
      ]}
      panel={panel}
    >
      <div className={classes.pair}>
        <StockLegend bins={bins} />
        <figure className={classes.half}>
          <figcaption>Began in the period</figcaption>
          <StockChart what="begun" {...shared} {...stretch} />
        </figure>
        <figure className={classes.half}>
          <figcaption>Active in the period</figcaption>
          <StockChart what="active" {...shared} {...stretch} />
        </figure>
      </div>
      <DatedMarks marks={marks} provisional={reporting.provisionalBin !== null} />
      <p className={classes.said}>{stock.note}</p>
      <p className={classes.said}>{reporting.summary}</p>
    </Chart>
  );
}
