import fc from 'fast-check';
import { expect, test } from 'vitest';
import { estimativeWords, isBelowEven, rangeText, wordFor } from './estimative';

test('seven words, without gaps, each using a number inside its range', () => {
  const words = estimativeWords();
  expect(words).toHaveLength(7);
  words.forEach(({ from, to, used }, index) => {
    expect(used).toBeGreaterThanOrEqual(from);
    expect(used).toBeLessThanOrEqual(to);
    expect(words[index + 1]?.from ?? 0.99).toBe(to);
  });
  expect(rangeText('very_likely')).toBe('.80 to .95');
});

test.each([
  [0.001, 'almost_no_chance'],
  [0.05, 'very_unlikely'],
  [0.2, 'unlikely'],
  [0.45, 'roughly_even_chance'],
  [0.5, 'roughly_even_chance'],
  [0.55, 'likely'],
  [0.8, 'very_likely'],
  [0.95, 'almost_certain'],
  [0.999, 'almost_certain'],
  [0, null],
  [1, null],
  [Number.NaN, null],
])('%f is called %s: an edge belongs to the higher band', (probability, word) => {
  expect(wordFor(probability)).toBe(word);
});

test('every word is the word of the number used for it', () => {
  for (const { word, used } of estimativeWords()) expect(wordFor(used)).toBe(word);
});

test.each([
  [{ likelihood: 'unlikely' }, true],
  [{ likelihood: 'roughly_even_chance' }, false],
  [{ likelihood: 'likely' }, false],
  [{ probability: 0.49 }, true],
  [{ probability: 0.5 }, false],
  [{}, false],
] as const)('%o below even: %s', (sure, below) => {
  expect(isBelowEven(sure)).toBe(below);
});

test('a higher probability never gets a lower word', () => {
  const order: unknown[] = estimativeWords().map(({ word }) => word);
  const p = fc.double({ min: 0.001, max: 0.999, noNaN: true });
  fc.assert(
    fc.property(p, p, (one, two) => {
      const [low, high] = [Math.min(one, two), Math.max(one, two)].map((x) =>
        order.indexOf(wordFor(x)),
      );
      expect(low).toBeLessThanOrEqual(high ?? 7);
    }),
  );
});
