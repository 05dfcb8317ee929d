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
export const scoreLaid = (laid: Laid, pact: Pact): Rollup =>
  scoreInto(
    laid,
    numbersOf(pact),
    rollupAt(laid.layout, ...rowsOf(laid.layout, 1), 0),
    new Uint8Array(laid.asked),
  );

/** The same with given numbers, into a rollup of zeros; and every outcome, one after the other, into a list. */
export function scoreInto(
  laid: Laid,
  numbers: readonly ClauseNumbers[],
  rollup: Rollup,
  outcomes: Uint8Array,
): Rollup {
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
  return rollup;
}

/** Scores a corpus on a day under a pact; it equals `assess`, added up (property test). */
export const score = (day: Day, question: Question): Rollup =>
  scoreLaid(layOut(day, question), question.pact);
