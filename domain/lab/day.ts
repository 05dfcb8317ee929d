import type { Instant } from '@/domain/dates';
import { CELL } from '@/domain/sweep/bits';
import { codeBy } from './instants';
import { INC } from './rules';
import { casesIn, MARK, type Store } from './store';

/** No claim accuses the state on the day: there is no case. */
export const ABSENT = 0xffffffff;

/** A corpus on a day: what is held in each case, and whether its incident is verified. */
export interface Day {
  readonly store: Store;
  readonly asOf: Instant;
  /** The latest instant of the columns that lies within the day. */
  readonly cut: number;
  /** By case: number of the hold; ABSENT where there is no case. */
  readonly hold: Uint32Array;
  /** By case: place in PREDICATES.inc. */
  readonly occurrence: Uint8Array;
}

function occurrences({ columns }: Store, asOf: Instant): Uint8Array {
  const { marks, reportedCase, reportedUntil } = columns;
  const made = new Uint8Array(marks.length).fill(INC.confirmed);
  for (let at = 0; at < marks.length; at += 1)
    if (((marks[at] ?? 0) & MARK.RETRACTED) !== 0) made[at] = INC.retracted;
  for (let at = 0; at < reportedCase.length; at += 1)
    made[reportedCase[at] ?? 0] = asOf <= (reportedUntil[at] ?? 0) ? INC.open : INC.expired;
  return made;
}

/** The corpus as of a day: for every case the last change at or before it. Incidents yet to begin are left out. */
export function dayOf(store: Store, asOf: Instant): Day {
  const { columns, coded } = store;
  const { pointFrom, pointAt, pointHold, holdBits, start } = columns;
  const size = casesIn(store);
  const cut = coded ? codeBy(asOf) : asOf;
  const hold = new Uint32Array(size).fill(ABSENT);
  let point = 0;
  for (let at = 0; at < size; at += 1) {
    const end = pointFrom[at + 1] ?? 0;
    let held = -1;
    while (point < end) {
      if ((pointAt[point] ?? 0) > cut) break;
      held = point;
      point += 1;
    }
    point = end;
    if (held < 0 || (start[at] ?? 0) > cut) continue;
    const number = (pointHold[held] ?? 0) >>> 1;
    if (((holdBits[number] ?? 0) & CELL.ACCUSED) !== 0) hold[at] = number;
  }
  return { store, asOf, cut, hold, occurrence: occurrences(store, asOf) };
}
