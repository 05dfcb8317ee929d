import { groupBy } from '@/domain/group';

/** One value that occurs, and how many of the pairable values are it. */
export interface Counted<T> {
  readonly value: T;
  readonly count: number;
}

/** How a variable is compared: which values are the same, and how far two are apart. */
export interface Metric<T> {
  readonly name: string;
  /** Values with one key are the same. */
  readonly key: (value: T) => string;
  /** The squared difference of two values, 0 or more, given how often each value occurs. */
  readonly difference: (one: T, other: T, counts: readonly Counted<T>[]) => number;
}

/** Same or not. */
export const NOMINAL: Metric<string> = {
  name: 'nominal',
  key: (value) => value,
  difference: (one, other) => (one === other ? 0 : 1),
};

/** By rank: the square of how many values lie between, the two themselves counting half. */
export const ORDINAL: Metric<number> = {
  name: 'ordinal',
  key: String,
  difference: (one, other, counts) => {
    const [low, high] = one < other ? [one, other] : [other, one];
    const between = counts.reduce((sum, { value, count }) => {
      if (value < low || value > high) return sum;
      return sum + (value === low || value === high ? count / 2 : count);
    }, 0);
    return one === other ? 0 : between ** 2;
  },
};

/**
 * Sets of codes by Jaccard: the share of the codes of either that are not codes of both, from 0 (the
 * same set) to 1 (nothing in common). Taken as it is, not squared.
 */
export const SET: Metric<readonly string[]> = {
  name: 'set (Jaccard)',
  key: (value) => [...new Set(value)].sort().join(' '),
  difference: (one, other) => {
    const either = new Set([...one, ...other]);
    const second = new Set(other);
    const both = [...new Set(one)].filter((code) => second.has(code)).length;
    return either.size === 0 ? 0 : 1 - both / either.size;
  },
};

export interface Alpha {
  /** 1: they agree; 0: as chance would have it; below 0: they disagree systematically. Null: undefined. */
  readonly alpha: number | null;
  /** Units that two or more coded. */
  readonly units: number;
  /** Values in those units. */
  readonly values: number;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((so, each) => so + each, 0);

function countsOf<T>(values: readonly T[], { key }: Metric<T>): Counted<T>[] {
  return [...groupBy(values, key).values()].flatMap((equal) => {
    const [value] = equal;
    return value === undefined ? [] : [{ value, count: equal.length }];
  });
}

/** Sum of the differences of every ordered pair of values, none paired with itself. */
function disagreement<T>(
  own: readonly Counted<T>[],
  metric: Metric<T>,
  all: readonly Counted<T>[],
): number {
  return sum(
    own.flatMap((one, at) =>
      own
        .slice(at + 1)
        .map(
          (other) => 2 * one.count * other.count * metric.difference(one.value, other.value, all),
        ),
    ),
  );
}

/**
 * Krippendorff's alpha, 1 - D_o / D_e, for any number of coders; null is a missing value
 * (K. Krippendorff, "Computing Krippendorff's Alpha-Reliability", 2011). One row a unit, one value a
 * coder. A unit that fewer than two coded pairs with nothing and is left out. Undefined (null) where
 * fewer than two values can be paired, and where all are the same: without variation agreement shows
 * nothing.
 */
export function alpha<T>(rows: readonly (readonly (T | null)[])[], metric: Metric<T>): Alpha {
  const units = rows
    .map((row) => row.flatMap((value) => (value === null ? [] : [value])))
    .filter((values) => values.length > 1);
  const values = units.flat();
  const n = values.length;
  const counts = countsOf(values, metric);
  const expected = n < 2 ? 0 : disagreement(counts, metric, counts) / (n * (n - 1));
  const observed = sum(
    units.map((unit) => disagreement(countsOf(unit, metric), metric, counts) / (unit.length - 1)),
  );
  return {
    alpha: expected === 0 ? null : 1 - observed / n / expected,
    ...{ units: units.length, values: n },
  };
}
