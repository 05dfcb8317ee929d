import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { at } from './fixtures/builders';
import { revisionKnownAt } from './incident-asof';

const revisions = [
  { number: 1, recordedAt: at('2026-11-01T10:00Z') },
  { number: 2, recordedAt: at('2026-11-05T10:00Z') },
  { number: 3, recordedAt: at('2026-12-01T10:00Z') },
];

describe.each([
  ['imported history', true],
  ['logged here', false],
])('%s', (_, importedHistory) => {
  const number = (asOf: string): number | null =>
    revisionKnownAt(revisions, at(asOf), { importedHistory })?.number ?? null;

  test.each([
    ['2016-01-01', importedHistory ? 1 : null],
    ['2026-10-31', importedHistory ? 1 : null],
    ['2026-11-01', 1],
    ['2026-11-05T09:59Z', 1],
    ['2026-11-05T10:00Z', 2],
    ['2026-11-05', 2],
    ['2026-11-30', 2],
    ['2030-01-01', 3],
  ])('on %s revision %s was known', (asOf, expected) => {
    expect(number(asOf)).toBe(expected);
  });
});

test('of nothing, nothing was known', () => {
  expect(revisionKnownAt([], at('2026-01-01'), { importedHistory: true })).toBeNull();
});

test('what is known never becomes unknown, and the order they come in does not matter', () => {
  const days = fc.uniqueArray(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(
      days,
      fc.nat(100),
      fc.nat(100),
      fc.boolean(),
      (list, one, other, importedHistory) => {
        const known = [...list]
          .sort((a, b) => a - b)
          .map((recordedAt, index) => ({ number: index + 1, recordedAt }));
        const numberAt = (asOf: number) =>
          revisionKnownAt(known, asOf, { importedHistory })?.number ?? 0;
        const [early, late] = [Math.min(one, other), Math.max(one, other)];
        expect(numberAt(early)).toBeLessThanOrEqual(numberAt(late));
        expect(revisionKnownAt([...known].reverse(), one, { importedHistory })?.number ?? 0).toBe(
          numberAt(one),
        );
      },
    ),
  );
});
