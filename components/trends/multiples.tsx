'use client';

import dynamic from 'next/dynamic';
import { useCallback, useMemo } from 'react';
import { DatedMarks } from '@/components/charts/dated-marks';
import { heldIn, STACKED, totals } from '@/components/charts/findings-series';
import { Legend } from '@/components/charts/legend';
import { marksOf } from '@/components/charts/time-axis';
import { countOf } from '@/components/format';
import { useStateName } from '@/components/standing/state-names';
import { isVerdict, VERDICT_WORDS } from '@/components/verdict-words';
import type { MultiplesView, ShownMultiple } from '@/domain/view/multiples';
import { behindBin } from './behind-bin';
import { Chart } from './chart';
import classes from './multiples.module.css';
import type { Row } from './multiples-table';
import { type SmallBin, SmallStacks } from './small-stacks';
import { usePanel } from './use-panel';

const MultiplesTable = dynamic(() =>
  import('./multiples-table').then((module) => module.MultiplesTable),
);

type Ask = (key: string, bin: string, verdict: string) => void;

interface SmallProps {
  readonly chart: ShownMultiple;
  readonly name: string;
  readonly bins: readonly SmallBin[];
  readonly most: number;
  readonly signed: boolean;
  readonly dates: readonly string[];
  readonly ask: Ask;
}

function Small({ chart, name, bins, most, signed, dates, ask }: SmallProps) {
  const onMark = useCallback(
    (bin: string, verdict: string) => ask(chart.key, bin, verdict),
    [ask, chart.key],
  );
  return (
    <figure className={classes.small}>
      <figcaption title={chart.reference ?? name}>
        <b>{name}</b>{' '}
        <span className="muted">
          {`${countOf(chart.violations, 'violation')}${chart.open === 0 ? '' : `, ${chart.open} open`}`}
        </span>
      </figcaption>
      <SmallStacks {...{ name, bins, most, signed, dates, onMark }} />
    </figure>
  );
}

/** Small charts of one scale and one axis: by eye one compares shapes, not heights of different scales. */
export function Multiples({ view }: { readonly view: MultiplesView }) {
  const { over, bins, charts, empty, most, annotations, filter } = view;
  const state = useStateName();
  const nameOf = (key: string) => (over === 'party' ? state(key) : `Clause ${key}`);
  const drawn = useMemo(
    () =>
      charts.map((chart) => ({
        chart,
        bins: bins.flatMap((bin, at): SmallBin[] => {
          const counts = chart.bins[at]?.counts;
          return counts === undefined
            ? []
            : [{ ...bin, counts, watched: chart.watched[at] ?? false }];
        }),
      })),
    [charts, bins],
  );
  const rows = drawn.flatMap(({ chart, bins: own }) =>
    own
      .filter(({ counts }) => heldIn({ counts }).length > 0)
      .map((bin): Row => ({ key: chart.key, name: nameOf(chart.key), bin })),
  );
  const { panel, ask } = usePanel('multiples', ([key = '', bin = '', verdict = '']) =>
    isVerdict(verdict)
      ? behindBin({ filter: { ...filter, [over]: key }, bins }, bin, {
          title: (label) => `${nameOf(key)}: ${VERDICT_WORDS[verdict].toLowerCase()}, ${label}`,
          keep: (row) => row.verdict === verdict,
        })
      : null,
  );
  const signed = filter.counting === 'signed';
  const marks = useMemo(() => marksOf(annotations, bins), [annotations, bins]);
  const dates = useMemo(() => marks.map(({ bin }) => bin), [marks]);
  return (
    <Chart
      id="multiples"
      title={over === 'party' ? 'Each party on one scale' : 'Each clause on one scale'}
      note="The same axis and the same scale in every chart, in the order of the pact: nobody is ranked. The dashed baseline marks periods in which nobody is on record as having looked."
      summary={view.summary}
      table={<MultiplesTable rows={rows} over={over} ask={ask} />}
      rows={() => [
        [over, 'period', 'from', 'to', ...STACKED],
        ...rows.map(({ key, bin }) => [
          ...[key, bin.label, bin.from, bin.to],
          ...STACKED.map((verdict) => bin.counts[verdict]),
        ]),
      ]}
      panel={panel}
    >
      <Legend entries={totals(rows.map(({ bin }) => bin))} signed={signed} />
      <div className={classes.grid}>
        {drawn.map(({ chart, bins: own }) => (
          <Small
            key={chart.key}
            name={nameOf(chart.key)}
            bins={own}
            {...{ chart, most, signed, dates, ask }}
          />
        ))}
      </div>
      {empty.length === 0 ? null : (
        <p className={classes.empty}>
          {`Without a covered finding in this period: ${empty.map(nameOf).join(', ')}.`}
        </p>
      )}
      <DatedMarks marks={marks} />
    </Chart>
  );
}
