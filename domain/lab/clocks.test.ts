import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DAY_MS, startOf, toDay } from '@/domain/dates';
import { dossierSchema } from '@/domain/dossier';
import type { Incident } from '@/domain/incident';
import { type Pact, pactLibrarySchema } from '@/domain/pact';
import { POLICY_2026_11 } from '@/domain/policy';
import { RULES } from '@/domain/verdict';
import { storeOf } from './builder';
import { dayOf } from './day';
import { score } from './engine';
import { explainedRollup } from './testing/explained';

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../corpus/${name}.json`, import.meta.url), 'utf8'));
const { incidents } = dossierSchema.parse(read('russia-west'));
const { pacts } = pactLibrarySchema.parse(read('pacts'));
const SETTING = {
  policy: POLICY_2026_11,
  compiledOn: '2026-11-22',
  asOf: Date.parse('2026-11-22T23:59:59.999Z'),
};

/** Rules that a clock decides, from R9 on: its place in RULES. */
const FIRST = RULES.findIndex(({ id }) => id === 'R9');

/** Incidents and pacts under which a clock runs, and whose clock it is. */
const running = pacts.flatMap((pact) =>
  incidents.flatMap((incident) => {
    const { counts } = explainedRollup([incident], pact, SETTING);
    const runs = counts.some((count, at) => count > 0 && at % RULES.length >= FIRST);
    const [told] = incident.notifications;
    return runs && told !== undefined
      ? [{ incident, pact, by: told.to, from: startOf(told.at) }]
      : [];
  }),
);

const answers = fc.array(
  fc.record({
    days: fc.integer({ min: -30, max: 700 }),
    level: fc.integer({ min: -1, max: 6 }),
    verified: fc.boolean(),
  }),
  { maxLength: 4 },
);

function answered(
  { incident, by, from }: (typeof running)[number],
  given: readonly { readonly days: number; readonly level: number; readonly verified: boolean }[],
): Incident {
  const [like] = incidents.flatMap(({ responses }) => responses);
  if (like === undefined) throw new Error('the corpus has no answer');
  const responses = given.map(({ days, level, verified }, at) => ({
    ...{ ...like, id: `r${at}`, by, level, verified, requestedAssistance: false },
    at: { date: toDay(from + days * DAY_MS), precision: 'day' as const },
    sources: incident.sources.slice(0, 1).map(({ id }) => id),
  }));
  return { ...incident, responses } as Incident;
}

const scored = (incident: Incident, pact: Pact) =>
  score(dayOf(storeOf([incident], SETTING), SETTING.asOf), { pact, assumedFrom: null });

test('some clocks run in the corpus', () => {
  expect(running.length).toBeGreaterThan(5);
});

test('however an accused answers, many clocks at once find what the explaining path finds', () => {
  fc.assert(
    fc.property(fc.nat(), answers, (place, given) => {
      const one = running[place % running.length];
      if (one === undefined) return;
      const incident = answered(one, given);
      expect(scored(incident, one.pact)).toEqual(explainedRollup([incident], one.pact, SETTING));
    }),
    { numRuns: 400 },
  );
});

test('who hinders after the ordinary deadline, progress shown before it, is in time until the long one', () => {
  const found = running.map((one) => {
    const incident = answered(one, [
      { days: 5, level: 4, verified: true },
      { days: 100, level: -1, verified: true },
      { days: 150, level: 6, verified: true },
    ]);
    const told = scored(incident, one.pact);
    expect(told).toEqual(explainedRollup([incident], one.pact, SETTING));
    return told;
  });
  expect(found.length).toBeGreaterThan(5);
});
