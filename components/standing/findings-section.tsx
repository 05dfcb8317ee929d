'use client';

import dynamic from 'next/dynamic';
import { useCallback, useMemo } from 'react';
import { DatedMarks } from '@/components/charts/dated-marks';
import type { Stretch } from '@/components/charts/drag-period';
import { csvOf, summary, totals } from '@/components/charts/findings-series';
import { Legend } from '@/components/charts/legend';
import { marksOf } from '@/components/charts/time-axis';
import { Section } from '@/components/section';
import { takingOf } from '@/components/taking';
import type { BinSize, StandingFilter, StandingView } from '@/domain/standing-view';
import type { Verdict } from '@/domain/verdict';
import { ToggleField } from './fields';
import classes from './standing-page.module.css';
import { usePanel } from './use-panel';
import { useAhead } from './use-standing';

const FindingsTable = dynamic(() =>
  import('@/components/charts/findings-table').then((module) => module.FindingsTable),
);
const FindingsChart = dynamic(() =>
  import('@/components/charts/findings-chart').then((module) => module.FindingsChart),
);

const BY = [
  { value: 'month', label: 'Month' },
  { value: 'quarter', label: 'Quarter' },
  { value: 'year', label: 'Year' },
] as const;

interface Props {
  readonly view: StandingView;
  /** The size of bin asked for; a long period is answered in coarser ones. */
  readonly by: BinSize;
  readonly sources: string;
  readonly change: (next: Partial<StandingFilter>) => void;
}

const NOTE =
  'Each incident counts once for each accused state, at its gravest. The dashed baseline marks periods in which nobody is on record as having looked: a gap there is not a zero.';

/** When: findings by period, stacked by verdict, with the dated events of the pact. */
export function FindingsSection({ view, by, sources, change }: Props) {
  const { bins, annotations, filter } = view;
  const { panel, ask } = usePanel(view, 'findings');
  const ahead = useAhead();
  const marks = useMemo(() => marksOf(annotations, bins), [annotations, bins]);
  const drawn = useMemo(() => totals(bins), [bins]);
  const signed = filter.counting === 'signed';
  const onMark = useCallback(
    (key: string, verdict: Verdict) => ask({ what: 'bin', key, verdict }),
    [ask],
  );
  const onStretch = useCallback(
    ({ first, last }: Stretch) => {
      const from = bins[first];
      const to = bins[last];
      if (from !== undefined && to !== undefined) change({ since: from.from, until: to.to });
    },
    [bins, change],
  );
  return (
    <Section
      id="findings"
      title="When: findings by period of onset"
      note={NOTE}
      summary={summary(bins)}
      table={<FindingsTable bins={bins} onMark={onMark} />}
      csv={() => csvOf(bins)}
      taking={takingOf(view, NOTE)}
      sources={sources}
      panel={panel}
    >
      <div className={classes.chartHead}>
        <Legend entries={drawn} signed={signed} />
        <ToggleField
          label="Period"
          value={by}
          choices={BY}
          onChange={(size) => change({ by: size })}
          onAhead={(size) => ahead({ by: size })}
        />
      </div>
      {by === filter.by ? null : (
        <p className={classes.coarser}>
          The period is too long to draw each {by}: shown by {filter.by}.
        </p>
      )}
      <FindingsChart
        bins={bins}
        marks={marks}
        signed={signed}
        onMark={onMark}
        onStretch={onStretch}
      />
      <DatedMarks marks={marks} />
    </Section>
  );
}
