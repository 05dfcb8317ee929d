import { VERDICTS } from '@/domain/verdict';
import { COVERED, Judge, ruleIn } from './judge';
import { type Laid, type Match, numbersOf } from './laid';
import { VERDICT_OF } from './rules';

const OUTSIDE = VERDICTS.indexOf('NOT_COVERED');

/** One side of a search: the cases of one stretch after the other, each judged when it is reached. */
class Reading {
  private readonly judge: Judge;
  private readonly numbers: ReturnType<typeof numbersOf>;
  private place = 0;
  private end = 0;

  constructor(private readonly laid: Laid) {
    this.judge = new Judge(laid.day);
    this.numbers = numbersOf(laid.pact);
  }

  enter(stretch: number): void {
    this.place = this.laid.first[stretch] ?? 0;
    this.end = this.laid.first[stretch + 1] ?? 0;
  }

  /** The case that is next; Infinity: none. */
  get next(): number {
    return this.place < this.end ? (this.laid.cases[this.place] ?? 0) : Infinity;
  }

  /** What becomes of a case under a clause: a place in VERDICTS. */
  verdict(at: number, match: Match): number {
    const number = this.numbers[match.clause];
    if (this.next !== at || number === undefined) return OUTSIDE;
    const time = this.laid.times[this.place] ?? COVERED.IN;
    const outcome = this.judge.outcome(at, number, match.severity, time | match.coverage);
    return VERDICT_OF[ruleIn(outcome)] ?? OUTSIDE;
  }

  pass(at: number): void {
    if (this.next === at) this.place += 1;
  }
}

/**
 * Tells of every case and clause whose verdict differs between a pact and a variant of it that differs
 * in numbers alone, both laid out on one day: `gravest` is the graver of the two, a place in VERDICTS.
 */
export function eachTurn(
  before: Laid,
  after: Laid,
  tell: (at: number, clause: number, gravest: number) => void,
): void {
  if (before.day !== after.day || before.matches.length !== after.matches.length)
    throw new Error('the two are laid out over different cases');
  const [was, is] = [new Reading(before), new Reading(after)];
  after.matches.forEach((matches, stretch) => {
    was.enter(stretch);
    is.enter(stretch);
    for (;;) {
      const at = Math.min(was.next, is.next);
      if (at === Infinity) return;
      for (const match of matches) {
        const [from, to] = [was.verdict(at, match), is.verdict(at, match)];
        if (from !== to) tell(at, match.clause, Math.min(from, to));
      }
      was.pass(at);
      is.pass(at);
    }
  });
}
