import { inForceBetween } from '@/domain/bound';
import type { Pact } from '@/domain/pact';
import { Adder, SingleAdder } from './adder';
import type { ClauseJudge } from './clause-judge';
import type { Scored } from './engine';
import { GATE, type Span, spanOf, timeGate } from './gate';
import { Judge } from './judge';
import { type Laid, numbersOf } from './laid';
import type { Match } from './matching';
import { type ClauseNumbers, numbersWith } from './numbers';
import { copyInto, type Rollup, rollupAt, rowsOf } from './rollup';
import type { Axis } from './scale';
import { COVERED } from './settled';
import { SLIDERS } from './sliders';
import { TimePlaces } from './time-places';
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

/** By place the time in which the pact would bind, where that is the axis; none for a historical pact. */
function spansAlong({ day, pact, anyTime }: Laid, values: Float64Array): (Span | null)[] {
  if (!anyTime) return [];
  const [one, other] = pact.parties;
  return Array.from(values, (from) => {
    const found = inForceBetween(pact, one?.code ?? '', other?.code ?? '', from);
    return found === null ? null : spanOf(day, found.from, found.end);
  });
}

/** Fills a cube case by case: what it makes of the first place, and where that turns. */
export class Filling {
  readonly values: Float64Array;
  readonly counts: Int32Array;
  readonly sums: Float64Array;
  readonly rows: readonly Rollup[];
  private readonly judge: Judge;
  private readonly turns: Turns;
  private readonly turning: Turning;
  private readonly adder: Adder;
  private readonly single: SingleAdder;
  private readonly numbers: readonly ClauseNumbers[];
  /** By place and clause: its judge, made when it is first asked. */
  private readonly judges: (ClauseJudge | undefined)[];
  private readonly spans: readonly (Span | null)[];
  /** By clause: whether the axis moves it. */
  private readonly moved: readonly boolean[];
  private readonly clauses: number;
  private party = 0;
  private time: number = COVERED.IN;
  /** By match: outcomes before a turn and after; -1 where its time is out. */
  private before: Int8Array;
  private now: Int8Array;

  constructor(
    private readonly laid: Laid,
    pact: Pact,
    axis: Axis,
    clause: string | null,
  ) {
    const { layout } = laid;
    this.judge = new Judge(laid.day);
    this.turns = new Turns(this.judge, axis);
    this.turning = new Turning(this.judge, axis);
    this.values = this.turns.values;
    this.clauses = layout.clauses.length;
    this.before = new Int8Array(this.clauses);
    this.now = new Int8Array(this.clauses);
    this.numbers = numbersAlong(pact, axis, clause, this.values);
    this.judges = this.numbers.map(() => undefined);
    this.spans = spansAlong(laid, this.values);
    this.moved = layout.clauses.map((id) => clause === null || id === clause);
    const [counts, sums] = rowsOf(layout, this.values.length);
    this.counts = counts;
    this.sums = sums;
    this.rows = Array.from(this.values, (_, place) => rollupAt(layout, counts, sums, place));
    this.adder = new Adder(layout.parties.length, this.row(0));
    this.single = new SingleAdder(layout, counts, sums);
  }

