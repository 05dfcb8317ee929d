import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { at } from '@/domain/fixtures/builders';
import { nowcast, reportedShares } from './nowcast';
import { reportTriangle } from './report-triangle';
import { TREND_POLICY_2026_11 } from './trend-policy';

const policy = TREND_POLICY_2026_11.values;
const T17 = [
  [2, 3, 2, 1],
  [3, 4, 2, 1],
  [2, 4, 3, 1],
  [3, 3, 2, null],
  [2, 4, null, null],
  [3, null, null, null],
];
const to4 = (n: number | null): number | null => (n === null ? null : Number(n.toFixed(4)));
const to2 = (n: number | null): number | null => (n === null ? null : Number(n.toFixed(2)));

describe('T17', () => {
  test('shares reported after 0 to 3 months', () => {
    expect(reportedShares(T17).map(to4)).toEqual([0.2597, 0.6494, 0.8929, 1]);
  });

  test('nowcast with errors; the last month is provisional', () => {
    const rows = nowcast(T17, policy);
    expect(rows.map(({ estimate }) => to2(estimate))).toEqual([8, 10, 10, 8.96, 9.24, 11.55]);
    expect(rows.map(({ error }) => to2(error))).toEqual([0, 0, 0, 1.04, 2.23, 5.74]);
    expect(rows.map(({ provisional }) => provisional)).toEqual([...Array(5).fill(false), true]);
  });
});

test('nothing reported yet is no estimate, and not nought', () => {
  const last = nowcast([...T17.slice(0, 5), [0, null, null, null]], policy).at(-1);
  expect(last).toMatchObject({ reported: 0, estimate: null, error: null, provisional: true });
});

test('without any report no share is known', () => {
  expect(
    nowcast(
      [
        [0, 0],
        [0, null],
      ],
      policy,
    ).map(({ share }) => share),
  ).toEqual([null, null]);
  expect(nowcast([], policy)).toEqual([]);
});

const rows = fc
  .tuple(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 20 }))
  .chain(([width, length]) =>
    fc
      .array(fc.array(fc.nat({ max: 9 }), { minLength: width, maxLength: width }), {
        minLength: length,
        maxLength: length,
      })
      .map((full) =>
        full.map((row, place) => row.map((n, delay) => (place + delay < length ? n : null))),
      ),
  );

test('shares never fall with delay, an estimate is never below what is reported, whole rows are kept', () => {
  fc.assert(
    fc.property(rows, (triangle) => {
      const shares = reportedShares(triangle).filter((share) => share !== null);
      expect(shares).toEqual([...shares].sort((one, two) => one - two));
      nowcast(triangle, policy).forEach(({ reported, estimate, error }, place) => {
        if (estimate !== null) expect(estimate).toBeGreaterThanOrEqual(reported);
        const whole = triangle[place]?.every((n) => n !== null) === true;
        if (whole && reported > 0) expect([estimate, error]).toEqual([reported, 0]);
      });
    }),
    { numRuns: 200 },
  );
});

describe('the triangle of a corpus', () => {
  const day = (text: string) => [at(text) - 86_399_999, at(text)] as const;
  type Span = readonly [number, number];
  const triangle = (pairs: readonly (readonly [Span, Span | null])[], asOf: string) =>
    reportTriangle(
      {
        startFirst: pairs.map(([[from]]) => from),
        startLast: pairs.map(([[, to]]) => to),
        reportFirst: pairs.map(([, report]) => report?.[0] ?? Number.NaN),
        reportLast: pairs.map(([, report]) => report?.[1] ?? Number.NaN),
      },
      pairs.map((_, place) => place),
      { from: 2016 * 12, asOf: at(asOf), longest: 2 },
    );

  test('a row an onset month, a column a delay; the month that is not over is left out', () => {
    const { rows: made } = triangle(
      [
        [day('2016-01-05'), day('2016-01-20')],
        [day('2016-01-05'), day('2016-03-20')],
        [day('2016-02-05'), day('2016-03-01')],
        [day('2016-03-05'), day('2016-03-30')],
        [day('2016-04-05'), day('2016-04-06')],
      ],
      '2016-04-15',
    );
    expect(made).toEqual([
      [1, 0, 1],
      [0, 1, null],
      [1, null, null],
    ]);
  });

  test('what is dated too coarsely or not reported is left out and told', () => {
    const year: Span = [at('2015-12-31') + 1, at('2016-12-31')];
    const told = triangle(
      [
        [year, day('2016-03-01')],
        [day('2016-01-02'), year],
        [day('2016-01-02'), null],
        [day('2016-01-02'), day('2017-01-01')],
      ],
      '2016-06-30',
    );
    expect([told.coarse, told.unreported]).toEqual([2, 2]);
    expect(told.rows.flat().every((n) => n === 0 || n === null)).toBe(true);
  });

  test('a report dated before its onset is one made at once; a very late one goes to the last column', () => {
    const { rows: made } = triangle(
      [
        [day('2016-01-05'), day('2015-12-20')],
        [day('2016-01-05'), day('2016-09-20')],
      ],
      '2016-09-30',
    );
    expect(made[0]).toEqual([1, 0, 1]);
  });
});
