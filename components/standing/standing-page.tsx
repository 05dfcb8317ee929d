'use client';

import dynamic from 'next/dynamic';
import { useCallback, useMemo } from 'react';
import { ConfidenceChart } from '@/components/charts/confidence-chart';
import { confidenceCsv, confidenceSummary } from '@/components/charts/confidence-order';
import { ConfidenceTable } from '@/components/charts/confidence-table';
import { csvOf, marksOf, summary, totals } from '@/components/charts/findings-series';
import { FindingsTable } from '@/components/charts/findings-table';
import { HeatTable, heatCsv } from '@/components/charts/heat-table';
import { Legend } from '@/components/charts/legend';
import { VerdictPatterns } from '@/components/charts/verdict-patterns';
import { EmptyState } from '@/components/empty-state';
import { formatDay, formatNumber } from '@/components/format';
import { Section } from '@/components/section';
import type { FindingRow, StandingView } from '@/domain/standing-view';
import type { Verdict } from '@/domain/verdict';
import { Clocks, clocksCsv } from './clocks';
import { ToggleField } from './fields';
import { NarrowFilters, type Options, PactFilters } from './filters';
import { HeadlineBlock } from './headline-block';
import type { Ask, Place } from './open';
import { OpenPanel } from './open-panel';
import classes from './standing-page.module.css';
import { StandingError, StandingSkeleton } from './states';
import { useFilter, useOpen, useStanding } from './use-standing';

const FindingsChart = dynamic(() =>
  import('@/components/charts/findings-chart').then((module) => module.FindingsChart),
);

const BY = [
  { value: 'month', label: 'Month' },
  { value: 'quarter', label: 'Quarter' },
  { value: 'year', label: 'Year' },
] as const;

/** Versions and cut-off, the same under every picture. */
function sourcesOf({ corpus, pact, policy, engine, signed, asOf }: StandingView): string {
  const versions = `corpus ${corpus.version} (${formatNumber(corpus.incidents)} incidents, compiled ${formatDay(corpus.compiledOn)})`;
  return `Sources: ${versions} · ${pact.title}, version ${pact.version}${pact.kind === 'hypothetical' ? ', HYPOTHETICAL' : ''} · policy ${policy} · engine ${engine} · as of ${formatDay(asOf)} · computed, ${signed === 0 ? 'none' : signed} signed`;
}

function Pictures({ view }: { readonly view: StandingView }) {
  const { change } = useFilter();
  const { open, why, show, explain, close } = useOpen();
  const signed = view.filter.counting === 'signed';
  const marks = useMemo(() => marksOf(view.annotations, view.bins), [view]);
  const drawn = useMemo(() => totals(view.bins), [view]);
  const ask = useCallback((place: Place, asked: Ask) => show({ place, ask: asked }), [show]);
  const onMark = useCallback(
    (key: string, verdict: Verdict) => ask('findings', { what: 'bin', key, verdict }),
    [ask],
  );
  const onCell = useCallback(
    (clause: string, year: number) => ask('heat', { what: 'cell', clause, year }),
    [ask],
  );
  const onRow = useCallback(
    (row: FindingRow) => show({ place: 'confidence', ask: { what: 'finding' } }, row),
    [show],
  );
  const sources = sourcesOf(view);
  const panel = (place: Place) =>
    open?.place === place ? (
      <OpenPanel view={view} open={open} why={why} onExplain={explain} onClose={close} />
    ) : null;
  const { pact, confidence, heat, clocks } = view;
  const headline = (
    <HeadlineBlock
      view={view}
      onAsk={(asked) => ask('headline', asked)}
      panel={panel('headline')}
    />
  );
  if (pact.referenceOnly || pact.inForce === null) return headline;
  return (
    <>
      <VerdictPatterns />
      {headline}
      <Section
        id="findings"
        title="When: findings by period of onset"
        note="Each incident counts once for each accused state, at its gravest. The dashed baseline marks periods in which nobody is on record as having looked: a gap there is not a zero."
        summary={summary(view.bins)}
        table={<FindingsTable bins={view.bins} onMark={onMark} />}
        csv={() => csvOf(view.bins)}
        sources={sources}
        panel={panel('findings')}
      >
        <div className={classes.chartHead}>
          <Legend entries={drawn} signed={signed} />
          <ToggleField
            label="Period"
            value={view.filter.by}
            choices={BY}
            onChange={(by) => change({ by })}
          />
        </div>
        <FindingsChart bins={view.bins} marks={marks} signed={signed} onMark={onMark} />
        {marks.length === 0 ? null : (
          <ol className={classes.marks}>
            {marks.map(({ number, date, label }) => (
              <li key={`${number} ${date} ${label}`} value={number}>
                {formatDay(date)}: {label}
              </li>
            ))}
          </ol>
        )}
      </Section>
      <Section
        id="confidence"
        title="How sure: one interval for each finding"
        note={
          <>
            The heavy edge is what the evidence makes believable, the band reaches to what it leaves
            possible, the upright line is the threshold of the clause.
            {confidence.total > confidence.rows.length
              ? ` The ${confidence.rows.length} gravest of ${formatNumber(confidence.total)} are drawn.`
              : ''}
          </>
        }
        summary={confidenceSummary(confidence.rows)}
        table={<ConfidenceTable rows={confidence.rows} signed={signed} onRow={onRow} />}
        csv={() => confidenceCsv(confidence.rows)}
        sources={sources}
        panel={panel('confidence')}
      >
        {confidence.rows.length === 0 ? (
          <EmptyState title="No finding to be sure or unsure of">
            No incident on record falls under a clause of this pact in the time and the selection
            shown. Widen the period or take off a filter above.
          </EmptyState>
        ) : (
          <ConfidenceChart rows={confidence.rows} signed={signed} onRow={onRow} />
        )}
      </Section>
      <div className={classes.pair} data-open={open?.place === 'heat' || open?.place === 'clocks'}>
        <Section
          id="heat"
          title="What: clause by year"
          note="Marks and numbers of findings; a dot is none on record."
          csv={() => heatCsv(heat)}
          sources={sources}
          panel={panel('heat')}
        >
          <HeatTable heat={heat} clauses={pact.clauses} signed={signed} onCell={onCell} />
        </Section>
        <Section
          id="clocks"
          title="Clocks: who had to act by when"
          note="A state that was told, or must have known, has a dated time to act. Inaction is a fact with a date."
          csv={() => clocksCsv(clocks)}
          sources={sources}
          panel={panel('clocks')}
        >
          <Clocks
            clocks={clocks}
            onFinding={(finding) => show({ place: 'clocks', ask: { what: 'finding' } }, finding)}
          />
        </Section>
      </div>
      <p className={classes.sources}>{sources}</p>
    </>
  );
}

/** The page: what is asked, the answer in sentences, then the pictures and the records behind them. */
export function StandingPage({ options }: { readonly options: Options }) {
  const { filter, change } = useFilter();
  const { data, error, isPlaceholderData, refetch } = useStanding(filter);
  const shared = { filter, view: data, options, change };
  return (
    <>
      <PactFilters {...shared} />
      <NarrowFilters {...shared} />
      <p className="visually-hidden" role="status">
        {isPlaceholderData ? 'Computing the standing…' : ''}
      </p>
      {error !== null ? (
        <StandingError onRetry={() => void refetch()} pact={filter.pact} />
      ) : data === undefined ? (
        <StandingSkeleton />
      ) : (
        <div aria-busy={isPlaceholderData} className={classes.answer}>
          <Pictures view={data} />
        </div>
      )}
    </>
  );
}
