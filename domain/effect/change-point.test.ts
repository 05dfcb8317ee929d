import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rateRatio } from '@/domain/rates';
import { TREND_POLICY_2026_11 } from '@/domain/trend/trend-policy';
import { changePoint, massWithin } from './change-point';
import type { MonthlySeries } from './monthly-series';

const policy = TREND_POLICY_2026_11.values;
const watched = (counts: readonly number[], first = 0): MonthlySeries => ({
  ...{ first, counts },
  exposure: counts.map(() => 1),
});
const T16 = [
  ...[9, 10, 8, 11, 9, 10, 12, 9, 8, 10, 11, 9, 10, 9, 11, 10, 9, 8],
  ...[4, 5, 3, 4, 5, 3, 4, 4, 3, 5, 4, 3, 4, 4, 3, 4, 4, 3, 3, 4, 3, 4, 3],
];
const sum = (counts: readonly number[]): number => counts.reduce((all, n) => all + n, 0);

describe('T16: a fall after month 18, a pact after month 32', () => {
  const found = changePoint(watched(T16), policy);

  test('the change is dated to month 18, not near the pact', () => {
    expect(found?.month).toBe(18);
    expect(found?.posterior.map(({ month }) => month)).toEqual(
      Array.from({ length: 34 }, (_, at) => at + 4),
    );
    expect(found?.posterior.find(({ month }) => month === 18)?.probability).toBeCloseTo(0.7032, 4);
    expect(found === null ? null : massWithin(found, 30, 41)).toBeCloseTo(4.0e-8, 9);
    expect(found?.clear).toBe(true);
    expect(found?.before).toBeCloseTo(sum(T16.slice(0, 18)) / 18, 10);
  });

  test('comparing before with after credits the pact all the same: the FireEye lesson', () => {
    const ratio = (from: number): number | null | undefined =>
      rateRatio(
        { n: sum(T16.slice(from, 32)), exposure: 32 - from },
        { n: sum(T16.slice(32)), exposure: 9 },
      )?.ratio;
    expect(ratio(0)).toBeCloseTo(0.4834, 4);
    expect(ratio(18)).toBeCloseTo(0.8768, 4);
  });
});

test('a level series has no clear change, and too few months or no events have none at all', () => {
  expect(changePoint(watched(Array(40).fill(5)), policy)?.clear).toBe(false);
  expect(changePoint(watched([1, 2, 3, 4, 5, 6, 7]), policy)).toBeNull();
  expect(changePoint(watched(Array(40).fill(0)), policy)).toBeNull();
});

test('what is no series is refused', () => {
  expect(() => changePoint({ first: 0, counts: [1], exposure: [] }, policy)).toThrow(/exposures/);
  expect(() => changePoint(watched([1.5, ...T16]), policy)).toThrow(/whole/);
  expect(() => changePoint({ ...watched([1]), exposure: [0] }, policy)).toThrow(/above 0/);
});

const series = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 20 }), fc.option(fc.double({ min: 0.1, max: 3 }))), {
    minLength: 8,
    maxLength: 60,
  })
  .map(
    (months): MonthlySeries => ({
      first: 24_000,
      counts: months.map(([n]) => n),
      exposure: months.map(([, e]) => (e === null || Number.isNaN(e) ? null : e)),
    }),
  );

test('the posterior adds up to one, and its best month has the most of it', () => {
  fc.assert(
    fc.property(series, (given) => {
      const found = changePoint(given, policy);
      if (found === null) return;
      const { posterior, month, interval } = found;
      expect(interval.from <= month && month <= interval.to).toBe(true);
      expect(massWithin(found, interval.from, interval.to)).toBeGreaterThan(0.9 - 1e-9);
      expect(sum(posterior.map(({ probability }) => probability))).toBeCloseTo(1, 9);
      const most = Math.max(...posterior.map(({ probability }) => probability));
      expect(posterior.find((one) => one.month === month)?.probability).toBeCloseTo(most, 12);
    }),
    { numRuns: 200 },
  );
});

test('a month in which nobody looked changes nothing, whatever was logged in it', () => {
  fc.assert(
    fc.property(series, fc.nat(), fc.nat({ max: 50 }), (given, where, n) => {
      const at = where % given.counts.length;
      const gap = { ...given, exposure: given.exposure.with(at, null) };
      const noisy = { ...gap, counts: gap.counts.with(at, n) };
      expect(changePoint(noisy, policy)).toEqual(changePoint(gap, policy));
    }),
    { numRuns: 100 },
  );
});
