import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type BreakoutCategory,
  CYBER_COMPONENTS,
  cyberIntensity,
  MILITARY_SCALE,
  rate,
  rubricsFor,
  severityOfBreakout,
  severityOfIntensity,
} from './severity-rubric';
import { CONDUCT, codesOf } from './vocabulary';

test.each([
  [0, 1],
  [2, 1],
  [2.25, 2],
  [3, 2],
  [4, 2],
  [4.5, 3],
  [6, 3],
  [7.5, 4],
  [9, 4],
  [9.1, 5],
  [15, 5],
])('intensity %f is severity %i', (intensity, severity) => {
  expect(severityOfIntensity(intensity)).toBe(severity);
});

test('the intensity runs from 0 to 15, with half as much again for importance', () => {
  const all = Object.fromEntries(CYBER_COMPONENTS.map(({ id }) => [id, 2]));
  expect(cyberIntensity({}, true)).toBe(0);
  expect(cyberIntensity(all, false)).toBe(10);
  expect(cyberIntensity(all, true)).toBe(15);
});

test.each([
  [1, 1],
  [2, 2],
  [3, 3],
  [4, 4],
  [5, 5],
  [6, 5],
] as const)('breakout category %i is severity %i', (category: BreakoutCategory, severity) => {
  expect(severityOfBreakout(category)).toBe(severity);
});

test('the sea scale has a word for each severity', () => {
  expect(MILITARY_SCALE.map(({ severity }) => severity)).toEqual([1, 2, 3, 4, 5]);
});

test.each([
  [['data-theft-and-doxing'], ['cyber']],
  [
    ['data-theft-and-doxing', 'covert-personas'],
    ['cyber', 'influence'],
  ],
  [['unsafe-manoeuvre', 'dangerous-laser'], ['military']],
  [[], []],
] as const)('%o is rated by %o', (conduct, rubrics) => {
  expect(rubricsFor(conduct)).toEqual(rubrics);
});

test('every conduct has a scale', () => {
  for (const code of codesOf(CONDUCT)) expect(rubricsFor([code])).toHaveLength(1);
});

test('a rating says how it was reached', () => {
  expect(rate({ kind: 'cyber', marks: { theft: 2, hijacking: 2 }, highImportance: true })).toEqual({
    severity: 3,
    note: 'Weighted intensity: theft 2 + disruption 0 + hijacking 2 + spatial 0 + temporal 0, times 1.5 for importance = 6.',
  });
  expect(rate({ kind: 'influence', category: 4 })).toMatchObject({ severity: 4 });
  expect(rate({ kind: 'military', severity: 2 })).toMatchObject({
    severity: 2,
    note: 'Military and sea scale: unsafe.',
  });
});

test('a higher mark never lowers the severity', () => {
  const mark = fc.constantFrom<0 | 1 | 2>(0, 1, 2);
  fc.assert(
    fc.property(
      fc.record({ theft: mark, disruption: mark, hijacking: mark, spatial: mark, temporal: mark }),
      fc.constantFrom(...CYBER_COMPONENTS.map(({ id }) => id)),
      fc.boolean(),
      (marks, raised, highImportance) => {
        const { severity } = rate({ kind: 'cyber', marks, highImportance });
        const higher = { ...marks, [raised]: 2 as const };
        expect(
          rate({ kind: 'cyber', marks: higher, highImportance }).severity,
        ).toBeGreaterThanOrEqual(severity);
        expect(
          rate({ kind: 'cyber', marks, highImportance: true }).severity,
        ).toBeGreaterThanOrEqual(severity);
      },
    ),
  );
});
