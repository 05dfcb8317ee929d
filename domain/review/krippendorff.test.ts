import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { alpha, type Metric, NOMINAL, ORDINAL, SET } from './krippendorff';

/** One line a coder, one word a unit, `.` where it was not coded; turned to one row a unit. */
function units<T>(lines: string, read: (word: string) => T): (T | null)[][] {
  const coders = lines
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/));
  const [first = []] = coders;
  return first.map((_, at) =>
    coders.map((coder) => {
      const word = coder[at] ?? '.';
      return word === '.' ? null : read(word);
    }),
  );
}
const word = (text: string): string => text;
const INTERVAL: Metric<number> = {
  ...{ name: 'interval', key: String },
  difference: (one, other) => (one - other) ** 2,
};

/** Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), sections A to C. */
describe('the worked examples of Krippendorff 2011', () => {
  const FOUR = `
    1 2 3 3 2 1 4 1 2 . . .
    1 2 3 3 2 2 4 1 2 5 . 3
    . 3 3 3 2 3 4 2 2 5 1 .
    1 2 3 3 2 4 4 1 2 5 1 .`;

  test('A: binary data, two observers, ten units', () => {
    const data = `
      0 1 0 0 0 0 0 0 1 0
      1 1 1 0 0 1 0 0 0 0`;
    expect(alpha(units(data, word), NOMINAL).alpha).toBeCloseTo(0.095, 3);
  });

  test('B: nominal data, two observers, twelve units', () => {
    const data = `
      a a b b d c c c e d d a
      b a b b b c c c e d d d`;
    expect(alpha(units(data, word), NOMINAL).alpha).toBeCloseTo(0.692, 3);
  });

  test('C: any number of observers, missing values', () => {
    expect(alpha(units(FOUR, word), NOMINAL).alpha).toBeCloseTo(0.743, 3);
    expect(alpha(units(FOUR, Number), ORDINAL).alpha).toBeCloseTo(0.815, 3);
    expect(alpha(units(FOUR, Number), INTERVAL).alpha).toBeCloseTo(0.849, 3);
    // The unit that one observer alone coded pairs with nothing.
    expect(alpha(units(FOUR, word), NOMINAL)).toMatchObject({ units: 11, values: 40 });
  });
});

describe('undefined, and never 1 by default', () => {
  test.each<[string, (string | null)[][]]>([
    ['nothing coded', []],
    [
      'each unit by one only',
      [
        ['a', null],
        [null, 'b'],
      ],
    ],
    [
      'no variation',
      [
        ['a', 'a'],
        ['a', 'a'],
      ],
    ],
    ['one unit, one value', [['a', 'a']]],
  ])('%s', (_what, rows) => {
    expect(alpha(rows, NOMINAL).alpha).toBe(null);
  });
});

describe('sets by Jaccard', () => {
  const apart = (one: string, other: string) => SET.difference([...one], [...other], []);
  test.each([
    ['ab', 'ab', 0],
    ['ab', 'ba', 0],
    ['ab', 'b', 1 / 2],
    ['ab', 'bc', 2 / 3],
    ['a', 'b', 1],
  ])('%s and %s', (one, other, distance) => {
    expect(apart(one, other)).toBeCloseTo(distance, 12);
  });

  test('of one code each they are nominal', () => {
    const rows = [
      ['a', 'a'],
      ['b', 'c'],
      ['c', 'c'],
      ['a', 'b'],
    ];
    const sets = rows.map((row) => row.map((code) => [code]));
    expect(alpha(sets, SET).alpha).toBeCloseTo(alpha(rows, NOMINAL).alpha ?? NaN, 12);
  });
});

describe('whatever the data', () => {
  const rows = fc.array(
    fc.array(fc.option(fc.integer({ min: 1, max: 5 })), { minLength: 2, maxLength: 4 }),
    { maxLength: 12 },
  );
  const close = (one: number | null, other: number | null) =>
    one === null || other === null ? expect(one).toBe(other) : expect(one).toBeCloseTo(other, 10);

  /** The definition, pair by pair. */
  function byPairs(data: readonly (readonly (number | null)[])[]): number | null {
    const kept = data
      .map((row) => row.filter((value) => value !== null))
      .filter((row) => row.length > 1);
    const all = kept.flat();
    const apart = (list: readonly number[]) =>
      list.flatMap((one, i) => list.map((other, j) => (i !== j && one !== other ? 1 : 0)));
    const total = (list: readonly number[]) => list.reduce((so, each) => so + each, 0);
    const expected = total(apart(all)) / (all.length * (all.length - 1));
    const observed = total(kept.map((row) => total(apart(row)) / (row.length - 1))) / all.length;
    return all.length < 2 || expected === 0 ? null : 1 - observed / expected;
  }

  test('it is what the definition says', () => {
    fc.assert(
      fc.property(rows, (data) => {
        const named = data.map((row) => row.map((value) => (value === null ? null : `${value}`)));
        close(alpha(named, NOMINAL).alpha, byPairs(data));
      }),
    );
  });

  test('it never exceeds 1, and is 1 only where nobody differs', () => {
    fc.assert(
      fc.property(rows, (data) => {
        const measured = alpha(data, ORDINAL).alpha;
        fc.pre(measured !== null);
        expect(measured).toBeLessThanOrEqual(1);
        const agree = data.every((row) => new Set(row.filter((value) => value !== null)).size < 2);
        expect(measured === 1).toBe(agree);
      }),
    );
  });

  test('the order of coders and units does not matter', () => {
    fc.assert(
      fc.property(rows, (data) => {
        const turned = [...data].reverse().map((row) => [...row].reverse());
        close(alpha(turned, ORDINAL).alpha, alpha(data, ORDINAL).alpha);
      }),
    );
  });
});
