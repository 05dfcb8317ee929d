import { inForceBetween } from '@/domain/bound';
import { ABSENT, type Day } from './day';
import {
  Adder,
  type Bound,
  boundOn,
  casesBy,
  eachSegment,
  fillOutside,
  type Match,
  type Question,
} from './engine';
import { GATE, type Span, spanOf, timeGate } from './gate';
import { COVERED, Judge } from './judge';
import { type ClauseNumbers, numbersWith } from './numbers';
import { type Layout, type Rollup, rollupAt, rowsOf } from './rollup';
import type { Axis } from './scale';
import { SLIDERS } from './sliders';
import { Turns } from './turns';

/** A rollup for every place of an axis: moving along it costs nothing more, whatever the corpus. */
export interface Cube {
  readonly axis: Axis;
  readonly clause: string | null;
  /** By place, rising: numbers of a slider, or instants. */
  readonly values: Float64Array;
  readonly layout: Layout;
  readonly counts: Int32Array;
  readonly sums: Float64Array;
}

/** By place and clause the numbers it has there. */
type Numbers = readonly (readonly ClauseNumbers[])[];

function numbersAlong(
  { pact, numbers }: Bound,
  axis: Axis,
  clause: string | null,
  values: Float64Array,
): Numbers {
  return Array.from(values, (value) =>
    numbers.map((own, at) => {
      const one = pact.clauses[at];
      if (axis === 'from' || one === undefined || (clause !== null && one.id !== clause))
        return own;
      return numbersWith(own.codes, SLIDERS[axis].write(one, value));
    }),
  );
}

/** By place the time in which the pact would bind, where that is the axis. */
function spansAlong({ day, pact }: Bound, axis: Axis, values: Float64Array): (Span | null)[] {
  if (axis !== 'from' || pact.kind === 'historical') return [];
  const [one, other] = pact.parties;
  return Array.from(values, (from) => {
    const found = inForceBetween(pact, one?.code ?? '', other?.code ?? '', from);
    return found === null ? null : spanOf(day, found.from, found.end);
  });
}

/** Fills a cube case by case: what it makes of the first place, and where that turns. */
class Filling {
  private readonly judge: Judge;
  private readonly turns: Turns;
  private readonly adder: Adder;
  private readonly numbers: Numbers;
  private readonly spans: readonly (Span | null)[];
  private readonly rows: readonly Rollup[];
  private party = 0;
  private before: number[] = [];
  private now: number[] = [];

  constructor(
    private readonly bound: Bound,
    axis: Axis,
    private readonly clause: string | null,
    rows: (places: number) => readonly Rollup[],
  ) {
    this.judge = new Judge(bound.day);
    this.turns = new Turns(this.judge, axis);
    this.numbers = numbersAlong(bound, axis, clause, this.turns.values);
    this.spans = spansAlong(bound, axis, this.turns.values);
    this.rows = rows(this.turns.values.length);
    this.adder = new Adder(this.judge, bound.layout.parties.length, this.row(0));
  }

  get values(): Float64Array {
    return this.turns.values;
  }

  private row(place: number): Rollup {
    const row = this.rows[place];
    if (row === undefined) throw new RangeError(`the axis has no place ${place}`);
    return row;
  }

  /** What PARTY and TIME say of a case at a place. */
  private gate(at: number, place: number): number {
    if (this.spans.length === 0) return this.bound.gate.of(at, this.party);
    const { day, binding } = this.bound;
    if (day.hold[at] === ABSENT) return GATE.NONE;
    const span = this.spans[place];
    const { victims } = day.store.columns;
    const others = binding.victims[victims[at] ?? 0] ?? [];
    const bound = span != null && others.some((one) => one !== this.party);
    return bound ? timeGate(day.store, at, span) : GATE.OUT;
  }

  private outcome(at: number, place: number, match: Match, gate: number): number {
    const numbers = this.numbers[place]?.[match.clause] ?? match.numbers;
    const coverage = gate === GATE.UNKNOWN ? COVERED.UNKNOWN : match.coverage;
    return this.judge.outcome(at, numbers, match.severity, coverage);
  }

