import type { Instant } from '@/domain/dates';
import { CELL, STATE_CELL } from '@/domain/sweep/bits';
import { codeBy } from './instants';
import { INC } from './rules';
import { casesIn, MARK, type Store } from './store';

/** No claim accuses the state on the day: there is no case. */
export const ABSENT = 0xffffffff;

/** Bits of a case on a day beside those of CELL: of the opinion on responsibility under all limbs. */
export const HELD = {
  CONVICTED: 2048,
  ADMITTED: 4096,
  /** Claims name limbs: the opinion turns on those of the clause. */
  LIMBED: 8192,
} as const;

/** A corpus on a day: what is held in each case, side by side as the cases lie, and whether its incident is verified. */
export interface Day {
  readonly store: Store;
  readonly asOf: Instant;
  /** The latest instant of the columns that lies within the day. */
  readonly cut: number;
  /** By case: number of the hold; ABSENT where there is no case. */
  readonly hold: Uint32Array;
  /** By case: place in PREDICATES.inc. */
  readonly occurrence: Uint8Array;
  /** By case: bits of CELL and HELD. */
  readonly bits: Uint16Array;
  readonly dutyLimbs: Uint8Array;
  readonly linkLower: Float64Array;
  readonly linkClusters: Uint8Array;
  /** Responsibility under all commission limbs. */
  readonly lower: Float64Array;
  readonly clusters: Uint8Array;
  /** By partition: how many cases there are. */
  readonly cases: Uint32Array;
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

/** By case the hold of its last change at or before a day; ABSENT where nothing accuses, or nothing has begun. */
function holdsOn({ columns }: Store, size: number, cut: number): Uint32Array {
  const { pointFrom, pointAt, pointHold, holdBits, start } = columns;
  const holds = new Uint32Array(size).fill(ABSENT);
  let point = 0;
  for (let at = 0; at < size; at += 1) {
    const end = pointFrom[at + 1] ?? 0;
    let held = -1;
    while (point < end && (pointAt[point] ?? 0) <= cut) {
      held = point;
      point += 1;
    }
    point = end;
    if (held < 0 || (start[at] ?? 0) > cut) continue;
    const hold = (pointHold[held] ?? 0) >>> 1;
    if (((holdBits[hold] ?? 0) & CELL.ACCUSED) !== 0) holds[at] = hold;
  }
  return holds;
}

function heldBits({ columns }: Store, hold: number, opinion: number): number {
  const own = columns.opinionBits[opinion] ?? 0;
  return (
    (columns.holdBits[hold] ?? 0) |
    ((own & STATE_CELL.CONVICTED) === 0 ? 0 : HELD.CONVICTED) |
    ((own & STATE_CELL.ADMITTED) === 0 ? 0 : HELD.ADMITTED) |
    ((columns.limbRow[hold] ?? -1) < 0 ? 0 : HELD.LIMBED)
  );
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
  const size = casesIn(store);
  const cut = coded ? codeBy(asOf) : asOf;
  const hold = holdsOn(store, size, cut);
  const day = {
    ...{ store, asOf, cut, hold },
    occurrence: occurrences(store, asOf),
    cases: countedIn(store, hold),
    bits: new Uint16Array(size),
    dutyLimbs: new Uint8Array(size),
    linkLower: new Float64Array(size),
    linkClusters: new Uint8Array(size),
    lower: new Float64Array(size),
    clusters: new Uint8Array(size),
  };
  for (let at = 0; at < size; at += 1) {
    const held = hold[at] ?? ABSENT;
    if (held === ABSENT) continue;
    const opinion = columns.opinionAll[held] ?? 0;
    day.bits[at] = heldBits(store, held, opinion);
    day.dutyLimbs[at] = columns.dutyLimbs[held] ?? 0;
    day.linkLower[at] = columns.linkLower[held] ?? 0;
    day.linkClusters[at] = columns.linkClusters[held] ?? 0;
    day.lower[at] = columns.opinionLower[opinion] ?? 0;
    day.clusters[at] = columns.opinionClusters[opinion] ?? 0;
  }
  return day;
}
