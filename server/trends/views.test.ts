import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { dossierSchema } from '@/domain/dossier';
import { pactLibrarySchema } from '@/domain/pact';
import { POLICY_2026_11 } from '@/domain/policy';
import { VIEWS } from '@/domain/view/views';
import { ASKS } from './views';

const corpus = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../corpus/${name}.json`, import.meta.url), 'utf8'));
const dossiers = ['russia-west', 'china-and-others', 'territory-and-treaties'].map((name) =>
  dossierSchema.parse(corpus(name)),
);
const { pacts } = pactLibrarySchema.parse(corpus('pacts'));
const source = {
  ...{ version: 1, compiledOn: '2026-11-22', pacts, policies: [POLICY_2026_11] },
  monitoring: dossiers.flatMap(({ monitoring }) => monitoring),
  incidents: dossiers
    .flatMap(({ incidents }) => incidents)
    .sort((one, two) => (one.id < two.id ? -1 : 1)),
};
const ids = new Set(source.incidents.map(({ id }) => id));

function ask<Name extends keyof typeof ASKS>(name: Name, query: string) {
  const parsed = ASKS[name](new URLSearchParams(query));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  const { filter, answer } = parsed;
  const told = answer({ source, filter, today: Date.UTC(2026, 10, 22), signed: [] });
  if (!told.ok) throw new Error(told.refusal.message);
  return told.value;
}

/** One of each kind: of two states, in force, of many, never agreed, kept for its text. */
const ASKED = [
  'pact=anti-doxing-2017&from=2016-01-01',
  'pact=us-china-2015',
  'pact=territory-due-diligence-13c&since=2021-01-01',
  'pact=npt-1968',
  'pact=narrowest-pledge',
  'pact=mtcr-1987',
];

describe.each(VIEWS.map(({ name }) => name))('the view of %s', (name) => {
  it.each(ASKED)('answers %s in a sentence, and as JSON', (query) => {
    const told = ask(name, query);
    expect(told.headline).toMatch(/\.$/);
    expect(told.headline).not.toMatch(/caused|NaN|undefined|Infinity/);
    expect(JSON.parse(JSON.stringify(told))).toEqual(told);
  });

  it('names incidents of its source alone', () => {
    const told = JSON.stringify(ask(name, 'from=2016-01-01'));
    for (const [, id] of told.matchAll(/"refs":\[\{"id":"([^"]+)"/g)) expect(ids).toContain(id);
  });
});

it('says of the pact of September 2015 what the record allows, and no more', () => {
  const { effect, behind, headline } = ask('effect', 'pact=us-china-2015');
  expect(effect?.date).toEqual({ month: 2015 * 12 + 8, from: 'entry_into_force' });
  expect(headline).toMatch(/consistent with|not consistent with|does not decide/);
  const drawn = behind.reduce((sum, { total }) => sum + total, 0);
  expect(drawn).toBe((effect?.treated ?? 0) + (effect?.data.coarse ?? 0));
});

it('counts less as more is asked for', () => {
  const { thresholds } = ask('attribution', 'from=2016-01-01');
  expect(thresholds).toHaveLength(101);
  for (const [at, point] of thresholds.entries()) {
    const before = thresholds[at - 1] ?? point;
    expect(point.found).toBeLessThanOrEqual(before.found);
    expect(point.linked).toBeLessThanOrEqual(before.linked);
  }
});

it('tests every violation found, and words each once', () => {
  const { counts, tested, found } = ask('robustness', 'from=2016-01-01');
  expect(found).toBeGreaterThan(0);
  expect(tested).toHaveLength(found);
  expect(counts.ROBUST + counts.SENSITIVE + counts.FRAGILE).toBe(found);
});

it.each(ASKED.slice(0, 3))(
  'exchanging names in record and pact alike changes nothing else: %s',
  (query) => {
    expect(ask('symmetry', query).symmetry?.holds).toBe(true);
  },
);

it('the moves of a party account for its change from day to day', () => {
  for (const { days } of ask('standing', 'from=2016-01-01').parties)
    for (const [at, day] of days.entries()) {
      const before = days[at - 1];
      if (day.change === null || before?.high == null || day.high === null) continue;
      expect(day.change).toBeCloseTo(day.high - before.high, 9);
    }
});

it('curves start with every case and stand above none answered', () => {
  const { curves, cases } = ask('response', 'from=2016-01-01');
  expect(cases.total).toBeGreaterThan(0);
  for (const { steps } of curves)
    for (const { survival, low, high } of steps) {
      expect(low ?? survival).toBeLessThanOrEqual(survival);
      expect(high ?? survival).toBeGreaterThanOrEqual(survival);
    }
});
