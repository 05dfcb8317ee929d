'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import type { Progress } from '@/domain/lab/smallest/search';
import type { Smallest } from '@/domain/lab/smallest/smallest';
import { followSearch, SearchRefused } from './stream';

export type SearchState =
  | { readonly at: 'idle' }
  | { readonly at: 'running'; readonly progress: Progress | null }
  | { readonly at: 'found'; readonly found: Smallest }
  | { readonly at: 'refused'; readonly message: string };

/** One search at a time: begun, followed, given up. */
export function useSearch() {
  const [state, setState] = useState<SearchState>({ at: 'idle' });
  const running = useRef<AbortController | null>(null);
  const cancel = useCallback(() => {
    running.current?.abort();
    running.current = null;
    setState({ at: 'idle' });
  }, []);
  const begin = useCallback(async (query: string) => {
    running.current?.abort();
    const own = new AbortController();
    running.current = own;
    setState({ at: 'running', progress: null });
    const isOwn = (): boolean => running.current === own;
    try {
      const found = await followSearch(query, own.signal, (progress) => {
        if (isOwn()) setState({ at: 'running', progress });
      });
      if (isOwn()) setState({ at: 'found', found });
    } catch (error) {
      if (!isOwn() || own.signal.aborted) return;
      const message =
        error instanceof SearchRefused
          ? error.message
          : 'The server did not answer. Try again in a moment.';
      setState({ at: 'refused', message });
    }
  }, []);
  useEffect(() => () => running.current?.abort(), []);
  return { state, begin, cancel };
}
