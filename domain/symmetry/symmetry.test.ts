import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  claimsOf,
  clauseOf,
  incidentOf,
  PROVED,
  pactOf,
  settingOf,
} from '@/domain/fixtures/builders';
import {
  incidentLists,
  monitorings,
  pacts,
  settings,
  swapStates,
} from '@/domain/fixtures/generators';
import { exchangedIncident, exchangedMonitoring, exchangedPact, exchangeOf } from './exchange';
import { mirrorOf, mirrorSentence } from './mirror';
import { symmetry, symmetrySentence } from './symmetry';

const name = exchangeOf('RU', 'US');
const setting = settingOf('2019-12-31');
const US_TOO = claimsOf(`
  c1 US:STATE A1 almost_certain K1
  c2 US:STATE A1 almost_certain K2`);
const record = [
  incidentOf({ id: 'a', claims: PROVED }),
  incidentOf({ id: 'b', claims: PROVED }),
  incidentOf({ id: 'c', claims: US_TOO, victimStates: ['RU'] }),
];

test('under a pact that asks the same of both, violations change their names and nothing else', () => {
  const told = symmetry(record, pactOf(), ['RU', 'US'], setting);
  const violations = told.sides.map(({ asRecorded, exchanged }) => [
    asRecorded.VIOLATION_COMMISSION,
    exchanged.VIOLATION_COMMISSION,
  ]);
  expect(violations).toEqual([
    [2, 1],
    [1, 2],
  ]);
  expect(told).toMatchObject({ holds: true, differences: [] });
  expect(symmetrySentence(told)).toBe(
    'Violations found as recorded: Russia 2 and United States 1; with Russia and United States exchanged: Russia 1 and United States 2. The pact asks the same of both.',
  );
});

test('a reservation of one side shows: what it keeps from one would bind the other', () => {
  const reserved = clauseOf({
    reciprocity: 'reserved',
    reservations: [{ party: 'US', text: 'Not for us.', conduct: [], objects: [] }],
  });
  const told = symmetry(record, pactOf({ clauses: [reserved] }), ['RU', 'US'], setting);
  expect(told.holds).toBe(true);
  expect(
    told.differences.map(({ incident, verdict, exchanged }) => [incident, verdict, exchanged]),
  ).toEqual([
    ['a', 'VIOLATION_COMMISSION', 'NOT_COVERED'],
    ['b', 'VIOLATION_COMMISSION', 'NOT_COVERED'],
    ['c', 'NOT_COVERED', 'VIOLATION_COMMISSION'],
  ]);
  expect(symmetrySentence(told)).toContain('The pact treats them otherwise in 3 findings.');
});

test('the mirror tells the same things of each side under the same clause', () => {
  const finding = (party: string, verdict: 'VIOLATION_COMMISSION' | 'PENDING' | 'NOT_COVERED') => ({
    ...{ clause: 'c1', party, verdict },
  });
  const [clause] = mirrorOf(
    [finding('RU', 'VIOLATION_COMMISSION'), finding('RU', 'NOT_COVERED'), finding('US', 'PENDING')],
    ['c1'],
    ['RU', 'US'],
  );
  if (clause === undefined) throw new Error('no clause');
  expect(clause.sides.map(({ tested }) => tested)).toEqual([1, 1]);
  expect(mirrorSentence(clause)).toBe(
    'Under clause c1: Russia, 1 incident tested, 1 violation found, 0 pending or disputed; United States, 1 incident tested, 0 violations found, 1 pending or disputed.',
  );
});

describe('on random records', () => {
  const runs = { numRuns: 40 };

  test('an exchange reaches every place a state is named in, and undoes itself', () => {
    fc.assert(
      fc.property(incidentLists(4), pacts, monitorings, (incidents, pact, monitoring) => {
        const swapped = incidents.map((incident) => exchangedIncident(incident, name));
        expect(swapped).toEqual(swapStates(incidents, 'RU', 'US'));
        expect(exchangedPact(pact, name)).toEqual(swapStates(pact, 'RU', 'US'));
        expect(exchangedMonitoring(monitoring, name)).toEqual(swapStates(monitoring, 'RU', 'US'));
        expect(swapped.map((incident) => exchangedIncident(incident, name))).toEqual(incidents);
      }),
      runs,
    );
  });

  test('exchanged in record and pact alike, nothing but the names changes', () => {
    fc.assert(
      fc.property(incidentLists(5), pacts, settings, (incidents, pact, given) => {
        const [one, other] = pact.parties.map(({ code }) => code);
        if (one === undefined || other === undefined) return;
        const told = symmetry(incidents, pact, [one, other], given);
        expect(told.holds).toBe(true);
      }),
      runs,
    );
  });
});
