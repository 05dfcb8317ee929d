import type { Pact } from '@/domain/pact';
import { fillOutside } from './adder';
import { MOST_AT_ONCE } from './at-once';
import { Batch } from './batch';
import type { Day } from './day';
import { Judge } from './judge';
import { type Laid, layOut, numbersOf, type Question } from './laid';
import type { ClauseNumbers } from './numbers';
import { type Rollup, rollupAt, rowsOf } from './rollup';
import { Totals } from './totals';

/**
 * Scores what was laid out, under the pact it was laid out for or one that differs from it in numbers
 * alone (`withChanges`): every case under every clause, added up.
 */
export const scoreLaid = (laid: Laid, pact: Pact): Rollup => scored(laid, pact).rollup;

/** What was laid out, scored under one set of numbers: the sum, and every outcome, one after the other. */
export interface Scored {
  readonly numbers: readonly ClauseNumbers[];
  readonly rollup: Rollup;
  readonly outcomes: Uint8Array;
}

/** The same with every outcome kept. */
export function scored(laid: Laid, pact: Pact): Scored {
  const numbers = numbersOf(pact);
  const [counts, sums] = rowsOf(laid.layout, 1);
  const rollup = rollupAt(laid.layout, counts, sums, 0);
  const outcomes = new Uint8Array(laid.asked);
  scoreInto(laid, numbers, rollup, outcomes);
  fillOutside(laid.layout, counts, 1, laid.against);
  return { numbers, rollup, outcomes };
}

function scoreInto(
  laid: Laid,
  numbers: readonly ClauseNumbers[],
  rollup: Rollup,
  outcomes: Uint8Array,
): void {
  const { day, first, party, matches } = laid;
  const judge = new Judge(day);
  const judges = numbers.map((own) => judge.under(own));
  const totals = new Totals(rollup);
  const batch = new Batch(day);
  let asked = 0;
  for (let stretch = 0; stretch < matches.length; stretch += 1) {
    const own = matches[stretch] ?? [];
    const accused = party[stretch] ?? 0;
    const end = first[stretch + 1] ?? 0;
    for (let from = first[stretch] ?? 0; from < end; from += MOST_AT_ONCE) {
      batch.read(laid, from, Math.min(end, from + MOST_AT_ONCE));
      for (let one = 0; one < own.length; one += 1) {
        const match = own[one];
        if (match === undefined) continue;
        const written = { outcomes, first: asked + one, step: own.length };
        judges[match.clause]?.outcomes(batch, match, written);
      }
      totals.add({ batch, party: accused, matches: own, outcomes, first: asked }, judges);
      asked += own.length * batch.size;
    }
  }
}

/** Scores a corpus on a day under a pact; it equals `assess`, added up (property test). */
export const score = (day: Day, question: Question): Rollup =>
  scoreLaid(layOut(day, question), question.pact);
