import { RULES, VERDICTS } from '@/domain/verdict';

const RULE_COUNT = RULES.length;
const VERDICT_COUNT = VERDICTS.length;

/**
 * What a pact makes of a corpus, added up: whole numbers only, so that adding and taking away in any
 * order leaves the same. V is in units of 2^-20, each finding rounded once.
 */
export interface Rollup {
  readonly clauses: readonly string[];
  readonly parties: readonly string[];
  /** By clause, party and rule: one finding per incident, clause and accused state. */
  readonly counts: Int32Array;
  /** By clause and party: V_low and V_high. */
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** By party and verdict: one finding per incident and accused state, the gravest (method.md 4). */
  readonly caseCounts: Int32Array;
  /** By party. */
  readonly caseLow: Float64Array;
  readonly caseHigh: Float64Array;
}

type Names = Pick<Rollup, 'clauses' | 'parties'>;

/** Sizes of the parts of a rollup laid one after the other. */
export interface Layout extends Names {
  readonly counts: number;
  readonly sums: number;
  readonly caseCounts: number;
  readonly caseSums: number;
}

export function layoutOf({ clauses, parties }: Names): Layout {
  const cells = clauses.length * parties.length;
  return {
    ...{ clauses, parties },
    ...{ counts: cells * RULE_COUNT, sums: cells },
    ...{ caseCounts: parties.length * VERDICT_COUNT, caseSums: parties.length },
  };
}

/** A rollup at one place of rows of rollups: `counts` and `sums` hold one row after the other. */
export function rollupAt(
  layout: Layout,
  counts: Int32Array,
  sums: Float64Array,
  place: number,
): Rollup {
  const { clauses, parties } = layout;
  const first = place * (layout.counts + layout.caseCounts);
  const cases = first + layout.counts;
  const sum = place * 2 * (layout.sums + layout.caseSums);
  const high = sum + layout.sums;
  const caseLow = high + layout.sums;
  const caseHigh = caseLow + layout.caseSums;
  return {
    ...{ clauses, parties },
    counts: counts.subarray(first, cases),
    caseCounts: counts.subarray(cases, cases + layout.caseCounts),
    low: sums.subarray(sum, high),
    high: sums.subarray(high, caseLow),
    caseLow: sums.subarray(caseLow, caseHigh),
    caseHigh: sums.subarray(caseHigh, caseHigh + layout.caseSums),
  };
}

/** Rows of rollups, all zero. */
export function rowsOf(layout: Layout, places: number): [Int32Array, Float64Array] {
  return [
    new Int32Array(places * (layout.counts + layout.caseCounts)),
    new Float64Array(places * 2 * (layout.sums + layout.caseSums)),
  ];
}

const PARTS = ['counts', 'low', 'high', 'caseCounts', 'caseLow', 'caseHigh'] as const;

/** Adds one rollup to another of the same pact, or takes it away (`sign` -1). */
export function plus(one: Rollup, other: Rollup, sign: 1 | -1 = 1): Rollup {
  const [counts, sums] = rowsOf(layoutOf(one), 1);
  const made = rollupAt(layoutOf(one), counts, sums, 0);
  for (const part of PARTS)
    made[part].forEach((_, at) => {
      made[part][at] = (one[part][at] ?? 0) + sign * (other[part][at] ?? 0);
    });
  return made;
}

/** Writes a rollup over another of the same pact. */
export function copyInto(to: Rollup, from: Rollup): void {
  to.counts.set(from.counts);
  to.caseCounts.set(from.caseCounts);
  for (const part of ['low', 'high', 'caseLow', 'caseHigh'] as const) to[part].set(from[part]);
}
