import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dossierSchema } from '@/domain/dossier';
import { assess, type Finding, type Setting } from '@/domain/finding';
import { incidentLists, pacts, settings } from '@/domain/fixtures/generators';
import type { Incident } from '@/domain/incident';
import { type Pact, pactLibrarySchema } from '@/domain/pact';
import { POLICY_2026_11 } from '@/domain/policy';
import { columnsOf } from './columns';
import { findingAt } from './row';
import { sweep } from './sweep';

const order = ({ incident, clause, accused }: Finding): string =>
  `${incident}|${clause}|${accused ?? ''}`;
const sorted = (findings: readonly Finding[]): Finding[] =>
  [...findings].sort((one, two) => (order(one) < order(two) ? -1 : 1));

function swept(incidents: readonly Incident[], pact: Pact, setting: Setting): Finding[] {
  const scored = sweep(columnsOf(incidents, setting), pact, setting);
  return Array.from({ length: scored.rows }, (_, row) => findingAt(scored, row));
}

test('the sweep gives the findings of the explaining path, field for field', () => {
  fc.assert(
    fc.property(incidentLists(6), pacts, settings, (incidents, pact, setting) => {
      expect(sorted(swept(incidents, pact, setting))).toEqual(
        sorted(assess(incidents, pact, setting)),
      );
    }),
    { numRuns: 250 },
  );
});

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../corpus/${name}.json`, import.meta.url), 'utf8'));
const FILES = ['china-and-others', 'russia-west', 'territory-and-treaties'];
const corpus = FILES.flatMap((name) => dossierSchema.parse(read(name)).incidents);
const library = pactLibrarySchema.parse(read('pacts')).pacts;
const columns = columnsOf(corpus, { policy: POLICY_2026_11, compiledOn: '2026-11-22' });

const onDay = (day: string, from: string | null): Setting => ({
  policy: POLICY_2026_11,
  compiledOn: '2026-11-22',
  asOf: Date.parse(`${day}T23:59:59.999Z`),
  assumedFrom: from === null ? null : Date.parse(`${from}T00:00:00.000Z`),
});

test.each([
  ['2026-11-22', null],
  ['2016-12-31', '2015-01-01'],
])('it does so for the demonstration corpus under every pact, as of %s', (day, from) => {
  const setting = onDay(day, from);
  for (const pact of library) {
    const scored = sweep(columns, pact, setting);
    const found = Array.from({ length: scored.rows }, (_, row) => findingAt(scored, row));
    expect(sorted(found)).toEqual(sorted(assess(corpus, pact, setting)));
  }
});

test('one set of columns serves every day and every assumed entry into force', () => {
  fc.assert(
    fc.property(incidentLists(5), pacts, settings, settings, (incidents, pact, one, two) => {
      const laid = columnsOf(incidents, one);
      for (const setting of [one, { ...two, policy: one.policy, compiledOn: one.compiledOn }]) {
        const scored = sweep(laid, pact, setting);
        const found = Array.from({ length: scored.rows }, (_, row) => findingAt(scored, row));
        expect(sorted(found)).toEqual(sorted(assess(incidents, pact, setting)));
      }
    }),
    { numRuns: 100 },
  );
});

test('a memo saves work and changes nothing', () => {
  fc.assert(
    fc.property(incidentLists(6), pacts, settings, (incidents, pact, setting) => {
      const memo = new WeakMap();
      columnsOf(incidents.slice(1), setting, memo);
      const scored = sweep(columnsOf(incidents, setting, memo), pact, setting);
      const found = Array.from({ length: scored.rows }, (_, row) => findingAt(scored, row));
      expect(sorted(found)).toEqual(sorted(swept(incidents, pact, setting)));
    }),
    { numRuns: 60 },
  );
});

test('columns of another policy or day of compilation are refused', () => {
  const [pact] = library;
  if (pact === undefined) throw new Error('the library is empty');
  const setting = onDay('2026-11-22', null);
  expect(() => sweep(columns, pact, { ...setting, compiledOn: '2020-01-01' })).toThrow(/columns/);
  expect(() => sweep(columns, pact, { ...setting, policy: { ...POLICY_2026_11 } })).toThrow();
});
