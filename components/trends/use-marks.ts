'use client';

import { useQueryStates } from 'nuqs';
import { useCallback, useMemo } from 'react';
import { type FindingKey, readWhy, writeWhy } from '@/components/standing/open';
import { openParsers } from '@/components/standing/params';

const HISTORY = { history: 'push', shallow: true, scroll: false } as const;

/** The mark of a chart that is open beside it, in the address, so that going back closes it. */
export function useMarks(chart: string) {
  const [{ open, why }, set] = useQueryStates(openParsers, HISTORY);
  const mark = useMemo(() => {
    const [place, ...parts] = open?.split('~') ?? [];
    return place === chart ? parts : null;
  }, [open, chart]);
  const ask = useCallback(
    (...parts: readonly string[]) => void set({ open: [chart, ...parts].join('~'), why: null }),
    [set, chart],
  );
  /** Opens why a finding is what it is, beside this chart. */
  const explain = useCallback(
    (finding: FindingKey | null) =>
      void set(
        finding === null
          ? { why: null }
          : { open: mark === null ? chart : open, why: writeWhy(finding) },
      ),
    [set, mark, open, chart],
  );
  const close = useCallback(() => void set({ open: null, why: null }), [set]);
  return { mark, why: mark === null ? null : readWhy(why), ask, explain, close };
}
