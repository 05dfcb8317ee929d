import type { Pact } from '@/domain/pact';
import { Adder, SingleAdder } from './adder';
import { MOST_AT_ONCE } from './at-once';
import type { ClauseJudge } from './clause-judge';
import type { Scored } from './engine';
import { Fetching } from './fetching';
import { Judge } from './judge';
import { type Laid, numbersOf } from './laid';
import type { Match } from './matching';
import { type ClauseNumbers, numbersWith } from './numbers';
import { copyInto, rollupAt, rowsOf } from './rollup';
import type { Axis } from './scale';
import { COVERED } from './settled';
import { SLIDERS } from './sliders';
import { Turning } from './turning';
import { Turns } from './turns';

/** By place, one clause after the other, the numbers it has there. */
function numbersAlong(
  pact: Pact,
  axis: Axis,
  clause: string | null,
  values: Float64Array,
): readonly ClauseNumbers[] {
  const numbers = numbersOf(pact);
  return [...values].flatMap((value) =>
    numbers.map((own, at) => {
      const one = pact.clauses[at];
      return axis === 'from' || one === undefined || (clause !== null && one.id !== clause)
        ? own
        : numbersWith(own.codes, SLIDERS[axis].write(one, value));
    }),
  );
}

/** Instead of a place: the axis does not move the clause. */
const UNMOVED = -2;

/** Fills a cube case by case: what it makes of the first place, and where that turns. */
export class Filling {
  readonly values: Float64Array;
  readonly counts: Int32Array;
  readonly sums: Float64Array;
  private readonly judge: Judge;
  private readonly turns: Turns;
  private readonly turning: Turning;
  private readonly adder: Adder;
  private readonly single: SingleAdder;
  private readonly numbers: readonly ClauseNumbers[];
  /** By place and clause: its judge, made when it is first asked. */
  private readonly judges: (ClauseJudge | undefined)[];
  /** By clause: whether the axis moves it. */
  private readonly moved: readonly boolean[];
  private readonly clauses: number;
  /** Some cases that may turn, and their places in what was laid out. */
  private readonly turned = new Uint32Array(MOST_AT_ONCE);
  private readonly places = new Uint32Array(MOST_AT_ONCE);
  private readonly fetching: Fetching;
  private party = 0;
  private time: number = COVERED.IN;
  /** By clause: the place at which it stands; UNMOVED where it is the same at all, -1 where it is at none. */
  private standing = new Int32Array(0);
  /** By match: outcomes as they stand, before a turn and after. */
  private readonly known: Int8Array;
  private before: Int8Array;
  private now: Int8Array;

  constructor(
    private readonly laid: Laid,
    pact: Pact,
    private readonly axis: Axis,
    clause: string | null,
  ) {
    const { layout } = laid;
    this.judge = new Judge(laid.day);
    this.turns = new Turns(this.judge, axis);
    this.fetching = new Fetching(laid.day);
    this.turning = new Turning(this.judge, axis);
    this.values = this.turns.values;
    this.clauses = layout.clauses.length;
    this.known = new Int8Array(this.clauses);
    this.before = new Int8Array(this.clauses);
    this.now = new Int8Array(this.clauses);
    this.numbers = numbersAlong(pact, axis, clause, this.values);
    this.judges = this.numbers.map(() => undefined);
    this.moved = layout.clauses.map((id) => clause === null || id === clause);
    const [counts, sums] = rowsOf(layout, this.values.length);
    this.counts = counts;
    this.sums = sums;
    this.adder = new Adder(layout, counts, sums);
    this.single = new SingleAdder(layout, counts, sums);
  }

  private judgeAt(place: number, clause: number): ClauseJudge {
    const at = place * this.clauses + clause;
    const known = this.judges[at];
    if (known !== undefined) return known;
    const numbers = this.numbers[at];
    if (numbers === undefined) throw new RangeError(`the axis has no place ${place}`);
    const made = this.judge.under(numbers);
    this.judges[at] = made;
    return made;
  }

  /** What an outcome weighs is the same at every place. */
  private readonly judgeOf = (clause: number): ClauseJudge => this.judgeAt(0, clause);

  private outcome(at: number, place: number, match: Match): number {
    const judge = this.judgeAt(place, match.clause);
    return judge.outcome(at, match.severity, this.time | match.coverage);
  }

  /** Whether a clause is from one place to before another as it stands. */
  private stands(clause: number, from: number, to: number): boolean {
    const place = this.standing[clause] ?? -1;
    return place === UNMOVED || (place >= from && place < to);
  }

  /** A case that one clause covers, from how it stands to the first place and on: there is nothing to reduce. */
  private one(at: number, match: Match, known: number): void {
    const { single, turns } = this;
    const { clause, severity } = match;
    const judge = this.judgeAt(0, clause);
    turns.clear();
    turns.add(at, 0, match, judge, known);
    const { places, size } = turns;
    single.of(clause, this.party);
    let [place, before, weighed] = [0, known, -1];
    for (let turn = 0; turn <= size; turn += 1) {
      const end = turn < size ? (places[turn] ?? 0) : this.values.length;
      const now = this.stands(clause, place, end) ? known : this.outcome(at, place, match);
      if (now !== before) {
        if (weighed !== before) single.weigh(judge, at, severity, before);
        single.add(place, before, -1);
        single.weigh(judge, at, severity, now);
        single.add(place, now, 1);
        weighed = now;
        before = now;
      }
      place = end;
    }
  }

