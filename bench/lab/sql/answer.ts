import { type ClauseRollup, emptyRollup } from '@/bench/lab/rollup';
import type { Pact } from '@/domain/pact';
import { RULE_IDS } from '@/domain/verdict';

/** One line of the answer of a database; clause -1 counts all cases against a party. */
export interface AnswerLine {
  readonly clause: number;
  readonly party: number;
  readonly rule: number;
  readonly findings: number;
  readonly low: number;
  readonly high: number;
}

/** A line as a driver gives it. */
export const lineOf = (row: Readonly<Record<string, unknown>>): AnswerLine => ({
  ...{ clause: Number(row.clause), party: Number(row.party), rule: Number(row.rule) },
  ...{ findings: Number(row.findings), low: Number(row.low), high: Number(row.high) },
});

const R1 = RULE_IDS.indexOf('R1');

/** The rollup that the lines of an answer make: what no line counts is not covered. */
export function rollupFrom(lines: readonly AnswerLine[], pact: Pact): ClauseRollup {
  const ids = pact.referenceOnly ? [] : pact.clauses.map(({ id }) => id);
  const codes = pact.parties.map(({ code }) => code);
  const { clauses, parties, counts, low, high } = emptyRollup(ids, codes);
  const place = (clause: number, party: number, rule: number): number =>
    (clause * parties.length + party) * RULE_IDS.length + rule;
  for (const { clause, party, findings } of lines)
    if (clause < 0)
      clauses.forEach((_, at) => {
        counts[place(at, party, R1)] = findings;
      });
  for (const { clause, party, rule, findings, ...sums } of lines) {
    if (clause < 0) continue;
    const outside = place(clause, party, R1);
    counts[outside] = (counts[outside] ?? 0) - findings;
    counts[place(clause, party, rule)] = findings;
    const cell = clause * parties.length + party;
    low[cell] = (low[cell] ?? 0) + sums.low;
    high[cell] = (high[cell] ?? 0) + sums.high;
  }
  return { clauses, parties, counts, low, high };
}
