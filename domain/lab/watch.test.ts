import fc from 'fast-check';
import { expect, test } from 'vitest';
import { partyOf } from '@/domain/bound';
import { startOf } from '@/domain/dates';
import { assess } from '@/domain/finding';
import { incidentLists, pacts, settings } from '@/domain/fixtures/generators';
import { storeOf } from './builder';
import { dayOf } from './day';
import { Watch } from './watch';

const sorted = <T>(list: readonly T[]): T[] =>
  [...list].sort((one, two) => (JSON.stringify(one) < JSON.stringify(two) ? -1 : 1));

test('pacts on watch find in a new incident what the explaining path finds', () => {
  fc.assert(
    fc.property(
      incidentLists(1),
      fc.array(pacts, { maxLength: 6 }),
      settings,
      (incidents, library, { assumedFrom: _, ...setting }) => {
        const begun = incidents.filter(({ started }) => startOf(started) <= setting.asOf);
        const expected = library.flatMap((pact, place) =>
          assess(begun, pact, setting).flatMap(({ clause, accused, rule }) =>
            rule === 'R1' || accused === null || partyOf(pact, accused) === null
              ? []
              : [{ pact: place, clause, accused, rule }],
          ),
        );
        const day = dayOf(storeOf(begun, setting), setting.asOf);
        const noticed = new Watch(library, setting.asOf).notice(day);
        expect(sorted(noticed)).toEqual(sorted(expected));
      },
    ),
    { numRuns: 150 },
  );
});
