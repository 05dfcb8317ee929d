import { describe, expect, it } from 'vitest';
import type { ViewHead } from '@/domain/standing-view';
import type { Place } from '@/domain/trend/places';
import { leftOut, mapHeadline } from './map-words';

const pact = (changes: Partial<ViewHead['pact']> = {}): Pick<ViewHead, 'pact'> => ({
  pact: {
    ...{ id: 'a-pact', version: 1, title: 'A pact', kind: 'hypothetical', referenceOnly: false },
    ...{ parties: ['US', 'RU'], clauses: [], choices: [] },
    inForce: { from: '2018-01-01', until: null },
    ...changes,
  },
});
const place = (state: string, victim: number, linked = 0, contested = 0): Place => ({
  ...{ state, victim, linked, contested },
});

describe('the headline of the map', () => {
  it.each([
    [
      'few states by name',
      [place('RU', 0, 2), place('US', 2)],
      'Incidents that the pact would cover had victims in the United States and are linked to territory or nationals of Russia.',
    ],
    [
      'many by number',
      [place('DE', 1), place('FR', 1), place('GB', 1), place('RU', 1, 1)],
      'Incidents that the pact would cover had victims in 4 states and are linked to territory or nationals of Russia.',
    ],
    [
      'a contested link is none',
      [place('RU', 0, 0, 1), place('US', 1)],
      'Incidents that the pact would cover had victims in the United States; none is linked to a party.',
    ],
    [
      'victims of no state',
      [place('RU', 0, 1)],
      'Incidents that the pact would cover name no state as victim and are linked to territory or nationals of Russia.',
    ],
    ['nothing', [], 'No incident that the pact would cover falls in this period.'],
  ])('%s', (_, places, words) => {
    expect(mapHeadline(pact(), places)).toBe(words);
  });

  it('speaks of what was where the pact was in force, and counts nothing where it bound nobody', () => {
    expect(mapHeadline(pact({ kind: 'historical' }), [])).toMatch(/the pact covered falls/);
    expect(mapHeadline(pact({ referenceOnly: true }), [])).toMatch(/its text/);
    expect(mapHeadline(pact({ inForce: null }), [])).toMatch(/never in force/);
  });
});

describe('what is not on the map', () => {
  const none = {
    ...{ shown: 9, withoutVictim: 0, withoutLink: 0, uncovered: 0, uncoveredWithoutVictim: 0 },
  };

  it('is told, and only where there is something', () => {
    expect(leftOut(none)).toEqual([]);
    expect(leftOut({ ...none, withoutVictim: 1 })[0]).toMatch(
      /^Of 9 covered incidents, 1 names no state as victim \(unknown, .*European Union\)/,
    );
    expect(leftOut({ ...none, withoutLink: 2 })).toEqual([
      'Of 9 covered incidents, 2 are linked to no party.',
    ]);
    expect(leftOut({ ...none, uncovered: 5, uncoveredWithoutVictim: 2 })).toEqual([
      '5 incidents under this filter are not covered by the pact and not shown, 2 of them without a state among the victims on record.',
    ]);
  });
});