  /** Whether some clause of a case may turn, told from its outcomes as they stand. */
  private mayTurn(
    at: number,
    matches: readonly Match[],
    outcomes: Uint8Array,
    asked: number,
  ): boolean {
    for (let one = 0; one < matches.length; one += 1) {
      const match = matches[one];
      if (match === undefined || this.moved[match.clause] !== true) continue;
      const outcome = outcomes[asked + one] ?? 0;
      const under = this.judgeAt(0, match.clause);
      if (this.turning.mayTurn(at, match, under, outcome, this.time | match.coverage)) return true;
    }
    return false;
  }

  /** A case that several clauses cover, from how it stands to the first place and on. */
  private turnSeveral(
    at: number,
    matches: readonly Match[],
    outcomes: Uint8Array,
    asked: number,
  ): void {
    const { turns, known } = this;
    let turning = 0;
    turns.clear();
    for (let one = 0; one < matches.length; one += 1) {
      const match = matches[one];
      const outcome = outcomes[asked + one] ?? 0;
      known[one] = outcome;
      if (match === undefined || this.moved[match.clause] !== true) continue;
      const judge = this.judgeAt(0, match.clause);
      if (!this.turning.mayTurn(at, match, judge, outcome, this.time | match.coverage)) continue;
      turns.add(at, one, match, judge, outcome);
      turning |= 1 << one;
    }
    this.before.set(known);
    const { places, owners, size } = turns;
    let place = 0;
    for (let turn = 0; turn <= size; turn += 1) {
      const end = turn < size ? (places[turn] ?? 0) : this.values.length;
      this.turn(at, matches, place, end, turn === 0 ? turning : (owners[turn - 1] ?? 0));
      place = end;
    }
  }

  /** Takes a case to a place, at which those of its matches may turn that have a bit; it is the same to before `end`. */
  private turn(
    at: number,
    matches: readonly Match[],
    place: number,
    end: number,
    bits: number,
  ): void {
    const { before, now, known } = this;
    for (let one = 0; one < matches.length; one += 1) {
      const match = matches[one];
      now[one] =
        match === undefined || (bits & (1 << one)) === 0
          ? (before[one] ?? 0)
          : this.stands(match.clause, place, end)
            ? (known[one] ?? 0)
            : this.outcome(at, place, match);
    }
    if (same(before, now, matches.length)) return;
    const { adder, party, judgeOf } = this;
    adder.addCase({ at, party, matches }, before, 0, judgeOf, place, -1);
    adder.addCase({ at, party, matches }, now, 0, judgeOf, place, 1);
    [this.before, this.now] = [now, before];
  }

  /** Starts from how the cases stand; those that may turn are taken to the first place and along the axis. */
  fill({ numbers, rollup, outcomes }: Scored): void {
    const { axis } = this;
    this.standing = Int32Array.from(numbers, ({ codes }, at) => {
      const value = axis === 'from' || !this.moved[at] ? null : SLIDERS[axis].read(codes.clause);
      return value === null ? UNMOVED : this.values.indexOf(value);
    });
    const { first, party, matches } = this.laid;
    copyInto(rollupAt(this.laid.layout, this.counts, this.sums, 0), rollup);
    let asked = 0;
    for (let stretch = 0; stretch < matches.length; stretch += 1) {
      const own = matches[stretch] ?? [];
      this.party = party[stretch] ?? 0;
      const end = first[stretch + 1] ?? 0;
      for (let from = first[stretch] ?? 0; from < end; from += MOST_AT_ONCE) {
        const to = Math.min(end, from + MOST_AT_ONCE);
        this.fillSome(own, from, to, outcomes, asked);
        asked += own.length * (to - from);
      }
    }
  }

  /** The cases of a stretch from one place to before another; `asked`: where their outcomes begin. */
  private fillSome(
    own: readonly Match[],
    from: number,
    to: number,
    outcomes: Uint8Array,
    asked: number,
  ): void {
    const { cases, times } = this.laid;
    const { turned, places } = this;
    const wide = own.length;
    const [only] = own;
    let size = 0;
    for (let place = from; place < to; place += 1) {
      const at = cases[place] ?? 0;
      this.time = times[place] ?? COVERED.IN;
      if (!this.mayTurn(at, own, outcomes, asked + (place - from) * wide)) continue;
      turned[size] = at;
      places[size] = place;
      size += 1;
    }
    this.fetching.of(turned, size);
    for (let next = 0; next < size; next += 1) {
      const at = turned[next] ?? 0;
      const place = places[next] ?? 0;
      const first = asked + (place - from) * wide;
      this.time = times[place] ?? COVERED.IN;
      if (wide === 1 && only !== undefined) this.one(at, only, outcomes[first] ?? 0);
      else this.turnSeveral(at, own, outcomes, first);
    }
  }
}

const same = (one: Int8Array, two: Int8Array, size: number): boolean => {
  for (let at = 0; at < size; at += 1) if (one[at] !== two[at]) return false;
  return true;
};
