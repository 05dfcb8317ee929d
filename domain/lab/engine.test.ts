import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dossierSchema } from '@/domain/dossier';
import { incidentLists, pacts, settings } from '@/domain/fixtures/generators';
import { pactLibrarySchema } from '@/domain/pact';
import { POLICY_2026_11 } from '@/domain/policy';
import { fromBuffer, toBuffer } from './buffer';
import { storeOf } from './builder';
import { dayOf } from './day';
import { score } from './engine';
import { pick } from './pick';
import { explainedRollup } from './testing/explained';

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../corpus/${name}.json`, import.meta.url), 'utf8'));
const FILES = ['china-and-others', 'russia-west', 'territory-and-treaties'];
const corpus = FILES.flatMap((name) => dossierSchema.parse(read(name)).incidents);
const library = pactLibrarySchema.parse(read('pacts')).pacts;

test('the engine gives what the explaining path gives, added up', () => {
  fc.assert(
    fc.property(incidentLists(6), pacts, settings, (incidents, pact, setting) => {
      const day = dayOf(storeOf(incidents, setting), setting.asOf);
      expect(score(day, { pact, assumedFrom: setting.assumedFrom ?? null })).toEqual(
        explainedRollup(incidents, pact, setting),
      );
    }),
    { numRuns: 200 },
  );
});

test.each([
  ['2026-11-22', null],
  ['2016-12-31', '2015-01-01'],
])('it does so for the demonstration corpus under every pact, as of %s', (day, from) => {
  const setting = {
    policy: POLICY_2026_11,
    compiledOn: '2026-11-22',
    asOf: Date.parse(`${day}T23:59:59.999Z`),
    assumedFrom: from === null ? null : Date.parse(`${from}T00:00:00.000Z`),
  };
  const on = dayOf(storeOf(corpus, setting), setting.asOf);
  for (const pact of library)
    expect(score(on, { pact, assumedFrom: setting.assumedFrom })).toEqual(
      explainedRollup(corpus, pact, setting),
    );
});

test('only what a pact can touch scores the same, and so does what comes out of a buffer', () => {
  fc.assert(
    fc.property(incidentLists(6), pacts, settings, (incidents, pact, setting) => {
      const store = storeOf(incidents, setting);
      const packed = toBuffer(pick(store, pact));
      const question = { pact, assumedFrom: setting.assumedFrom ?? null };
      const whole = score(dayOf(store, setting.asOf), question);
      expect(score(dayOf(fromBuffer(packed), setting.asOf), question)).toEqual(whole);
      expect(toBuffer(fromBuffer(packed))).toEqual(packed);
    }),
    { numRuns: 100 },
  );
});

test('a buffer of another kind is refused', () => {
  expect(() => fromBuffer(new ArrayBuffer(16))).toThrow(/servanda.columns/);
});
