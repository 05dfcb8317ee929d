'use client';

import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useQueryStates } from 'nuqs';
import { useCallback, useMemo } from 'react';
import type { StandingFilter } from '@/domain/standing-view';
import { standingQueryOptions } from './api';
import { type FindingKey, type Open, readOpen, readWhy, writeOpen, writeWhy } from './open';
import { filterParsers, openParsers, untouched } from './params';

const HISTORY = { history: 'push', shallow: true, scroll: false } as const;

/** The filter in the address. Setting one field keeps the others; another pact starts afresh. */
export function useFilter() {
  const [filter, set] = useQueryStates(filterParsers, HISTORY);
  const [, setOpen] = useQueryStates(openParsers, HISTORY);
  const change = useCallback(
    (next: Partial<StandingFilter>) => {
      void set(({ pact, by, counting, asOf }) =>
        next.pact !== undefined && next.pact !== pact
          ? { ...untouched(next.pact), by, counting, asOf, ...next }
          : next,
      );
      void setOpen({ open: null, why: null });
    },
    [set, setOpen],
  );
  return { filter, change };
}

/** Fetches the answer to a filter that may be asked for next. */
export function useAhead() {
  const [filter] = useQueryStates(filterParsers, HISTORY);
  const client = useQueryClient();
  return useCallback(
    (next: Partial<StandingFilter>) =>
      void client.prefetchQuery(standingQueryOptions({ ...filter, ...next })),
    [client, filter],
  );
}

/** What is open beside the page, in the address too, so that going back closes it. */
export function useOpen() {
  const [{ open, why }, set] = useQueryStates(openParsers, HISTORY);
  /** Opens a list, or with a finding its trace. */
  const show = useCallback(
    (next: Open, finding?: FindingKey) =>
      void set({ open: writeOpen(next), why: finding === undefined ? null : writeWhy(finding) }),
    [set],
  );
  const explain = useCallback(
    (finding: FindingKey | null) => void set({ why: finding === null ? null : writeWhy(finding) }),
    [set],
  );
  const close = useCallback(() => void set({ open: null, why: null }), [set]);
  const shown = useMemo(() => ({ open: readOpen(open), why: readWhy(why) }), [open, why]);
  return { ...shown, show, explain, close };
}

/** The view of a filter; the one before stays on screen while the next is fetched. */
export function useStanding(filter: StandingFilter) {
  return useQuery({ ...standingQueryOptions(filter), placeholderData: keepPreviousData });
}
