import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assess } from '@/domain/finding';
import {
  answer,
  claimsOf,
  clauseOf,
  incidentOf,
  LINKED,
  notice,
  on,
  pactOf,
  settingOf,
} from '@/domain/fixtures/builders';
import { incidentLists, pacts, settings } from '@/domain/fixtures/generators';
import type { Incident } from '@/domain/incident';
import { atRiskOn, type Duration, kaplanMeier } from '@/domain/survival';
import { columnsOf } from '@/domain/sweep/columns';
import { sweep } from '@/domain/sweep/sweep';
import { TREND_POLICY_2026_11 } from '@/domain/trend/trend-policy';
import { logRank } from './log-rank';
import { responseColumns } from './response-columns';
import { RISK_DAYS, responseView } from './response-curves';

const policy = TREND_POLICY_2026_11.values;
const came = (...days: number[]): Duration[] => days.map((n) => ({ days: n, event: true }));
const waited = (...days: number[]): Duration[] => days.map((n) => ({ days: n, event: false }));

describe('log-rank, with the numbers of survdiff of R 4.2.2, survival 3.5-3', () => {
  const one = [...came(3, 7, 12, 20, 45, 5, 9, 9, 14, 30, 31, 60), ...waited(7, 30, 30, 80)];
  const two = [...came(10, 22, 35, 40, 41, 55, 60, 75, 90, 100, 120), ...waited(33, 44, 150, 150)];
  const three = [...came(1, 2, 2, 4, 8, 8, 16, 25, 32, 64), ...waited(70, 90)];

  test.each([
    [[one, two], 7.16426894929, 0.00743699933057],
    [[one, two, three], 7.1677279511, 0.0277681950673],
  ])('%#', (groups, statistic, chance) => {
    const result = logRank(groups, policy);
    if (result === null || 'code' in result) throw new Error('refused');
    expect(result.statistic).toBeCloseTo(statistic, 8);
    expect(result.chance).toBeCloseTo(chance, 8);
    expect(result.freedom).toBe(groups.length - 1);
  });

  test('nine answers in one group are too few', () => {
    expect(logRank([one, came(1, 2, 3, 4, 5, 6, 7, 8, 9)], policy)).toEqual({
      code: 'too_few_events',
      events: [12, 9],
      needed: 10,
    });
  });
});

/** Told on 1 March 2016, linked long before. */
const told = (
  id: string,
  responses: Incident['responses'],
  changes: Partial<Incident> = {},
): Incident =>
  incidentOf({
    id,
    claims: LINKED,
    notifications: [notice({ at: on('2016-03-01T10:00Z') })],
    responses,
    ...changes,
  });
const clause = clauseOf();
const duty = clause.dueDiligence;
if (duty === null) throw new Error('the clause has no duty');
const pact = pactOf({
  clauses: [{ ...clause, dueDiligence: { ...duty, knowledge: 'actual' } }],
});
const view = (incidents: Incident[], asOf = '2016-12-31') => {
  const setting = settingOf(asOf);
  const swept = sweep(columnsOf(incidents, setting), pact, setting, { partiesOnly: true });
  const rows = Array.from({ length: swept.rows }, (_, row) => row);
  return responseView(swept, rows, responseColumns(swept), policy);
};
const curve = (made: ReturnType<typeof view>, level: number) =>
  made.curves.find((one) => one.party === 'RU' && one.level === level);

test('days from knowledge to the first answer of each level; the rest waits to the day asked about', () => {
  const made = view([
    told('a', [answer('2016-03-08T10:00Z', 2), answer('2016-03-31T10:00Z', 5)]),
    told('b', [answer('2016-03-11T10:00Z', 4)]),
    told('c', []),
  ]);
  expect(curve(made, 2)?.steps.map(({ days, atRisk }) => [days, atRisk])).toEqual([
    [7, 3],
    [10, 2],
  ]);
  expect(curve(made, 4)).toMatchObject({ cases: 3, events: 2, median: 30 });
  expect(curve(made, 5)).toMatchObject({ events: 1, median: null });
  expect(curve(made, 2)?.atRisk.slice(0, 3)).toEqual([3, 3, 1]);
  expect(RISK_DAYS).toHaveLength(curve(made, 2)?.atRisk.length ?? 0);
});

test('an unverified arrest counts as cooperation, an answer before the notice as made at once', () => {
  const made = view([
    told('a', [answer('2016-03-08T10:00Z', 6, { verified: false })]),
    told('b', [answer('2016-02-20T10:00Z', 5)]),
  ]);
  expect(curve(made, 4)).toMatchObject({ events: 1, cases: 2 });
  expect(curve(made, 4)?.steps[0]?.days).toBe(0);
  expect(curve(made, 2)).toMatchObject({ events: 2 });
  const reached = made.ladders[0]?.reached.filter(({ cases }) => cases > 0);
  expect(reached).toEqual([
    { level: 3, cases: 1 },
    { level: 5, cases: 1 },
  ]);
});

test('answers of others, and those to come, are no answers', () => {
  const made = view([told('a', [answer('2016-03-08', 5, { by: 'US' }), answer('2017-03-08', 5)])]);
  expect(curve(made, 2)).toMatchObject({ events: 0, cases: 1, steps: [] });
});

test('whoever did it itself is asked how it answered all the same', () => {
  const claims = claimsOf(`
    c1 RU:STATE A1 almost_certain K1
    c2 RU:STATE A1 almost_certain K2`);
  const limbed = claims.map((claim) => ({
    ...claim,
    limbs: ['ORGAN' as const, 'TERRITORY' as const],
  }));
  const made = view([told('a', [answer('2016-03-11T10:00Z', 4)], { claims: limbed })]);
  expect(curve(made, 4)).toMatchObject({ cases: 1, events: 1, median: 10 });
});

test('the fast curve is the plain one, and nobody at risk is lost', () => {
  const durations = fc.array(
    fc.record({ days: fc.integer({ min: 0, max: 60 }), event: fc.boolean() }),
    { maxLength: 60 },
  );
  fc.assert(
    fc.property(durations, (list) => {
      for (const { days, atRisk, events } of kaplanMeier(list)) {
        expect(atRisk).toBe(list.filter((one) => one.days >= days).length);
        expect(events).toBe(list.filter((one) => one.event && one.days === days).length);
      }
      expect(atRiskOn(list, [0])).toEqual([list.length]);
    }),
    { numRuns: 200 },
  );
});

test('what the sweep knew is what the findings knew, and every case is on one rung of one ladder', () => {
  fc.assert(
    fc.property(incidentLists(6), pacts, settings, (incidents, given, setting) => {
      const swept = sweep(columnsOf(incidents, setting), given, setting, { partiesOnly: true });
      const columns = responseColumns(swept);
      const known = assess(incidents, given, setting).filter(({ knownAt }) => knownAt !== null);
      const counted = [...columns.knownAt].filter((at) => !Number.isNaN(at)).length;
      const parties = new Set(
        swept.columns.partitions.map(({ state }, at) => (swept.parties[at] === null ? '' : state)),
      );
      expect(counted).toBeGreaterThanOrEqual(
        known.filter(({ accused }) => parties.has(accused ?? '')).length,
      );
      const rows = Array.from({ length: swept.rows }, (_, row) => row);
      for (const { cases, reached } of responseView(swept, rows, columns, policy).ladders)
        expect(reached.reduce((sum, rung) => sum + rung.cases, 0)).toBe(cases);
    }),
    { numRuns: 30 },
  );
});
