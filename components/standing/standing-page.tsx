'use client';

import { memo, useDeferredValue } from 'react';
import { VerdictPatterns } from '@/components/charts/verdict-patterns';
import { sourcesOf } from '@/components/sources';
import type { BinSize, StandingFilter, StandingView } from '@/domain/standing-view';
import { ClocksSection } from './clocks-section';
import { ConfidenceSection } from './confidence-section';
import { NarrowFilters, type Options, PactFilters } from './filters';
import { FindingsSection } from './findings-section';
import { HeadlineBlock } from './headline-block';
import { HeatSection } from './heat-section';
import classes from './standing-page.module.css';
import { StandingError, StandingSkeleton } from './states';
import { usePanel } from './use-panel';
import { useAhead, useFilter, useOpen, useStanding } from './use-standing';

/** With more years than this the heat table takes the whole width. */
const SIDE_BY_SIDE_YEARS = 10;

interface AnswerProps {
  readonly view: StandingView;
  readonly by: BinSize;
  readonly change: (next: Partial<StandingFilter>) => void;
}

/** Sentence, picture, evidence. A pact that is never scored, or never bound, has its sentence only. */
const Answer = memo(function Answer({ view, by, change }: AnswerProps) {
  const { panel, ask } = usePanel(view, 'headline');
  const { open } = useOpen();
  const headline = <HeadlineBlock view={view} onAsk={ask} panel={panel} />;
  if (view.pact.referenceOnly || view.pact.inForce === null) return headline;
  const sources = sourcesOf(view);
  const wide =
    open?.place === 'heat' ||
    open?.place === 'clocks' ||
    view.heat.years.length > SIDE_BY_SIDE_YEARS;
  return (
    <>
      <VerdictPatterns />
      {headline}
      <FindingsSection view={view} by={by} sources={sources} change={change} />
      <ConfidenceSection view={view} sources={sources} />
      <div className={classes.pair} data-wide={wide}>
        <HeatSection view={view} sources={sources} />
        <ClocksSection view={view} sources={sources} />
      </div>
      <p className={classes.sources}>{sources}</p>
    </>
  );
});

/** The page: what is asked, the answer in sentences, then the pictures and the records behind them. */
export function StandingPage({ options }: { readonly options: Options }) {
  const { filter, change } = useFilter();
  const ahead = useAhead();
  const { data, error, isPlaceholderData, refetch } = useStanding(filter);
  // Drawn in slices, so that a control answers before the charts have.
  const drawn = useDeferredValue(data);
  const busy = isPlaceholderData || drawn !== data;
  const shared = { filter, view: data, options, change };
  return (
    <>
      <PactFilters {...shared} ahead={ahead} />
      <NarrowFilters {...shared} />
      <p className="visually-hidden" role="status">
        {busy ? 'Computing the standing…' : ''}
      </p>
      {error !== null ? (
        <StandingError onRetry={() => void refetch()} pact={filter.pact} />
      ) : drawn === undefined ? (
        <StandingSkeleton />
      ) : (
        <div aria-busy={busy} className={classes.answer}>
          <Answer view={drawn} by={filter.by} change={change} />
        </div>
      )}
    </>
  );
}
