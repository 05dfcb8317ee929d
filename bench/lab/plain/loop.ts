import type { CaseRow } from '@/bench/lab/rows';
import { assumedFrom } from '@/domain/bound';
import { startOf } from '@/domain/dates';
import type { Setting } from '@/domain/finding';
import type { Rollup } from '@/domain/lab/rollup';
import type { Pact } from '@/domain/pact';
import { type PlainClause, plainClause } from './clause';
import { isBound, type PlainPact, timeOf } from './coverage';
import { findingOn, type PlainCase } from './finding';
import { Tally } from './tally';

/** A pact read for the plain loop. */
export interface PlainQuestion {
  readonly pact: PlainPact;
  readonly parties: readonly string[];
  readonly clauses: readonly PlainClause[];
  readonly setting: Setting;
}

/** Reads a hypothetical pact. Throws on a historical one: its parties may enter on different days. */
export function plainQuestion(pact: Pact, setting: Setting): PlainQuestion {
  const from = setting.assumedFrom ?? assumedFrom(pact);
  if (pact.kind !== 'hypothetical' || from === null)
    throw new Error('expected a hypothetical pact');
  const codes = pact.parties.map(({ code }) => code);
  const succeeded = pact.parties.flatMap(({ code, succeeds }) =>
    succeeds.filter((state) => !codes.includes(state)).map((state) => [state, code] as const),
  );
  return {
    pact: {
      // The first of two parties that succeed the same state answers for it.
      partyOf: new Map([...succeeded.reverse(), ...codes.map((code) => [code, code] as const)]),
      from,
      end: pact.end === undefined ? Infinity : startOf(pact.end),
    },
    parties: codes,
    clauses: pact.referenceOnly ? [] : pact.clauses.map((clause) => plainClause(pact, clause)),
    setting,
  };
}

/** A row as a case of a pact; null where the accused is no party. */
export function caseOf(question: PlainQuestion, row: CaseRow): PlainCase | null {
  const { pact, setting } = question;
  const party = pact.partyOf.get(row.accused);
  if (party === undefined) return null;
  const { asOf, policy } = setting;
  const time = isBound(pact, row, party) ? timeOf(pact, row, asOf) : 'out';
  return { row, party, time, asOf, policy: policy.values };
}

/** An empty tally of a question. */
export const tallyOf = ({ clauses, parties, setting }: PlainQuestion): Tally =>
  new Tally(
    clauses.map(({ clause }) => clause.id),
    parties,
    setting.policy.values,
  );

/** The oracle: one object an incident and accused, one clause after the other, no columns. */
export function plainScore(rows: Iterable<CaseRow>, question: PlainQuestion): Rollup {
  const tally = tallyOf(question);
  if (question.clauses.length === 0) return tally.rollup;
  for (const row of rows) {
    const one = caseOf(question, row);
    if (one === null) continue;
    tally.add(
      question.parties.indexOf(one.party),
      question.clauses.map((clause) => findingOn(clause, one)),
    );
  }
  return tally.rollup;
}
