'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import { ask, sentenceOf } from '@/components/log/api';
import type { Parsed } from '@/domain/fault';
import type { Pact } from '@/domain/pact';
import type { Caught, ClauseCaught } from '@/domain/pact-draft/caught';
import type { Lint } from '@/domain/pact-lint/rule';

/** What the record says of the clauses of a draft, and what a lawyer would ask. */
export interface Told extends Caught {
  readonly lints: readonly Lint[];
  readonly policy: string;
  readonly compiledOn: string;
}

const isTold = (body: unknown): body is Told =>
  typeof body === 'object' && body !== null && 'clauses' in body && 'lints' in body;

async function tell(pact: Pact, signal: AbortSignal): Promise<Told> {
  const reply = await ask('POST', '/lab/clause-record', { body: { pact }, signal });
  if (reply.kind !== 'done') throw new Error(sentenceOf(reply));
  if (!isTold(reply.body)) throw new Error('The server answered something unexpected.');
  return reply.body;
}

/** How the record is asked about a pact; the text does not change the answer, so it is left out of the key. */
export const caughtQuery = (pact: Pact | null) => ({
  queryKey: [
    'clause-record',
    pact === null ? null : { ...pact, clauses: pact.clauses.map(({ text: _, ...rest }) => rest) },
  ],
  queryFn: ({ signal }: { readonly signal: AbortSignal }): Promise<Told> => {
    if (pact === null) throw new Error('there is nothing to ask about');
    return tell(pact, signal);
  },
  enabled: pact !== null,
  // Without a network it fails and says so, where it would wait without a word.
  networkMode: 'always' as const,
});

export type CaughtState =
  | { readonly kind: 'unfit'; readonly faults: readonly { path: string; message: string }[] }
  | { readonly kind: 'pending' }
  | { readonly kind: 'failed'; readonly message: string; readonly retry: () => void }
  /** `stale`: of the draft as it was a moment ago. */
  | { readonly kind: 'told'; readonly told: Told; readonly stale: boolean };

/** What the draft would and would not have caught, as it is typed. */
export function useCaught(tested: Parsed<Pact>): CaughtState {
  const pact = tested.ok ? tested.value : null;
  const query = useQuery({ ...caughtQuery(pact), placeholderData: keepPreviousData });
  if (!tested.ok) return { kind: 'unfit', faults: tested.faults };
  if (query.data !== undefined && !query.isError)
    return { kind: 'told', told: query.data, stale: query.isPlaceholderData || query.isFetching };
  if (query.isError)
    return {
      kind: 'failed',
      message: query.error.message,
      retry: () => void query.refetch(),
    };
  return { kind: 'pending' };
}

/** The draft as it was when the typing last paused, in the pact format, and what came of it. */
export interface Trial {
  readonly tested: Parsed<Pact>;
  readonly caught: CaughtState;
  /** What a lawyer would ask: with the record where it has answered, else of the text alone. */
  readonly lints: readonly Lint[];
}

const TrialContext = createContext<Trial | null>(null);
export const TrialProvider = TrialContext.Provider;

export function useTrial(): Trial {
  const trial = useContext(TrialContext);
  if (trial === null) throw new Error('there is no trial around this');
  return trial;
}

/** What was told of one clause; null while nothing is. */
export function useClauseCaught(clause: string): ClauseCaught | null {
  const { caught } = useTrial();
  return caught.kind === 'told'
    ? (caught.told.clauses.find((one) => one.clause === clause) ?? null)
    : null;
}