  /** The outcomes of a case at a place; none where PARTY or TIME leave it out. */
  private outcomes(at: number, place: number, matches: readonly Match[], into: number[]): void {
    into.length = 0;
    const gate = this.gate(at, place);
    if (gate < GATE.UNKNOWN) return;
    for (let one = 0; one < matches.length; one += 1) {
      const match = matches[one];
      if (match !== undefined) into.push(this.outcome(at, place, match, gate));
    }
  }

  private add(
    at: number,
    matches: readonly Match[],
    outcomes: readonly number[],
    place: number,
    sign: 1 | -1,
  ): void {
    if (outcomes.length === 0) return;
    this.adder.into(this.row(place), sign);
    for (let one = 0; one < matches.length; one += 1) {
      const match = matches[one];
      if (match !== undefined) this.adder.add(at, this.party, match, outcomes[one] ?? 0);
    }
    this.adder.close(at, this.party);
  }

  private moves({ numbers }: Match): boolean {
    return this.clause === null || numbers.codes.clause.id === this.clause;
  }

  private case(at: number, matches: readonly Match[]): void {
    if (this.bound.day.hold[at] === ABSENT) return;
    const { turns } = this;
    this.outcomes(at, 0, matches, this.before);
    this.add(at, matches, this.before, 0, 1);
    turns.clear();
    for (let one = 0; one < matches.length; one += 1) {
      const match = matches[one];
      if (match !== undefined && (this.spans.length > 0 || this.moves(match)))
        turns.add(at, match, this.before[one] ?? 0);
      if (this.spans.length > 0) break;
    }
    const places = turns.places();
    for (let turn = 0; turn < places.length; turn += 1) {
      const place = places[turn] ?? 0;
      this.outcomes(at, place, matches, this.now);
      if (same(this.before, this.now)) continue;
      this.add(at, matches, this.before, place, -1);
      this.add(at, matches, this.now, place, 1);
      [this.before, this.now] = [this.now, this.before];
    }
  }

  fill(): void {
    eachSegment(this.bound, false, (from, to, party, matches) => {
      this.party = party;
      for (let at = from; at < to; at += 1) this.case(at, matches);
    });
  }
}

const same = (one: readonly number[], two: readonly number[]): boolean => {
  if (one.length !== two.length) return false;
  for (let at = 0; at < one.length; at += 1) if (one[at] !== two[at]) return false;
  return true;
};

/** Adds every row to the next: from what turns at a place to what stands there. */
function standing(rows: Int32Array | Float64Array, width: number): void {
  for (let at = width; at < rows.length; at += 1)
    rows[at] = (rows[at] ?? 0) + (rows[at - width] ?? 0);
}

/**
 * Prepares an axis: the rollup at every place of a number of one clause, or of all (`clause` null),
 * or of the assumed entry into force, everything else as the question has it. It equals `score` with
 * that number (property test).
 */
export function prepare(day: Day, question: Question, axis: Axis, clause: string | null): Cube {
  const bound = boundOn(day, question);
  const { layout } = bound;
  let counts: Int32Array = new Int32Array(0);
  let sums: Float64Array = new Float64Array(0);
  let rows: readonly Rollup[] = [];
  const filling = new Filling(bound, axis, clause, (places) => {
    [counts, sums] = rowsOf(layout, places);
    rows = Array.from({ length: places }, (_, place) => rollupAt(layout, counts, sums, place));
    return rows;
  });
  filling.fill();
  const places = Math.max(1, rows.length);
  standing(counts, counts.length / places);
  standing(sums, sums.length / places);
  const cases = casesBy(bound);
  for (const row of rows) fillOutside(row, cases);
  return { axis, clause, values: filling.values, layout, counts, sums };
}

/** The rollup at a place of a cube. */
export const at = ({ layout, counts, sums }: Cube, place: number): Rollup =>
  rollupAt(layout, counts, sums, place);
