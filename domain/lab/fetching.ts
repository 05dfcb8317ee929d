import { MOST_AT_ONCE } from './at-once';
import type { Day } from './day';
import { HOLD, POINT } from './store';

/**
 * Fetches what is read of cases one by one, for many at the same time: a processor then waits once
 * for several of them. It tells nothing.
 */
export class Fetching {
  private readonly holds = new Uint32Array(MOST_AT_ONCE);
  private readonly rows = new Uint32Array(MOST_AT_ONCE);
  /** Keeps what was only fetched from being left out. */
  fetched = 0;

  constructor(private readonly day: Day) {}

  /** At most `MOST_AT_ONCE` cases. */
  of(cases: Uint32Array, size: number): void {
    const { holds, rows } = this;
    const { hold, answered, store } = this.day;
    const { casePoint, caseNotice, caseMarks, points, holdFlags, holds: beliefs } = store.columns;
    const [width, wide] = [HOLD.SIZE, POINT.SIZE];
    let sum = 0;
    for (let at = 0; at < size; at += 1) {
      const one = cases[at] ?? 0;
      holds[at] = hold[one] ?? 0;
      rows[at] = (casePoint[one] ?? 0) * wide;
      sum += (answered[one] ?? 0) + (caseNotice[one] ?? 0) + (caseMarks[one] ?? 0);
    }
    for (let at = 0; at < size; at += 1) {
      const held = holds[at] ?? 0;
      sum += (points[rows[at] ?? 0] ?? 0) + (holdFlags[held] ?? 0) + (beliefs[held * width] ?? 0);
    }
    this.fetched = sum;
  }
}
