import { layoutOf, type Rollup, rollupAt, rowsOf } from '@/domain/lab/rollup';
import { hashOf } from '@/domain/ledger';

/** The part of a rollup that every engine adds up: by clause, party and rule. */
export type ClauseRollup = Omit<Rollup, 'caseCounts' | 'caseLow' | 'caseHigh'>;

const UNIT = 2 ** 20;

/** A weighted belief in units of 2^-20, rounded: whole numbers add up alike in any order. */
export const unitsOf = (value: number): number => Math.floor(value * UNIT + 0.5);

/** A rollup of no findings. */
export function emptyRollup(clauses: readonly string[], parties: readonly string[]): Rollup {
  const layout = layoutOf({ clauses, parties });
  return rollupAt(layout, ...rowsOf(layout, 1), 0);
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
