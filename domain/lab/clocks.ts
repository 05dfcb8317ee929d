import { DAY_MS } from '@/domain/dates';
import { MOST_AT_ONCE } from './at-once';
import type { Batch } from './batch';
import { placeOf } from './bit';
import type { Day } from './day';
import type { Asked } from './duty-clock';
import { CODE_MS, NEVER } from './instants';
import type { ManyHolds } from './predicates';
import { REACHED } from './reached';
import { ADDS, NO_CLOCK } from './rules';
import { FACT, IS_LINKED } from './settled';
import { MARK, POINT, TURNS } from './store';

const DAY = DAY_MS / CODE_MS;

/** 1 where one code is later than another, else 0: codes lie so that their difference is a whole number of 32 bits. */
const after = (one: number, other: number): number => (other - one) >>> 31;

/** What is found of a clock, a bit each. */
const FOUND = { EVER: 1, IN_TIME: 2, HINDERS: 4, EXPIRED: 8, OPEN: 16, UNKNOWN: 32 } as const;

function codeOf(found: number): number {
  const has = (bit: number): boolean => (found & bit) !== 0;
  if (has(FOUND.UNKNOWN))
    return (
      (has(FOUND.OPEN) ? ADDS.unknownOpen : ADDS.unknownLapsed) + ADDS.inadequate + ADDS.expired
    );
  const late = has(FOUND.EVER) ? ADDS.late : ADDS.inadequate;
  const response = has(FOUND.HINDERS) ? ADDS.inadequate : has(FOUND.IN_TIME) ? 0 : late;
  return response + (has(FOUND.EXPIRED) ? ADDS.expired : 0);
}

/** By what is found: what it adds to the code of the table. */
const CODES = Int32Array.from({ length: 64 }, (_, found) => codeOf(found));

/**
 * The clocks of many cases, run at the same time: `DutyClock.code` of a day counted in codes, for
 * cases without pleas or extensions (property tests hold both to the explaining path). What each case
 * needs is fetched for all of them before it is looked at, and nothing branches on it.
 */
export class Clocks implements ManyHolds {
  /** How many of them are looked at; what is held at a point of each, its flags and beliefs. */
  size = 0;
  readonly holds = new Uint32Array(MOST_AT_ONCE);
  readonly flags = new Int32Array(MOST_AT_ONCE);
  readonly quanta = new Int32Array(MOST_AT_ONCE);
  readonly close = new Uint32Array(MOST_AT_ONCE);
  /** By case: what its clock adds to the code of the table. */
  readonly codes = new Int32Array(MOST_AT_ONCE);
  /** Of those looked at: their cases, facts, the instants of their points, and 1 where these are turning points. */
  private readonly left = new Uint32Array(MOST_AT_ONCE);
  private readonly facts = new Uint8Array(MOST_AT_ONCE);
  private readonly instants = new Int32Array(MOST_AT_ONCE);
  private readonly turns = new Uint8Array(MOST_AT_ONCE);
  /** By case: the rows of its point that is next and of its last. */
  private readonly points = new Uint32Array(MOST_AT_ONCE);
  private readonly ends = new Uint32Array(MOST_AT_ONCE);
  private readonly marks = new Uint32Array(MOST_AT_ONCE);
  private readonly notices = new Int32Array(MOST_AT_ONCE);
  private readonly answers = new Uint32Array(MOST_AT_ONCE);
  /** The day on which its link was met. */
  private readonly met = new Int32Array(MOST_AT_ONCE);
  /** Those of which it never was. */
  private readonly unmet = new Uint32Array(MOST_AT_ONCE);

  constructor(private readonly day: Day) {}

  /** Runs the clocks of so many cases of a batch, those at its places `later`, in their order. */
  run(batch: Batch, size: number, under: Asked, severity: number, over: number): void {
    this.read(batch, size);
    const asked = severity >= under.numbers.commissionFloor ? FACT.ASKED : 0;
    let unmet = 0;
    this.size = size;
    while (this.size > 0) {
      this.readPoints();
      under.predicates.ofMany(this, this.facts);
      unmet = this.meet(asked, unmet);
    }
    this.judge(under, severity, over, size);
    for (let next = 0; next < unmet; next += 1) this.codes[this.unmet[next] ?? 0] = NO_CLOCK;
  }

