import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { adherenceSteps, adherenceSummary, partyAdherence } from './adherence';
import { pactLibrarySchema } from './pact';

const { pacts } = pactLibrarySchema.parse(JSON.parse(readFileSync('corpus/pacts.json', 'utf8')));
const pactOf = (id: string) => {
  const found = pacts.find((pact) => pact.id === id);
  if (found === undefined) throw new Error(`no pact ${id}`);
  return found;
};
const LATE = Date.parse('2030-01-01T00:00:00.000Z');

test('a refusal is a step like an offer, in order of time', () => {
  const steps = adherenceSteps(pactOf('moscow-exchange-of-letters-2018'));
  expect(steps.map(({ state }) => state)).toEqual(['offered', 'refused', 'offered']);
});

test('states that did the same on the same day share a step', () => {
  const pact = pactOf('territory-due-diligence-13c');
  const [step, ...others] = adherenceSteps(pact);
  expect(step?.parties).toHaveLength(20);
  expect(others).toEqual([]);
});

test('who only refused has compatibility; what lies ahead is not yet done', () => {
  const pact = pactOf('moscow-exchange-of-letters-2018');
  const now = partyAdherence(pact, LATE);
  expect(now.find(({ party }) => party === 'US')).toMatchObject({
    mode: 'compatibility',
    latest: { state: 'refused' },
  });
  const before = partyAdherence(pact, Date.parse('2018-07-01T00:00:00.000Z'));
  expect(before.find(({ party }) => party === 'US')?.latest).toBeNull();
});

test('the summary counts every party once', () => {
  const parties = partyAdherence(pactOf('territory-due-diligence-13c'), LATE);
  const summary = adherenceSummary(parties);
  expect(summary.reduce((sum, line) => sum + line.parties, 0)).toBe(83);
  expect(summary[0]).toEqual({ state: null, parties: 63 });
});
