import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dossierSchema } from '@/domain/dossier';
import { incidentLists, pacts, settings } from '@/domain/fixtures/generators';
import { pactLibrarySchema } from '@/domain/pact';
import { POLICY_2026_11 } from '@/domain/policy';
import { swappedPair, swapping } from './swap';

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../corpus/${name}.json`, import.meta.url), 'utf8'));
const incidents = dossierSchema.parse(read('russia-west')).incidents.slice(0, 25);
const library = pactLibrarySchema.parse(read('pacts')).pacts;
const setting = {
  ...{ policy: POLICY_2026_11, compiledOn: '2026-11-22' },
  asOf: Date.parse('2026-11-22T23:59:59.999Z'),
};

/** What is found, and after how many pauses. */
function tried(...asked: Parameters<typeof swapping>) {
  const run = swapping(...asked);
  for (let pauses = 0; ; pauses += 1) {
    const step = run.next();
    if (step.done === true) return { faults: step.value, pauses };
  }
}

test('every pact of the library, those with a reservation too, stands the exchange of its parties', () => {
  for (const pact of library) expect(tried(incidents, pact, setting).faults, pact.id).toEqual([]);
});

test('and so does whatever the format can say: an asymmetry needs a reservation or words', () => {
  fc.assert(
    fc.property(incidentLists(4), pacts, settings, (list, pact, own) => {
      expect(tried(list, pact, own).faults).toEqual([]);
    }),
    { numRuns: 40 },
  );
});

test('others have their turn between the incidents that are tried', () => {
  const [accord] = library.filter(({ id }) => id === 'territory-due-diligence-13c');
  if (accord === undefined) throw new Error('the library lacks it');
  const many = [0, 1, 2].flatMap((at) =>
    incidents.map((one) => ({ ...one, id: `${one.id}-${at}` })),
  );
  expect(tried(many, accord, setting).pauses).toBeGreaterThan(1);
});

test('the two are tried whom the record accuses most', () => {
  const [accord] = library.filter(({ id }) => id === 'territory-due-diligence-13c');
  if (accord === undefined) throw new Error('the library lacks it');
  expect(swappedPair(incidents, accord, setting)).toContain('RU');
  expect(swappedPair([], accord, setting)).toEqual(
    accord.parties.slice(0, 2).map(({ code }) => code),
  );
});
