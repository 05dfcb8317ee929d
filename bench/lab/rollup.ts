import { hashOf } from '@/domain/ledger';
import { RULE_IDS, VERDICTS } from '@/domain/verdict';

/** What a score adds up of a corpus under a pact, by clause, party and rule. */
export interface ClauseRollup {
  readonly clauses: readonly string[];
  readonly parties: readonly string[];
  /** Findings by clause, party and rule, flat. */
  readonly counts: Int32Array;
  /** Sums of V_low and V_high (method.md 4) by clause and party, in units of 2^-20. */
  readonly low: Float64Array;
  readonly high: Float64Array;
}

/** The same with the gravest finding of each incident and accused, by party. */
export interface Rollup extends ClauseRollup {
  /** By party and verdict, flat. */
  readonly caseCounts: Int32Array;
  readonly caseLow: Float64Array;
  readonly caseHigh: Float64Array;
}

const UNIT = 2 ** 20;

/** A weighted belief in units of 2^-20, rounded: whole numbers add up alike in any order. */
export const unitsOf = (value: number): number => Math.floor(value * UNIT + 0.5);

export function emptyRollup(clauses: readonly string[], parties: readonly string[]): Rollup {
  const cells = clauses.length * parties.length;
  return {
    ...{ clauses, parties },
    counts: new Int32Array(cells * RULE_IDS.length),
    low: new Float64Array(cells),
    high: new Float64Array(cells),
    caseCounts: new Int32Array(parties.length * VERDICTS.length),
    caseLow: new Float64Array(parties.length),
    caseHigh: new Float64Array(parties.length),
  };
}

/** SHA-256 of the canonical JSON of what every engine adds up. */
export const clauseHash = ({ clauses, parties, counts, low, high }: ClauseRollup): string =>
  hashOf({ clauses, parties, counts: [...counts], low: [...low], high: [...high] });

/** The same with the counts of cases, which not every engine adds up. */
export const rollupHash = (rollup: Rollup): string =>
  hashOf({
    clauses: clauseHash(rollup),
    counts: [...rollup.caseCounts],
    low: [...rollup.caseLow],
    high: [...rollup.caseHigh],
  });
