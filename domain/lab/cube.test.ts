import fc from 'fast-check';
import { expect, test } from 'vitest';
import { incidentLists, pacts, settings } from '@/domain/fixtures/generators';
import { storeOf } from './builder';
import { at, prepare, prepareLaid } from './cube';
import { dayOf } from './day';
import { score, scored } from './engine';
import { layOut } from './laid';
import type { Rollup } from './rollup';
import { SLIDER_IDS, SLIDERS } from './sliders';
import { explainedRollup } from './testing/explained';
import { isSame } from './testing/same';
import { withChanges } from './variant';

/** Shows the difference only where there is one. */
function demandSame(one: Rollup, other: Rollup): void {
  if (!isSame(one, other)) expect(one).toEqual(other);
}

test.each(SLIDER_IDS)(
  'a cube of %s holds at every place what a full score gives there',
  (slider) => {
    fc.assert(
      fc.property(
        incidentLists(5),
        pacts,
        settings,
        fc.option(fc.nat({ max: 3 })),
        (incidents, pact, setting, which) => {
          const day = dayOf(storeOf(incidents, setting), setting.asOf);
          const assumedFrom = setting.assumedFrom ?? null;
          const clause = which === null ? null : (pact.clauses[which]?.id ?? null);
          const cube = prepare(day, { pact, assumedFrom }, slider, clause);
          cube.values.forEach((value, place) => {
            const moved = withChanges(pact, [{ slider, clause, value }]);
            demandSame(at(cube, place), score(day, { pact: moved, assumedFrom }));
          });
        },
      ),
      { numRuns: 8 },
    );
  },
);

test('and what the explaining path gives, for any slider at any place', () => {
  fc.assert(
    fc.property(
      incidentLists(5),
      pacts,
      settings,
      fc.constantFrom(...SLIDER_IDS),
      fc.double({ min: 0, max: 0.999, noNaN: true }),
      (incidents, pact, setting, slider, share) => {
        const day = dayOf(storeOf(incidents, setting), setting.asOf);
        const cube = prepare(day, { pact, assumedFrom: setting.assumedFrom ?? null }, slider, null);
        const place = Math.floor(share * cube.values.length);
        const change = { slider, clause: null, value: cube.values[place] ?? SLIDERS[slider].least };
        expect(at(cube, place)).toEqual(
          explainedRollup(incidents, withChanges(pact, [change]), setting),
        );
      },
    ),
    { numRuns: 60 },
  );
});

test('a cube of the assumed entry into force holds what each month gives', () => {
  fc.assert(
    fc.property(incidentLists(5), pacts, settings, (incidents, pact, setting) => {
      const day = dayOf(storeOf(incidents, setting), setting.asOf);
      const assumedFrom = setting.assumedFrom ?? null;
      const cube = prepare(day, { pact, assumedFrom }, 'from', null);
      cube.values.forEach((from, place) => {
        const year = new Date(from).getUTCFullYear();
        if (year < 2014 || year > 2018) return;
        demandSame(at(cube, place), score(day, { pact, assumedFrom: from }));
      });
    }),
    { numRuns: 20 },
  );
});

test('a cube is the same wherever the slider stood when it was taken', () => {
  fc.assert(
    fc.property(
      incidentLists(5),
      pacts,
      settings,
      fc.constantFrom(...SLIDER_IDS),
      fc.double({ min: 0, max: 0.999, noNaN: true }),
      (incidents, pact, setting, slider, share) => {
        const day = dayOf(storeOf(incidents, setting), setting.asOf);
        const question = { pact, assumedFrom: setting.assumedFrom ?? null };
        const fresh = prepare(day, question, slider, null);
        const value = fresh.values[Math.floor(share * fresh.values.length)] ?? 0;
        const moved = withChanges(pact, [{ slider, clause: null, value }]);
        const laid = layOut(day, question);
        expect(prepareLaid(laid, pact, slider, null, scored(laid, moved))).toEqual(fresh);
      },
    ),
    { numRuns: 60 },
  );
});
