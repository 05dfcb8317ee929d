import { VERDICTS } from '@/domain/verdict';
import type { Scored } from './engine';
import type { Laid } from './laid';
import { VERDICT_OF } from './rules';
import { ruleIn } from './settled';

const OUTSIDE = VERDICTS.indexOf('NOT_COVERED');

/** What was laid out, and every outcome of it under some numbers. */
export interface Outcomes {
  readonly laid: Laid;
  readonly outcomes: Scored['outcomes'];
}

/** One side of a search: its cases in order, each with an outcome for every clause that matches. */
class Reading {
  private place = 0;
  private end = 0;
  private asked = 0;
  private wide = 0;

  constructor(private readonly side: Outcomes) {}

  enter(stretch: number): void {
    const { first, matches } = this.side.laid;
    this.place = first[stretch] ?? 0;
    this.end = first[stretch + 1] ?? 0;
    this.wide = matches[stretch]?.length ?? 0;
  }

  /** The case that is next; Infinity: none. */
  get next(): number {
    return this.place < this.end ? (this.side.laid.cases[this.place] ?? 0) : Infinity;
  }

  /** What becomes of a case under one of its clauses: a place in VERDICTS. */
  verdict(at: number, match: number): number {
    if (this.next !== at) return OUTSIDE;
    return VERDICT_OF[ruleIn(this.side.outcomes[this.asked + match] ?? 0)] ?? OUTSIDE;
  }

  pass(at: number): void {
    if (this.next !== at) return;
    this.place += 1;
    this.asked += this.wide;
  }
}

type Tell = (at: number, clause: number, gravest: number) => void;

/** Two sides over the very same cases: their outcomes stand in the same places. */
function eachUnlike({ laid, outcomes }: Outcomes, others: Outcomes['outcomes'], tell: Tell): void {
  const { first, matches, cases } = laid;
  let asked = 0;
  matches.forEach((own, stretch) => {
    const begin = first[stretch] ?? 0;
    const end = asked + own.length * ((first[stretch + 1] ?? 0) - begin);
    for (let place = asked; place < end; place += 1) {
      if (outcomes[place] === others[place]) continue;
      const from = VERDICT_OF[ruleIn(outcomes[place] ?? 0)] ?? OUTSIDE;
      const to = VERDICT_OF[ruleIn(others[place] ?? 0)] ?? OUTSIDE;
      if (from === to) continue;
      const match = (place - asked) % own.length;
      const at = cases[begin + (place - asked - match) / own.length] ?? 0;
      tell(at, own[match]?.clause ?? 0, Math.min(from, to));
    }
    asked = end;
  });
}

/**
 * Tells of every case and clause whose verdict differs between a pact and a variant of it that differs
 * in numbers alone, both scored on one day: `gravest` is the graver of the two, a place in VERDICTS.
 */
export function eachTurn(before: Outcomes, after: Outcomes, tell: Tell): void {
  if (
    before.laid.day !== after.laid.day ||
    before.laid.matches.length !== after.laid.matches.length
  )
    throw new Error('the two are laid out over different cases');
  if (before.laid === after.laid) {
    eachUnlike(before, after.outcomes, tell);
    return;
  }
  const [was, is] = [new Reading(before), new Reading(after)];
  after.laid.matches.forEach((matches, stretch) => {
    was.enter(stretch);
    is.enter(stretch);
    for (;;) {
      const at = Math.min(was.next, is.next);
      if (at === Infinity) return;
      for (let match = 0; match < matches.length; match += 1) {
        const [from, to] = [was.verdict(at, match), is.verdict(at, match)];
        if (from !== to) tell(at, matches[match]?.clause ?? 0, Math.min(from, to));
      }
      was.pass(at);
      is.pass(at);
    }
  });
}
