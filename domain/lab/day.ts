import { exceptionsPleaded } from '@/domain/coverage';
import type { Instant } from '@/domain/dates';
import type { Plea } from '@/domain/incident';
import { CELL } from '@/domain/sweep/bits';
import { codeBy } from './instants';
import { answersBy } from './reached';
import { INC } from './rules';
import { casesIn, type InstantColumn, MARK, POINT, type Store } from './store';

/** No claim accuses the state on the day: there is no case. */
export const ABSENT = 0xffffffff;

/** On a day, above the flags of what is held: its incident has pleas or extensions (MARK.ODD). */
export const IS_ODD = 1 << 29;
/** Above that: place in PREDICATES.inc. */
export const OCCURRENCE = 30;

/** A corpus on a day: what is held in each case, side by side as the cases lie. */
export interface Day {
  readonly store: Store;
  readonly asOf: Instant;
  /** The latest instant of the columns that lies within the day. */
  readonly cut: number;
  /** By case: what is held at its last point at or before the day; ABSENT where there is no case. */
  readonly hold: Uint32Array;
  /** By case: flags of what is held there, whether the case is odd (IS_ODD), whether its incident is verified (OCCURRENCE). */
  readonly flags: Int32Array;
  /** By case: both beliefs there, in steps. */
  readonly quanta: Int32Array;
  /** By case: its row of `reached`; that at 0 is of all in which nothing was answered by the day. */
  readonly answered: Uint32Array;
  /** When what a clock asks for was first answered: four instants (REACHED) as the columns have them, NEVER where it was not. */
  readonly reached: InstantColumn;
  /** Of odd cases (IS_ODD): the exceptions pleaded by the day. */
  readonly pleaded: ReadonlyMap<number, readonly Plea[]>;
  /** By partition: how many cases there are. */
  readonly cases: Uint32Array;
}

type Held = Pick<Day, 'hold' | 'flags' | 'quanta'>;

/** By case its last point at or before a day; ABSENT where nothing accuses, or nothing has begun. */
function heldOn({ columns }: Store, size: number, cut: number): Held {
  const { caseStart, casePoint, points, holdFlags, holdQuanta } = columns;
  const held = {
    hold: new Uint32Array(size).fill(ABSENT),
    flags: new Int32Array(size),
    quanta: new Int32Array(size),
  };
  for (let at = 0; at < size; at += 1) {
    if ((caseStart[at] ?? 0) > cut) continue;
    const first = (casePoint[at] ?? 0) * POINT.SIZE;
    let point = ((casePoint[at + 1] ?? 0) - 1) * POINT.SIZE;
    while (point >= first && (points[point] ?? 0) > cut) point -= POINT.SIZE;
    if (point < first) continue;
    const hold = (points[point + POINT.HOLD] ?? 0) >> 1;
    const flags = holdFlags[hold] ?? 0;
    if ((flags & CELL.ACCUSED) === 0) continue;
    held.hold[at] = hold;
    held.flags[at] = flags;
    held.quanta[at] = holdQuanta[hold] ?? 0;
  }
  return held;
}

/** Adds to the flags what is odd, and of incidents that are not confirmed the place in PREDICATES.inc. */
function addOccurrence({ columns }: Store, flags: Int32Array, asOf: Instant): void {
  const { caseMarks, reportedCase, reportedUntil } = columns;
  for (let at = 0; at < flags.length; at += 1) {
    const marks = caseMarks[at] ?? 0;
    const occurrence = (marks & MARK.RETRACTED) === 0 ? INC.confirmed : INC.retracted;
    const odd = (marks & MARK.ODD) === 0 ? 0 : IS_ODD;
    flags[at] = (flags[at] ?? 0) | odd | (occurrence << OCCURRENCE);
  }
  for (let at = 0; at < reportedCase.length; at += 1) {
    const place = reportedCase[at] ?? 0;
    const occurrence = asOf <= (reportedUntil[at] ?? 0) ? INC.open : INC.expired;
    flags[place] = ((flags[place] ?? 0) & ((1 << OCCURRENCE) - 1)) | (occurrence << OCCURRENCE);
  }
}

function pleadedBy({ odd }: Store, asOf: Instant): ReadonlyMap<number, readonly Plea[]> {
  const pleaded = new Map<number, readonly Plea[]>();
  for (const [at, { pleas }] of odd) {
    const own = exceptionsPleaded(pleas, asOf);
    if (own.length > 0) pleaded.set(at, own);
  }
  return pleaded;
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
  const size = casesIn(store);
  const cut = store.coded ? codeBy(asOf) : asOf;
  const held = heldOn(store, size, cut);
  addOccurrence(store, held.flags, asOf);
  const answers = answersBy(store, size, cut);
  const pleaded = pleadedBy(store, asOf);
  return {
    ...{ store, asOf, cut },
    ...held,
    ...answers,
    pleaded,
    cases: countedIn(store, held.hold),
  };
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
