import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pacts } from '@/domain/fixtures/generators';
import { pactLibrarySchema, pactSchema } from '@/domain/pact';
import { placeOf, placesOf, SLIDER_IDS, SLIDERS, valueAt } from './sliders';
import {
  type Change,
  changesSchema,
  changesText,
  effective,
  inOrder,
  withChanges,
} from './variant';

const library = pactLibrarySchema.parse(
  JSON.parse(readFileSync(new URL('../../corpus/pacts.json', import.meta.url), 'utf8')),
).pacts;
const pact = library.find(({ id }) => id === 'anti-doxing-2017');
if (pact === undefined) throw new Error('the library lacks the anti-doxing accord');

const changes = fc.array(
  fc
    .record({
      slider: fc.constantFrom(...SLIDER_IDS),
      clause: fc.constantFrom(null, ...pact.clauses.map(({ id }) => id)),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
    })
    .map(({ slider, clause, share }): Change => {
      const { [slider]: one } = SLIDERS;
      return { slider, clause, value: valueAt(one, Math.floor(share * (placesOf(one) - 1))) };
    }),
  { maxLength: 6 },
);

test('every place of every slider reads back as itself, and what it writes is a pact', () => {
  for (const slider of Object.values(SLIDERS))
    for (let place = 0; place < placesOf(slider); place += 1) {
      const value = valueAt(slider, place);
      expect(placeOf(slider, value)).toBe(place);
      const clauses = pact.clauses.map((clause) => slider.write(clause, value));
      expect(pactSchema.safeParse({ ...pact, clauses }).success).toBe(true);
    }
});

test('the changes of an address read back as they were written', () => {
  fc.assert(
    fc.property(changes, (list) => {
      expect(changesSchema.parse(changesText(list))).toEqual(inOrder(list));
    }),
  );
});

test.each([
  'actDays',
  'actDays:',
  'actDays:-1',
  'actDays:7.5',
  'actDays:121',
  'theta.link:1.01',
  'constructor:3',
  'actDays@a b:3',
  'severity:3',
])('refuses %s and says what was expected', (text) => {
  const parsed = changesSchema.safeParse(text);
  expect(parsed.success).toBe(false);
  expect(parsed.error?.issues[0]?.message).toMatch(/expected changes such as/);
});

test('a change of one clause stands before a change of all; what changes nothing is left out', () => {
  const [first] = pact.clauses;
  const own = first?.dueDiligence?.actDays ?? 0;
  const id = first?.id ?? '';
  const all: Change = { slider: 'actDays', clause: null, value: own + 30 };
  const back: Change = { slider: 'actDays', clause: id, value: own };
  const moved = withChanges(pact, [back, all]);
  expect(moved.clauses[0]?.dueDiligence?.actDays).toBe(own);
  expect(effective(pact, [back])).toEqual([]);
  expect(effective(pact, [all])).toEqual([all]);
});

test('leaving out what changes nothing changes nothing, for any pact', () => {
  fc.assert(
    fc.property(pacts, changes, (one, list) => {
      expect(withChanges(one, effective(one, list))).toEqual(withChanges(one, list));
    }),
  );
});
