import fc from 'fast-check';
import { expect, test } from 'vitest';
import { incidentLists, pacts, settings } from '@/domain/fixtures/generators';
import { storeOf } from './builder';
import { type Day, dayOf } from './day';
import { scored } from './engine';
import { layOut, type Question } from './laid';
import { placesOf, SLIDER_IDS, SLIDERS, valueAt } from './sliders';
import { eachTurn, type Outcomes } from './turned';
import { withChanges } from './variant';

function told(before: Outcomes, after: Outcomes): readonly string[] {
  const turns: string[] = [];
  eachTurn(before, after, (...turn) => void turns.push(turn.join(' ')));
  return turns;
}

/** Laid out on its own, or over what is laid out already. */
function outcomesOn(day: Day, { pact, assumedFrom }: Question, variant = pact): Outcomes {
  const laid = layOut(day, { pact, assumedFrom });
  return { laid, outcomes: scored(laid, variant).outcomes };
}

test('what turns is the same whether both sides share what was laid out or each has its own', () => {
  let turns = 0;
  fc.assert(
    fc.property(
      incidentLists(20),
      pacts,
      settings,
      fc.constantFrom(...SLIDER_IDS),
      fc.double({ min: 0, max: 0.999, noNaN: true }),
      (incidents, pact, setting, slider, share) => {
        const day = dayOf(storeOf(incidents, setting), setting.asOf);
        const question = { pact, assumedFrom: setting.assumedFrom ?? null };
        const range = SLIDERS[slider];
        const value = valueAt(range, Math.floor(share * placesOf(range)));
        const variant = withChanges(pact, [{ slider, clause: null, value }]);
        const before = outcomesOn(day, question);
        const shared = { ...before, outcomes: scored(before.laid, variant).outcomes };
        const apart = outcomesOn(day, question, variant);
        const found = told(before, shared);
        expect(found).toEqual(told(before, apart));
        turns += found.length;
      },
    ),
    { numRuns: 400 },
  );
  expect(turns).toBeGreaterThan(0);
});
