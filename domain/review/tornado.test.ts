import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { judgeIncident } from '@/domain/finding';
import { caseOf, claimsOf } from '@/domain/fixtures/builders';
import { incidents, pacts, settings, swapStates } from '@/domain/fixtures/generators';
import { robustness } from './robustness';
import { countWords, robustnessSentence, tornado } from './tornado';

/** The record of T2 (method.md 8). */
const T2 = claimsOf(`
  c1 RU:STATE A1 very_likely K1
  c2 RU:STATE B2 almost_certain K2
  c3 RU:LINK B2 very_likely K1 shared
  c4 RU:STATE C3 likely K1 derivative of c1
  c5 OTHER C4 likely K3
  c6 RU:STATE A2 very_likely K4`);

describe('T9: the tornado on T2', () => {
  const made = tornado(caseOf({ claims: T2 }));
  const swing = (change: string) => made.swings.find((one) => one.change === change);

  test('fragile, at a belief of .7807 in the state', () => {
    expect(made).toMatchObject({
      verdict: 'VIOLATION_COMMISSION',
      question: 'state',
      word: 'FRAGILE',
    });
    expect(made.b).toBeCloseTo(0.7807, 4);
  });

  test.each([
    ['c2 2 to 3', 0.7592, false],
    ['c1 A to B', 0.7394, true],
    ['K1 + K2', 0.725, true],
    ['c1', 0.6618, true],
    ['c2', 0.725, true],
    ['c6', 0.7235, true],
  ])('%s: %d', (change, b, flips) => {
    expect(swing(change)?.b).toBeCloseTo(b, 4);
    expect(swing(change)?.flips).toBe(flips);
  });

  test('thresholds are tried too: a higher one changes the verdict and never the belief', () => {
    expect(swing('theta state 0.8')).toMatchObject({ kind: 'threshold', flips: true });
    expect(swing('theta state 0.7')).toBeUndefined();
    const thresholds = made.swings.filter(({ kind }) => kind === 'threshold');
    for (const { difference } of thresholds) expect(difference).toBeCloseTo(0, 12);
  });

  test('what changes the verdict comes first, then the larger swing', () => {
    const flips = made.swings.map((one) => one.flips);
    expect(flips).toEqual([...flips].sort((one, two) => Number(two) - Number(one)));
    const sizes = made.swings
      .filter((one) => one.flips)
      .map(({ difference }) => Math.abs(difference));
    expect(sizes).toEqual([...sizes].sort((one, two) => two - one));
    expect(made.swings[0]?.change).toBe('c1');
  });
});

test('the weight of ignorance moves a belief only where weak sources reach their cap', () => {
  const weak = Array.from({ length: 20 }, (_, n) => `c${n} RU:STATE C3 likely K${n}`).join('\n');
  const { swings } = tornado(caseOf({ claims: claimsOf(weak) }));
  expect(swings.find(({ change }) => change === 'W 4')?.difference).toBeLessThan(-0.1);
});

test('thresholds alone make nothing fragile', () => {
  const claims = claimsOf(`
    c1 RU:STATE B1 almost_certain K1
    c2 RU:STATE B1 almost_certain K2
    c3 RU:STATE B1 almost_certain K3`);
  const { word, swings } = tornado(caseOf({ claims }));
  expect(word).toBe('ROBUST');
  expect(swings.filter(({ flips }) => flips).map(({ change }) => change)).toEqual([
    'theta state 0.9',
  ]);
});

test('the words of findings are counted and told', () => {
  const counts = countWords(['ROBUST', 'FRAGILE', 'FRAGILE']);
  expect(counts).toEqual({ ROBUST: 1, SENSITIVE: 0, FRAGILE: 2 });
  expect(robustnessSentence(counts)).toMatch(
    /^Of 3 violations found, 1 robust, none sensitive and 2 fragile\./,
  );
  expect(robustnessSentence(countWords([]))).toMatch(/^No violation/);
});

describe('on random cases', () => {
  const cases = fc
    .tuple(incidents, pacts, settings)
    .map(([incident, pact, setting]) =>
      judgeIncident(incident, pact, setting).map((judged) => judged.case),
    );

  test('the word is that of the signed findings', () => {
    fc.assert(
      fc.property(cases, (list) => {
        for (const at of list.slice(0, 2)) expect(tornado(at).word).toBe(robustness(at).word);
      }),
      { numRuns: 25 },
    );
  });

  test('swapping the names of two states swaps nothing in it', () => {
    fc.assert(
      fc.property(cases, (list) => {
        const [at] = list;
        if (at === undefined) return;
        expect(tornado(swapStates(at, 'RU', 'US'))).toEqual(tornado(at));
      }),
      { numRuns: 25 },
    );
  });
});
