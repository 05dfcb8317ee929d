'use client';

import { useEffect, useMemo } from 'react';
import type { LabAnswer } from '@/domain/lab/answer';
import type { Shown } from '@/domain/lab/figures';
import type { Span } from '@/domain/lab/span';
import type { Pact } from '@/domain/pact';
import type { Grab, Moved } from './params';
import type { Asked } from './room';

import { useEngine } from './use-engine';

const DAY = 86_400_000;

/** An end of a day as the server takes it: what is asked as of a day is asked as of its last instant. */
const endOf = (day: string): number => Date.parse(`${day}T00:00:00Z`) + DAY - 1;
const startOf = (day: string): number => Date.parse(`${day}T00:00:00Z`);

interface Question {
  readonly address: string;
  readonly base: Pact;
  readonly moved: Moved;
  readonly drawn: Grab;
  readonly span: Span;
  readonly answer: LabAnswer | undefined;
}

const NOTHING: Shown = {
  figures: { clauses: [], parties: [], byClause: [], byParty: [], low: [], high: [] },
  lines: [],
};

/** Bases hold for the days and the entry into force they were asked of. */
function basesFor(answer: LabAnswer | undefined, { from, asOf }: Moved): Asked['bases'] {
  if (answer === undefined) return null;
  const { filter } = answer.head;
  return filter.from === from && filter.asOf === asOf ? answer.bases : null;
}

/**
 * What the variant comes to: counted beside the page as the thumb has it, and where the columns are
 * not there, or not yet, as the server has it.
 */
export function useCounted({ address, base, moved, drawn, span, answer }: Question) {
  const { columns, live, curve, ask } = useEngine(address, base);
  const asked = useMemo(
    (): Asked => ({
      changes: moved.changes,
      from: moved.from === null ? null : startOf(moved.from),
      asOf: endOf(moved.asOf ?? span.asOf.last),
      bases: basesFor(answer, moved),
    }),
    [moved, span, answer],
  );
  useEffect(() => ask(asked, drawn), [ask, asked, drawn]);
  const counted = columns.state === 'ready' && live !== null ? live.told : answer;
  return {
    ...{ columns, curve },
    before: counted?.before ?? NOTHING,
    after: counted?.after ?? NOTHING,
  };
}
