import type { Pact } from '@/domain/pact';
import { Adder, fillOutside } from './adder';
import type { Day } from './day';
import { COVERED, Judge } from './judge';
import { type Laid, layOut, numbersOf, type Question } from './laid';
import type { ClauseNumbers } from './numbers';
import { type Rollup, rollupAt, rowsOf } from './rollup';

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
  const rollup = rollupAt(laid.layout, ...rowsOf(laid.layout, 1), 0);
  const outcomes = new Uint8Array(laid.asked);
  scoreInto(laid, numbers, rollup, outcomes);
  return { numbers, rollup, outcomes };
}

function scoreInto(
  laid: Laid,
  numbers: readonly ClauseNumbers[],
  rollup: Rollup,
  outcomes: Uint8Array,
): void {
  const { day, cases, times, first, party, matches, layout, against } = laid;
  let asked = 0;
  const judge = new Judge(day);
  const adder = new Adder(judge, layout.parties.length, rollup);
  for (let stretch = 0; stretch < matches.length; stretch += 1) {
    const own = matches[stretch] ?? [];
    const accused = party[stretch] ?? 0;
    const end = first[stretch + 1] ?? 0;
    for (let place = first[stretch] ?? 0; place < end; place += 1) {
      const at = cases[place] ?? 0;
      const time = times[place] ?? COVERED.IN;
      for (let one = 0; one < own.length; one += 1) {
        const match = own[one];
        const number = match === undefined ? undefined : numbers[match.clause];
        if (match === undefined || number === undefined) continue;
        const outcome = judge.outcome(at, number, match.severity, time | match.coverage);
        adder.add(at, accused, match, number, outcome);
        outcomes[asked] = outcome;
        asked += 1;
      }
      adder.close(accused);
    }
  }
  fillOutside(rollup, against);
}

/** Scores a corpus on a day under a pact; it equals `assess`, added up (property test). */
export const score = (day: Day, question: Question): Rollup =>
  scoreLaid(layOut(day, question), question.pact);
