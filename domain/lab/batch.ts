import type { Day } from './day';
import type { Laid } from './laid';
import { CASE, HOLD, type InstantColumn, POINT } from './store';

/** As many cases are judged and added up at once as lie in the cache of a processor. */
export const MOST_AT_ONCE = 512;

/**
 * Some cases of a stretch, with what the day holds of them gathered side by side. It is read in loops
 * that do nothing else: a processor then fetches what many cases need at the same time.
 */
export class Batch {
  size = 0;
  readonly cases = new Uint32Array(MOST_AT_ONCE);
  /** COVERED, as far as their time tells. */
  readonly times = new Uint8Array(MOST_AT_ONCE);
  /** Rows of their last points; the flags and beliefs of the day. */
  readonly rows = new Uint32Array(MOST_AT_ONCE);
  readonly flags = new Int32Array(MOST_AT_ONCE);
  readonly quanta = new Int32Array(MOST_AT_ONCE);
  /** Facts of them under a clause (FACT). */
  readonly facts = new Uint8Array(MOST_AT_ONCE);
  /** Places of those that are looked at again. */
  readonly later = new Uint32Array(MOST_AT_ONCE);
  /** Of some of them: the four numbers of what is held (HOLD). */
  readonly held = new Float64Array(MOST_AT_ONCE * HOLD.SIZE);
  private readonly points: InstantColumn;
  private readonly rowsOfCases: InstantColumn;
  private readonly holds: Float64Array;
  /** Keeps what was only touched from being left out. */
  touched = 0;

  constructor(private readonly day: Day) {
    const { columns } = day.store;
    this.points = columns.points;
    this.rowsOfCases = columns.cases;
    this.holds = columns.holds;
  }

  /** Gathers the cases from one place of what was laid out to another, at most `MOST_AT_ONCE`. */
  read({ cases, times }: Pick<Laid, 'cases' | 'times'>, from: number, to: number): void {
    const day = this.day;
    const { rows, flags, quanta } = this;
    const size = to - from;
    this.size = size;
    for (let at = 0; at < size; at += 1) {
      const one = cases[from + at] ?? 0;
      this.cases[at] = one;
      this.times[at] = times[from + at] ?? 0;
      rows[at] = day.point[one] ?? 0;
      flags[at] = day.flags[one] ?? 0;
      quanta[at] = day.quanta[one] ?? 0;
    }
  }

  /** Fetches what a clock reads of some of the cases. */
  touchClocks(places: Uint32Array, size: number): void {
    const { rowsOfCases, cases, points, rows } = this;
    let sum = 0;
    for (let at = 0; at < size; at += 1) {
      const one = cases[places[at] ?? 0] ?? 0;
      sum += (rowsOfCases[one * CASE.SIZE] ?? 0) ^ (points[rows[places[at] ?? 0] ?? 0] ?? 0);
    }
    this.touched = sum;
  }

  /** Gathers what is held in some of the cases: it lies in `held`, in their order. */
  readHeld(places: Uint32Array, size: number): void {
    const { points, rows, holds, held } = this;
    for (let at = 0; at < size; at += 1) {
      const row = rows[places[at] ?? 0] ?? 0;
      const from = ((points[row + POINT.HOLD] ?? 0) >> 1) * HOLD.SIZE;
      const to = at * HOLD.SIZE;
      held[to] = holds[from] ?? 0;
      held[to + HOLD.LINK_UPPER] = holds[from + HOLD.LINK_UPPER] ?? 0;
      held[to + HOLD.LOWER] = holds[from + HOLD.LOWER] ?? 0;
      held[to + HOLD.UPPER] = holds[from + HOLD.UPPER] ?? 0;
    }
  }
}
