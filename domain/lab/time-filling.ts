import { inForceBetween } from '@/domain/bound';
import type { Pact } from '@/domain/pact';
import { Adder, SingleAdder } from './adder';
import type { ClauseJudge } from './clause-judge';
import { GATE, type Span, spanOf, timeGate } from './gate';
import { Judge } from './judge';
import { type Laid, numbersOf } from './laid';
import type { Match } from './matching';
import { rowsOf } from './rollup';
import { COVERED } from './settled';
import { TimePlaces } from './time-places';
import { Turns } from './turns';

/** By place the time in which the pact would bind; null: it would not. */
function spansAlong({ day, pact }: Laid, values: Float64Array): (Span | null)[] {
  const [one, other] = pact.parties;
  return Array.from(values, (from) => {
    const found = inForceBetween(pact, one?.code ?? '', other?.code ?? '', from);
    return found === null ? null : spanOf(day, found.from, found.end);
  });
}

/**
 * Fills a cube along assumed entries into force: what is found of a case in time is the same at every
 * place, so that it is added where its time begins to be in, or open, and taken away where that ends.
 */
export class TimeFilling {
  readonly values: Float64Array;
  readonly counts: Int32Array;
  readonly sums: Float64Array;
  private readonly judges: readonly ClauseJudge[];
  private readonly turns: Turns;
  private readonly spans: readonly (Span | null)[];
  private readonly time: TimePlaces | null;
  private readonly adder: Adder;
  private readonly single: SingleAdder;
  private readonly outcomes: Uint8Array;
  private party = 0;

  constructor(
    private readonly laid: Laid,
    pact: Pact,
  ) {
    const { day, layout } = laid;
    const judge = new Judge(day);
    this.judges = numbersOf(pact).map((own) => judge.under(own));
    this.turns = new Turns(judge, 'from');
    this.values = this.turns.values;
    this.spans = spansAlong(laid, this.values);
    this.time = TimePlaces.along(day.store, this.spans);
    const [counts, sums] = rowsOf(layout, this.values.length);
    this.counts = counts;
    this.sums = sums;
    this.adder = new Adder(layout, counts, sums);
    this.single = new SingleAdder(layout, counts, sums);
    this.outcomes = new Uint8Array(layout.clauses.length);
  }

  private readonly judge = (clause: number): ClauseJudge => {
    const judge = this.judges[clause];
    if (judge === undefined) throw new RangeError(`the pact has no clause ${clause}`);
    return judge;
  };

  /** `known`: the outcomes of the cases where all are in time. */
  fill(known: Uint8Array): void {
    const { cases, first, party, matches } = this.laid;
    let asked = 0;
    for (let stretch = 0; stretch < matches.length; stretch += 1) {
      const own = matches[stretch] ?? [];
      this.party = party[stretch] ?? 0;
      const end = first[stretch + 1] ?? 0;
      for (let place = first[stretch] ?? 0; place < end; place += 1) {
        const at = cases[place] ?? 0;
        if (this.time === null) this.fillByTurns(at, own, known, asked);
        else this.fillByPlaces(this.time, at, own, known, asked);
        asked += own.length;
      }
    }
  }

  private fillByPlaces(
    time: TimePlaces,
    at: number,
    matches: readonly Match[],
    known: Uint8Array,
    asked: number,
  ): void {
    time.find(at);
    const out = Math.min(time.out, this.values.length);
    const over = Math.min(time.over, this.values.length);
    if (out > 0) this.add(at, matches, known, asked, 0, out);
    if (over > out) {
      this.open(at, matches);
      this.add(at, matches, this.outcomes, 0, out, over);
    }
  }

  /** The same from turn to turn, whatever the times are. */
  private fillByTurns(
    at: number,
    matches: readonly Match[],
    known: Uint8Array,
    asked: number,
  ): void {
    const { turns, spans } = this;
    turns.clear();
    turns.beginnings(at);
    let from = 0;
    for (let turn = 0; turn <= turns.size; turn += 1) {
      const end = turn < turns.size ? (turns.places[turn] ?? 0) : this.values.length;
      const span = spans[from] ?? null;
      const gate = span === null ? GATE.OUT : timeGate(this.laid.day.store.columns, at, span);
      if (gate === GATE.IN) this.add(at, matches, known, asked, from, end);
      if (gate === GATE.UNKNOWN) {
        this.open(at, matches);
        this.add(at, matches, this.outcomes, 0, from, end);
      }
      from = end;
    }
  }

  /** Finds the outcomes of a case whose time is open. */
  private open(at: number, matches: readonly Match[]): void {
    for (let one = 0; one < matches.length; one += 1) {
      const match = matches[one];
      if (match !== undefined)
        this.outcomes[one] = this.judge(match.clause).outcome(at, match.severity, COVERED.UNKNOWN);
    }
  }

  /** Adds the outcomes of a case from one place to before another. */
  private add(
    at: number,
    matches: readonly Match[],
    outcomes: Uint8Array,
    asked: number,
    from: number,
    to: number,
  ): void {
    const [only] = matches;
    if (matches.length === 1 && only !== undefined) {
      const { single } = this;
      const outcome = outcomes[asked] ?? 0;
      single.of(only.clause, this.party);
      single.weigh(this.judge(only.clause), at, only.severity, outcome);
      single.add(from, outcome, 1);
      if (to < this.values.length) single.add(to, outcome, -1);
      return;
    }
    const { adder, party, judge } = this;
    adder.addCase({ at, party, matches }, outcomes, asked, judge, from, 1);
    if (to < this.values.length)
      adder.addCase({ at, party, matches }, outcomes, asked, judge, to, -1);
  }
}
