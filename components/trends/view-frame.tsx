'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactNode, useDeferredValue, useMemo } from 'react';
import { VerdictPatterns } from '@/components/charts/verdict-patterns';
import { sourcesOf } from '@/components/sources';
import { NarrowFilters, type Options, PactFilters } from '@/components/standing/filters';
import { StandingError, StandingSkeleton } from '@/components/standing/states';
import { useFilter } from '@/components/standing/use-standing';
import { VIEWS, type ViewAnswers, type ViewName } from '@/domain/view/views';
import { type Own, viewQueryOptions } from './api';
import { EmbedNote } from './embed-note';
import { FrameProvider } from './frame';
import { PeriodStrip } from './period-strip';
import { useEmbed } from './use-embed';
import classes from './view-frame.module.css';
import { ViewTitle } from './view-title';
import { ViewsNav } from './views-nav';

interface Props<Name extends ViewName> {
  readonly view: Name;
  readonly options: Options;
  /** Parameters of this view alone, defaults left out. */
  readonly own?: Own;
  /** Controls of this view alone. */
  readonly controls?: ReactNode;
  readonly children: (shown: ViewAnswers[Name]) => ReactNode;
}

/** What all views share: what is asked, the period, the state of the answer, and the frame of the charts. */
export function ViewFrame<Name extends ViewName>(props: Props<Name>) {
  const { view, options, own, controls, children } = props;
  const { filter, change } = useFilter();
  const query = useQuery({
    ...viewQueryOptions(view, filter, own),
    placeholderData: keepPreviousData,
  });
  const { data, error, isPlaceholderData, refetch } = query;
  // Drawn in slices, so that a control answers before the charts have.
  const shown = useDeferredValue(data);
  const busy = isPlaceholderData || shown !== data;
  const { embedded } = useEmbed();
  const frame = useMemo(
    () =>
      shown === undefined
        ? null
        : { head: shown, filter, change, sources: sourcesOf(shown), embedded },
    [shown, filter, change, embedded],
  );
  const drawn = useMemo(() => (shown === undefined ? null : children(shown)), [shown, children]);
  const shared = { filter, view: data, options, change };
  const place = VIEWS.find(({ name }) => name === view);
  return (
    <div data-embedded={embedded} className={classes.root}>
      {embedded ? null : (
        <>
          <ViewsNav here={view} filter={filter} />
          <PactFilters {...shared} />
          <NarrowFilters {...shared} />
        </>
      )}
      <p className="visually-hidden" role="status">
        {busy ? 'Computing the charts…' : ''}
      </p>
      {error !== null ? (
        <StandingError
          title="The charts could not be computed"
          onRetry={() => void refetch()}
          pact={filter.pact}
        />
      ) : frame === null ? (
        <StandingSkeleton doing="Computing the charts…" />
      ) : (
        <FrameProvider value={frame}>
          <VerdictPatterns />
          <ViewTitle head={frame.head} question={place?.question ?? ''} embedded={embedded} />
          {embedded ? null : (
            <div className={classes.controls}>
              <PeriodStrip />
              <div className={classes.own}>{controls}</div>
            </div>
          )}
          <div aria-busy={busy} className={classes.charts}>
            {drawn}
          </div>
          {embedded ? <EmbedNote /> : <p className={classes.sources}>{frame.sources}</p>}
        </FrameProvider>
      )}
    </div>
  );
}