  private row(place: number): Rollup {
    const row = this.rows[place];
    if (row === undefined) throw new RangeError(`the axis has no place ${place}`);
    return row;
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

  /** What the time of a case is at a place: COVERED, or -1 where it is out. */
  private timeAt(at: number, place: number): number {
    if (this.spans.length === 0) return this.time;
    const span = this.spans[place];
    const gate = span == null ? GATE.OUT : timeGate(this.laid.day.store.columns, at, span);
    return gate === GATE.OUT ? -1 : gate === GATE.IN ? COVERED.IN : COVERED.UNKNOWN;
  }

  /** The outcome of a case at a place; -1 where its time is out. */
  private outcome(at: number, place: number, match: Match): number {
    const time = this.timeAt(at, place);
    return time < 0
      ? -1
      : this.judgeAt(place, match.clause).outcome(at, match.severity, time | match.coverage);
  }

  /** A case that one clause covers: there is nothing to reduce. `known` is its outcome as it stands; -1: none is counted yet. */
  private one(at: number, match: Match, known: number): void {
    const { single, turns } = this;
    let before = this.outcome(at, 0, match);
    const first = this.judgeAt(0, match.clause);
    single.of(match.clause, this.party);
    if (before !== known) {
      single.weigh(first, at, match.severity, known);
      single.add(0, known, -1);
    }
    single.weigh(first, at, match.severity, before);
    if (before !== known) single.add(0, before, 1);
    turns.clear();
    turns.add(at, match, this.judgeAt(0, match.clause), before);
    const { places, size } = turns;
    let time = this.timeAt(at, 0);
    for (let turn = 0; turn < size; turn += 1) {
      const place = places[turn] ?? 0;
      if (this.spans.length > 0) {
        // Nothing but its time turns a case along this axis.
        const then = this.timeAt(at, place);
        if (then === time) continue;
        time = then;
      }
      const now = this.outcome(at, place, match);
      if (now === before) continue;
      single.add(place, before, -1);
      single.weigh(this.judgeAt(place, match.clause), at, match.severity, now);
      single.add(place, now, 1);
      before = now;
    }
  }

  private add(
    at: number,
    matches: readonly Match[],
    outcomes: Int8Array,
    place: number,
    sign: 1 | -1,
  ): void {
    this.adder.into(this.row(place), sign);
    for (let one = 0; one < matches.length; one += 1) {
      const match = matches[one];
      const outcome = outcomes[one] ?? -1;
      if (match !== undefined && outcome >= 0)
        this.adder.add(at, this.party, match, this.judgeAt(place, match.clause), outcome);
    }
    this.adder.close(this.party);
  }

  private ask(at: number, place: number, matches: readonly Match[], into: Int8Array): void {
    for (let one = 0; one < matches.length; one += 1) {
      const match = matches[one];
      if (match !== undefined) into[one] = this.outcome(at, place, match);
    }
  }

  /** A case that several clauses cover: at pact level the gravest counts. `before` holds what is at the first place. */
  private several(at: number, matches: readonly Match[]): void {
    const { places, size } = this.turns;
    for (let turn = 0; turn < size; turn += 1) {
      const place = places[turn] ?? 0;
      this.ask(at, place, matches, this.now);
      if (same(this.before, this.now, matches.length)) continue;
      this.add(at, matches, this.before, place, -1);
      this.add(at, matches, this.now, place, 1);
      [this.before, this.now] = [this.now, this.before];
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
    const { turns, before, now } = this;
    for (let one = 0; one < matches.length; one += 1) now[one] = outcomes[asked + one] ?? 0;
    this.ask(at, 0, matches, before);
    if (!same(before, now, matches.length)) {
      this.add(at, matches, now, 0, -1);
      this.add(at, matches, before, 0, 1);
    }
    turns.clear();
    for (let one = 0; one < matches.length; one += 1) {
      const match = matches[one];
      if (match === undefined || this.moved[match.clause] !== true) continue;
      const outcome = before[one] ?? 0;
      if (
        this.turning.mayTurn(
          at,
          match,
          this.judgeAt(0, match.clause),
          outcome,
          this.time | match.coverage,
        )
      )
        turns.add(at, match, this.judgeAt(0, match.clause), outcome);
    }
    this.several(at, matches);
  }

  /** Starts from how the cases stand; those that may turn are taken to the first place and along the axis. */
  fill({ rollup, outcomes }: Scored): void {
    const { cases, times, first, party, matches } = this.laid;
    copyInto(this.row(0), rollup);
    let asked = 0;
    for (let stretch = 0; stretch < matches.length; stretch += 1) {
      const own = matches[stretch] ?? [];
      const [only] = own;
      this.party = party[stretch] ?? 0;
      const end = first[stretch + 1] ?? 0;
      for (let place = first[stretch] ?? 0; place < end; place += 1) {
        this.time = times[place] ?? COVERED.IN;
        const at = cases[place] ?? 0;
        if (this.mayTurn(at, own, outcomes, asked)) {
          if (own.length === 1 && only !== undefined) this.one(at, only, outcomes[asked] ?? 0);
          else this.turnSeveral(at, own, outcomes, asked);
        }
        asked += own.length;
      }
    }
  }

  /** The same where the time of the cases is what moves; `outcomes` are those in time. */
  fillTimes({ outcomes }: Scored): void {
    const places = TimePlaces.along(this.laid.day.store, this.spans);
    if (places === null) this.fillAnyTimes();
    else this.fillPlaces(places, outcomes);
  }

  /** Adds every case while it is in time, and while that is open. */
  private fillPlaces(time: TimePlaces, outcomes: Uint8Array): void {
    const { cases, first, party, matches } = this.laid;
    const last = this.values.length;
    let asked = 0;
    for (let stretch = 0; stretch < matches.length; stretch += 1) {
      const own = matches[stretch] ?? [];
      const [only] = own;
      this.party = party[stretch] ?? 0;
      const end = first[stretch + 1] ?? 0;
      for (let place = first[stretch] ?? 0; place < end; place += 1) {
        const at = cases[place] ?? 0;
        time.find(at);
        const out = Math.min(time.out, last);
        const over = Math.min(time.over, last);
        if (own.length === 1 && only !== undefined) {
          this.single.of(only.clause, this.party);
          this.span(at, only, outcomes[asked] ?? 0, 0, out);
          if (out < over) this.span(at, only, this.opened(at, only), out, over);
        } else {
          for (let one = 0; one < own.length; one += 1) this.now[one] = outcomes[asked + one] ?? 0;
          this.spanSeveral(at, own, this.now, 0, out);
          if (out < over) {
            own.forEach((match, one) => {
              this.now[one] = this.opened(at, match);
            });
            this.spanSeveral(at, own, this.now, out, over);
          }
        }
        asked += own.length;
      }
    }
  }

  /** The outcome of a case whose time is open. */
  private opened(at: number, { clause, severity }: Match): number {
    return this.judgeAt(0, clause).outcome(at, severity, COVERED.UNKNOWN);
  }

  /** Adds an outcome from one place to before another. */
  private span(at: number, match: Match, outcome: number, from: number, to: number): void {
    if (from >= to) return;
    const { single } = this;
    single.weigh(this.judgeAt(0, match.clause), at, match.severity, outcome);
    single.add(from, outcome, 1);
    if (to < this.values.length) single.add(to, outcome, -1);
  }

  private spanSeveral(
    at: number,
    matches: readonly Match[],
    outcomes: Int8Array,
    from: number,
    to: number,
  ): void {
    if (from >= to) return;
    this.add(at, matches, outcomes, from, 1);
    if (to < this.values.length) this.add(at, matches, outcomes, to, -1);
  }

  /** The same case by case, place by place, whatever the times are. */
  private fillAnyTimes(): void {
    const { cases, first, party, matches } = this.laid;
    const { turns } = this;
    for (let stretch = 0; stretch < matches.length; stretch += 1) {
      const own = matches[stretch] ?? [];
      const [any] = own;
      this.party = party[stretch] ?? 0;
      const end = first[stretch + 1] ?? 0;
      for (let place = first[stretch] ?? 0; place < end && any !== undefined; place += 1) {
        const at = cases[place] ?? 0;
        if (own.length === 1) {
          this.one(at, any, -1);
          continue;
        }
        this.ask(at, 0, own, this.before);
        this.add(at, own, this.before, 0, 1);
        turns.clear();
        turns.add(at, any, this.judgeAt(0, any.clause), 0);
        this.several(at, own);
      }
    }
  }
}

const same = (one: Int8Array, two: Int8Array, size: number): boolean => {
  for (let at = 0; at < size; at += 1) if (one[at] !== two[at]) return false;
  return true;
};
