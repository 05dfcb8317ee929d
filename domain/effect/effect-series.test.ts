import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Monitoring } from '@/domain/dossier';
import {
  at,
  claimsOf,
  incidentOf,
  on,
  PROVED,
  pactOf,
  settingOf,
} from '@/domain/fixtures/builders';
import { incidentLists, pacts, settings } from '@/domain/fixtures/generators';
import type { Incident } from '@/domain/incident';
import { DEFAULT_FILTER } from '@/domain/standing-filter';
import { columnsOf } from '@/domain/sweep/columns';
import { findingAt } from '@/domain/sweep/row';
import { sweep } from '@/domain/sweep/sweep';
import { effortOn } from '@/domain/trend/effort';
import { TREND_POLICY_2026_11 } from '@/domain/trend/trend-policy';
import { comparableIncidents } from './comparable';
import { effectSeries } from './effect-series';

const policy = TREND_POLICY_2026_11.values;
const SPAN = { pact: 2016 * 12 + 5, asOf: at('2017-03-15') };
const setting = settingOf('2017-03-15');
const swept = (incidents: readonly Incident[]) =>
  sweep(columnsOf(incidents, setting), pactOf(), setting, { partiesOnly: true });
const named = (incidents: readonly Incident[], changes = {}) => {
  const made = swept(incidents);
  const { treated, control } = comparableIncidents(made, { ...DEFAULT_FILTER, ...changes });
  const id = (place: number) => made.columns.incidents[place]?.id;
  return { treated: treated.map(id), control: control.map(id) };
};
const proved = (id: string, changes: Partial<Incident> = {}): Incident =>
  incidentOf({ id, claims: PROVED, ...changes });

test('acts of the kind are compared on either side of the pact, against parties and against others', () => {
  const incidents = [
    proved('a-before', { started: on('2013-05-01') }),
    proved('b-after', { started: on('2016-05-01') }),
    proved('c-elsewhere', { victimStates: ['DE'], started: on('2013-05-01') }),
    proved('d-otherwise', { conduct: ['unsafe-manoeuvre'] }),
    proved('e-slight', { severity: 1, objects: ['unknown'] }),
    incidentOf({ id: 'f-unproved', claims: claimsOf('c1 RU:LINK C3 likely K1') }),
  ];
  expect(named(incidents)).toEqual({ treated: ['a-before', 'b-after'], control: ['c-elsewhere'] });
  expect(named(incidents, { since: '2015-01-01' })).toEqual({ treated: ['b-after'], control: [] });
  expect(named(incidents, { party: 'US' })).toEqual({ treated: [], control: [] });
});

describe('the monthly series', () => {
  const incidents = [
    proved('a', { started: on('2016-01-10') }),
    proved('b', { started: on('2016-01-20') }),
    proved('c', { started: on('2016-03') }),
    proved('d', { started: on('2016') }),
    proved('e', { started: on('2017-03-02') }),
    proved('f', { started: on('2016-02-02'), victimStates: ['DE'] }),
  ];
  const made = swept(incidents);
  const chosen = comparableIncidents(made, DEFAULT_FILTER);
  const series = (monitoring: readonly Monitoring[]) =>
    effectSeries(made.columns.facts, chosen, effortOn(monitoring, [['US']]), SPAN, policy);

  test('runs to the last whole month; what is dated to a year is left out and told', () => {
    const told = series([]);
    expect(told?.series.first).toBe(2016 * 12);
    expect(told?.series.counts).toEqual([2, 0, 1, ...Array(11).fill(0)]);
    expect(told).toMatchObject({ coarse: 1, control: [0, 1, ...Array(12).fill(0)] });
  });

  test('reaches no further from the pact than the policy says', () => {
    const short = { ...policy, spanMonths: 4 };
    const told = effectSeries(made.columns.facts, chosen, effortOn([], []), SPAN, short);
    expect(told?.series).toMatchObject({ first: 2016 * 12 + 2, counts: [1, 0, 0, 0, 0, 0, 0, 0] });
  });

  test('months in which nobody looked are gaps and not noughts', () => {
    const told = series([{ victimState: 'US', from: '2016-03-01', to: '2016-12-31', effort: 1 }]);
    const gaps = told?.series.exposure.map((one) => one === null);
    expect(gaps).toEqual([true, true, ...Array(10).fill(false), true, true]);
  });

  test('nothing of the kind is no series', () => {
    expect(
      effectSeries(
        made.columns.facts,
        { treated: [], control: [] },
        effortOn([], []),
        SPAN,
        policy,
      ),
    ).toBeNull();
  });
});

test('every violation found is among the acts compared', () => {
  fc.assert(
    fc.property(incidentLists(6), pacts, settings, (incidents, pact, given) => {
      const made = sweep(columnsOf(incidents, given), pact, given, { partiesOnly: true });
      const { treated } = comparableIncidents(made, DEFAULT_FILTER);
      const known = new Set(treated);
      for (let row = 0; row < made.rows; row += 1) {
        const { verdict } = findingAt(made, row);
        const place = made.incident[row] ?? -1;
        const begun = (made.columns.facts.startFirst[place] ?? Infinity) <= given.asOf;
        if (begun && verdict.startsWith('VIOLATION')) expect(known.has(place)).toBe(true);
      }
    }),
    { numRuns: 60 },
  );
});
