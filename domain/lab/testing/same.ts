import type { Rollup } from '@/domain/lab/rollup';

const PARTS = ['counts', 'low', 'high', 'caseCounts', 'caseLow', 'caseHigh'] as const;

/** Whether two rollups of one pact are the same, number by number: sooner told than by a deep comparison. */
export const isSame = (one: Rollup, other: Rollup): boolean =>
  one.clauses.join() === other.clauses.join() &&
  one.parties.join() === other.parties.join() &&
  PARTS.every(
    (part) =>
      one[part].length === other[part].length &&
      one[part].every((value, at) => value === other[part][at]),
  );