  private read({ cases, later }: Batch, size: number): void {
    const { answered, store } = this.day;
    const { casePoint, caseMarks, caseNotice } = store.columns;
    const { left, points, ends, answers, marks, notices } = this;
    const width = POINT.SIZE;
    for (let at = 0; at < size; at += 1) {
      const one = cases[later[at] ?? 0] ?? 0;
      points[at] = (casePoint[one] ?? 0) * width;
      ends[at] = ((casePoint[one + 1] ?? 0) - 1) * width;
      answers[at] = answered[one] ?? 0;
      marks[at] = caseMarks[one] ?? 0;
      notices[at] = caseNotice[one] ?? 0;
      left[at] = at;
    }
  }

  /** Reads the next points of those that are left. */
  private readPoints(): void {
    const { points: rows, holdFlags, holdQuanta } = this.day.store.columns;
    const { size, left, holds, flags, quanta, instants, turns, points } = this;
    const [ofHold, turning] = [POINT.HOLD, TURNS];
    for (let at = 0; at < size; at += 1) {
      const row = points[left[at] ?? 0] ?? 0;
      const turned = rows[row + ofHold] ?? 0;
      instants[at] = rows[row] ?? 0;
      holds[at] = turned >>> 1;
      turns[at] = turned & turning;
    }
    for (let at = 0; at < size; at += 1) {
      const hold = holds[at] ?? 0;
      flags[at] = holdFlags[hold] ?? 0;
      quanta[at] = holdQuanta[hold] ?? 0;
    }
  }

  /** Tells on which days the link was met at those points; where it was not, cases are left with their next. */
  private meet(asked: number, before: number): number {
    const { size, left, instants, turns, facts, met, points, ends, unmet, day } = this;
    const { cut } = day;
    const [linked, length, width] = [IS_LINKED, DAY, POINT.SIZE];
    let [rest, never] = [0, before];
    for (let at = 0; at < size; at += 1) {
      const one = left[at] ?? 0;
      const instant = instants[at] ?? 0;
      const row = points[one] ?? 0;
      const late = after(instant, cut);
      const meets = (turns[at] ?? 0) & (late ^ 1) & (linked[(facts[at] ?? 0) | asked] ?? 0);
      const isLast = late | (after(ends[one] ?? 0, row) ^ 1);
      met[one] = Math.floor(instant / length) * length;
      points[one] = row + width;
      unmet[never] = one;
      never += isLast & (meets ^ 1);
      left[rest] = one;
      rest += (meets | isLast) ^ 1;
    }
    this.size = rest;
    return never;
  }

  /** When the accused came to know, by when to act, and what was answered by then (method.md 3). */
  private judge({ numbers, windows }: Asked, severity: number, over: number, size: number): void {
    const { met, marks, notices, answers, codes, day } = this;
    const { cut, reached, store } = day;
    const grave = severity >= store.policy.values.graveFromSeverity ? 1 : 0;
    const act = severity >= numbers.urgentFrom ? windows.actUrgent : windows.act;
    const { lag, notify, progress: longer } = windows;
    // Knowledge that is not presumed never comes.
    const hidden = numbers.constructive ? 0 : -1;
    const [table, never] = [CODES, NEVER];
    const [toProgress, toRequired] = [REACHED.PROGRESS, REACHED.REQUIRED];
    const [ongoing, recurring, recurs] = [
      placeOf(MARK.ONGOING),
      placeOf(MARK.RECURRING),
      placeOf(MARK.RECURS),
    ];
    for (let at = 0; at < size; at += 1) {
      const own = marks[at] ?? 0;
      const begun = met[at] ?? 0;
      const notice = notices[at] ?? 0;
      const told = notice + ((never - notice) & -after(notice, cut));
      const raw = begun + (lag & (((own >>> recurs) & 1) - 1));
      const presumed = raw + ((never - raw) & (hidden | -after(raw, cut)));
      const sooner = presumed - told;
      const known = told + (sooner & (sooner >> 31));
      const row = answers[at] ?? 0;
      const obstructed = reached[row] ?? 0;
      const progress = reached[row + toProgress] ?? 0;
      const isGrave = (grave | (own >>> ongoing) | (own >>> recurring)) & 1;
      const required = reached[row + toRequired + isGrave] ?? 0;
      const ordinary = known + act;
      const progressing =
        (after(progress, ordinary) ^ 1) & after(obstructed, ordinary) & after(required, ordinary);
      const more = known + longer - ordinary;
      const actBy = ordinary + (more & ~(more >> 31) & -progressing);
      const found =
        after(never, required) |
        ((after(required, actBy) ^ 1) << 1) |
        (((after(obstructed, actBy) ^ 1) & (progressing ^ 1)) << 2) |
        (after(over, actBy) << 3) |
        ((after(over, begun + notify) ^ 1) << 4) |
        ((after(never, known) ^ 1) << 5);
      codes[at] = table[found] ?? 0;
    }
  }
}
