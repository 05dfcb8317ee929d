import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { TREND_POLICY_2026_11 } from '@/domain/trend/trend-policy';
import type { MonthlySeries } from './monthly-series';
import { pactEffect } from './pact-effect';
import { effectSentence, effectTexts } from './pact-effect-words';
import { isRefusal } from './segmented-model';

const policy = TREND_POLICY_2026_11.values;
const FIRST = 2012 * 12;
/** Counts around a rate, the same each time: a fixed pattern of over and under. */
const PATTERN = [0, 2, -1, 1, -2, 0, 1, -1, 2, -2, 0, 1, -1];
const around = (rate: number, length: number, from = 0): number[] =>
  Array.from({ length }, (_, at) => Math.max(0, rate + (PATTERN[(at + from) % 13] ?? 0)));
const watched = (counts: readonly number[]): MonthlySeries => ({
  ...{ first: FIRST, counts },
  exposure: counts.map(() => 1),
});
const ask = (counts: readonly number[], at: number, control: readonly number[] | null = null) =>
  pactEffect({ series: watched(counts), pact: FIRST + at, impact: 'level', control }, policy);

const FALL = [...around(12, 60), ...around(4, 48, 60)];

describe('a fall in the month of the pact', () => {
  const effect = ask(FALL, 60, around(20, 108, 5));

  test('is consistent with the pact: dated there, below its course, the control unmoved, placebos smaller', () => {
    expect(effect.leanings).toEqual({
      change_point: 'for',
      segmented: 'for',
      controlled: 'for',
      placebo: 'for',
    });
    expect(effect.word).toBe('consistent');
    expect(effectSentence(effect)).toMatch(
      /^The record is consistent with a fall at the pact of January 2017: .+ and .+\.$/,
    );
  });

  test('tells each step, and never that the pact caused it', () => {
    const texts = effectTexts(effect, policy);
    expect(texts.change_point).toContain('in the month of the pact');
    expect(texts.segmented).toContain('12 months after the pact');
    expect(Object.values(texts).join(' ') + effectSentence(effect)).not.toMatch(/caus|because of/);
  });
});

test('a fall two years before the pact is not consistent with it, whatever before and after say', () => {
  const effect = ask(FALL, 84);
  expect(effect.leanings.change_point).toBe('against');
  expect(effect.word).toBe('not_consistent');
  expect(effectTexts(effect, policy).change_point).toContain('24 months before the pact');
});

test('a fall within a year before signature is allowed for as anticipation', () => {
  expect(ask(FALL, 70).leanings.change_point).toBe('for');
});

test('a fall that the control shares is not put down to the pact', () => {
  const control = [...around(24, 60, 3), ...around(8, 48, 63)];
  const effect = ask(FALL, 60, control);
  expect(effect.leanings).toMatchObject({ segmented: 'for', controlled: 'against' });
  expect(effect.word).toBe('not_consistent');
});

test('a rise at the pact is not consistent with a fall', () => {
  expect(ask([...FALL].reverse(), 48).word).toBe('not_consistent');
});

test('a level record decides nothing, and says what is missing', () => {
  const effect = ask(around(9, 80), 40);
  expect(effect.word).toBe('undecided');
  expect(effectSentence(effect)).toContain('no change of free date stands out');
});

test('too little on one side is refused with the numbers, not guessed', () => {
  const effect = ask(around(9, 40), 34);
  expect(isRefusal(effect.segmented)).toBe(true);
  expect(effect.placebo).toBeNull();
  expect(effectTexts(effect, policy).segmented).toBe(
    'Too little to estimate from: 34 watched months before and 6 from the pact on, of 12 needed on each side.',
  );
});

test('placebo dates lie outside the months of the pact, each with enough on either side', () => {
  const { placebo, window } = ask(FALL, 60);
  const months = placebo?.dates.map(({ month }) => month) ?? [];
  expect([Math.min(...months), Math.max(...months)]).toEqual([FIRST + 12, FIRST + 96]);
  expect(months.filter((month) => window.from <= month && month <= window.to)).toEqual([]);
});

test('the word follows from the steps: one against decides, and consistent needs date and course', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 30, maxLength: 45 }),
      fc.integer({ min: 5, max: 25 }),
      (counts, at) => {
        const { word, leanings, placebo } = ask(counts, at);
        const against = Object.values(leanings).includes('against');
        expect(word === 'not_consistent').toBe(against);
        if (word === 'consistent')
          expect([leanings.change_point, leanings.segmented]).toEqual(['for', 'for']);
        if (placebo !== null) expect(placebo.asLarge).toBeLessThanOrEqual(placebo.dates.length);
      },
    ),
    { numRuns: 25 },
  );
});
