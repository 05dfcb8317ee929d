import type { Instant } from '@/domain/dates';
import { CELL } from '@/domain/sweep/bits';
import { codeBy } from './instants';
import { INC } from './rules';
import { CASE, casesIn, HOLD, holdIn, IS_ODD, MARK, OCCURRENCE, POINT, type Store } from './store';

/** No claim accuses the state on the day: there is no case. */
export const ABSENT = 0xffffffff;

/** A corpus on a day: what is held in each case, side by side as the cases lie. */
export interface Day {
  readonly store: Store;
  readonly asOf: Instant;
  /** The latest instant of the columns that lies within the day. */
  readonly cut: number;
  /** By case: number of the hold; ABSENT where there is no case. */
  readonly hold: Uint32Array;
  /** By case: the four numbers of the hold (HOLD). */
  readonly beliefs: Float64Array;
  /** By case: flags of the hold, and whether the incident is verified (OCCURRENCE). */
  readonly flags: Int32Array;
  /** By partition: how many cases there are. */
  readonly cases: Uint32Array;
}

/** By case the hold of its last change at or before a day; ABSENT where nothing accuses, or nothing has begun. */
function holdsOn({ columns }: Store, size: number, cut: number): Uint32Array {
  const { cases, points, holdFlags } = columns;
  const holds = new Uint32Array(size).fill(ABSENT);
  for (let at = 0; at < size; at += 1) {
    const row = at * CASE.SIZE;
    if ((cases[row] ?? 0) > cut) continue;
    const first = cases[row + CASE.POINT] ?? 0;
    let point = cases[row + CASE.SIZE + CASE.POINT] ?? 0;
    do point -= 1;
    while (point >= first && (points[point * POINT.SIZE] ?? 0) > cut);
    if (point < first) continue;
    const hold = holdIn(points[point * POINT.SIZE + POINT.HOLD] ?? 0);
    if (((holdFlags[hold] ?? 0) & CELL.ACCUSED) !== 0) holds[at] = hold;
  }
  return holds;
}

/** Of incidents that are not confirmed: by case the place in PREDICATES.inc. */
function occurrences({ columns }: Store, size: number, asOf: Instant): Uint8Array {
  const { cases, reportedCase, reportedUntil } = columns;
  const made = new Uint8Array(size).fill(INC.confirmed);
  for (let at = 0; at < size; at += 1)
    if (((cases[at * CASE.SIZE + CASE.MARKS] ?? 0) & MARK.RETRACTED) !== 0)
      made[at] = INC.retracted;
  for (let at = 0; at < reportedCase.length; at += 1)
    made[reportedCase[at] ?? 0] = asOf <= (reportedUntil[at] ?? 0) ? INC.open : INC.expired;
  return made;
}

function countedIn({ columns }: Store, hold: Uint32Array): Uint32Array {
  const { partitionFrom, segmentFrom } = columns;
  const counted = new Uint32Array(Math.max(0, partitionFrom.length - 1));
  for (let partition = 0; partition < counted.length; partition += 1) {
    const to = segmentFrom[partitionFrom[partition + 1] ?? 0] ?? 0;
    let own = 0;
    for (let at = segmentFrom[partitionFrom[partition] ?? 0] ?? 0; at < to; at += 1)
      if (hold[at] !== ABSENT) own += 1;
    counted[partition] = own;
  }
  return counted;
}

/** The corpus as of a day: for every case the last change at or before it. Incidents yet to begin are left out. */
export function dayOf(store: Store, asOf: Instant): Day {
  const { columns, coded } = store;
  const { holds, holdFlags } = columns;
  const size = casesIn(store);
  const cut = coded ? codeBy(asOf) : asOf;
  const hold = holdsOn(store, size, cut);
  const occurrence = occurrences(store, size, asOf);
  const beliefs = new Float64Array(size * HOLD.SIZE);
  const flags = new Int32Array(size);
  for (let at = 0; at < size; at += 1) {
    const held = hold[at] ?? ABSENT;
    if (held === ABSENT) continue;
    for (let step = 0; step < HOLD.SIZE; step += 1)
      beliefs[at * HOLD.SIZE + step] = holds[held * HOLD.SIZE + step] ?? 0;
    const odd = ((columns.cases[at * CASE.SIZE + CASE.MARKS] ?? 0) & MARK.ODD) === 0 ? 0 : IS_ODD;
    flags[at] = (holdFlags[held] ?? 0) | odd | ((occurrence[at] ?? 0) << OCCURRENCE);
  }
  return { store, asOf, cut, hold, beliefs, flags, cases: countedIn(store, hold) };
}

/** A day of the same store without the cases of some incidents; the day itself stays as it is. */
export function leftOut(day: Day, incidents: (number: number) => boolean): Day {
  const made = { ...day, hold: day.hold.slice(), cases: day.cases.slice() };
  const { partitionFrom, segmentFrom, incident } = day.store.columns;
  for (let partition = 0; partition < made.cases.length; partition += 1) {
    const to = segmentFrom[partitionFrom[partition + 1] ?? 0] ?? 0;
    for (let at = segmentFrom[partitionFrom[partition] ?? 0] ?? 0; at < to; at += 1) {
      if (made.hold[at] === ABSENT || !incidents(incident[at] ?? 0)) continue;
      made.hold[at] = ABSENT;
      made.cases[partition] = (made.cases[partition] ?? 0) - 1;
    }
  }
  return made;
}
