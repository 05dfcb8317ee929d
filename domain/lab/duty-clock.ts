import { DAY_MS, type Instant, startOf } from '@/domain/dates';
import type { PolicyValues } from '@/domain/policy';
import type { Batch } from './batch';
import type { Day } from './day';
import { CODE_MS, codeBy, codeOf, instantOf, NEVER } from './instants';
import type { ClauseNumbers } from './numbers';
import type { Predicates } from './predicates';
import { REACHED } from './reached';
import { ADDS, NO_CLOCK } from './rules';
import { FACT, isLinked } from './settled';
import {
  ANSWER,
  type InstantColumn,
  MARK,
  type OddCase,
  POINT,
  type StoreColumns,
  TURNS,
} from './store';

/** Windows of a clause as a clock counts them. */
export interface Windows {
  readonly act: number;
  readonly actUrgent: number;
  readonly progress: number;
  readonly notify: number;
  readonly lag: number;
}

/** Under what a clock runs: the numbers of a clause, its windows, and both predicates as it has them. */
export interface Asked {
  readonly numbers: ClauseNumbers;
  readonly windows: Windows;
  readonly predicates: Predicates;
}

/** What a case has that pleads nothing. */
const PLAIN: OddCase = { pleas: [], extensions: [], assistanceAt: null };

/** Codes are counted in up to here: far beyond any record, so that no sum of two overflows. */
const MOST_CODE = 2 ** 29;

/** Windows in codes; null where one of them has no whole number of minutes, or ends beyond all codes. */
export function windowsInCodes(numbers: ClauseNumbers): Windows | null {
  const found = windowsOf(numbers, CODE_MS);
  const fits = Object.values(found).every((own) => Number.isInteger(own / 2) && own < MOST_CODE);
  return fits ? found : null;
}

/** Windows in units of so many milliseconds. */
export const windowsOf = (
  { actMs, actUrgentMs, progressMs, notifyMs, lagMs }: ClauseNumbers,
  unit = 1,
): Windows => ({
  ...{ act: actMs / unit, actUrgent: actUrgentMs / unit, progress: progressMs / unit },
  ...{ notify: notifyMs / unit, lag: lagMs / unit },
});

/**
 * The due-diligence clock over packed columns, run to a day (method.md 3): `duty` of the explaining
 * path. It counts in milliseconds, or in codes, where columns and windows have them: what is added
 * and compared then is what the columns hold.
 */
export class DutyClock {
  /** It never comes, as this clock counts. */
  readonly never: number;
  private readonly asOf: Instant;
  private readonly cut: number;
  /** The latest instant that lies within the day; the earliest at which the day is over or ends. */
  private readonly latest: number;
  private readonly over: number;
  private readonly dayLength: number;
  /** Columns have codes and this clock does not. */
  private readonly reads: boolean;
  private readonly points: InstantColumn;
  private readonly casePoint: Uint32Array;
  private readonly caseMarks: Uint32Array;
  private readonly caseNotice: InstantColumn;
  private readonly columns: StoreColumns;
  private readonly values: PolicyValues;
  private readonly answered: Uint32Array;
  private readonly reached: InstantColumn;
  private readonly graveFromSeverity: number;

  constructor(
    private readonly day: Day,
    private readonly codes: boolean,
  ) {
    const { columns, coded, policy } = day.store;
    this.never = codes ? NEVER : Infinity;
    this.asOf = day.asOf;
    this.cut = day.cut;
    this.latest = codes ? day.cut : day.asOf;
    this.over = codes ? codeBy(day.asOf - 1) + 1 : day.asOf;
    this.dayLength = codes ? DAY_MS / CODE_MS : DAY_MS;
    this.reads = coded && !codes;
    this.columns = columns;
    this.points = columns.points;
    this.casePoint = columns.casePoint;
    this.caseMarks = columns.caseMarks;
    this.caseNotice = columns.caseNotice;
    this.values = policy.values;
    this.answered = day.answered;
    this.reached = day.reached;
    this.graveFromSeverity = policy.values.graveFromSeverity;
  }

  /** Whether a day can be counted in codes. */
  static countsInCodes = ({ store, asOf, cut }: Day): boolean =>
    store.coded && codeOf(asOf) !== null && cut < MOST_CODE;

  /** An instant of the columns, as this clock counts. */
  private read(code: number): number {
    return !this.reads ? code : code === NEVER ? Infinity : instantOf(code);
  }

  /** What this clock counted, in milliseconds; NaN: it never comes. */
  instant(counted: number): Instant {
    return counted === this.never ? Number.NaN : this.codes ? instantOf(counted) : counted;
  }

  /** What is counted by an instant: the latest that this clock knows. */
  private by(instant: Instant): number {
    return this.codes ? codeBy(instant) : instant;
  }

  /**
   * Start of the day on which the public record made the link met, of a case in which it is met today;
   * `never`: it never turned (method.md 3).
   */
  metOn(at: number, { numbers, predicates }: Asked, severity: number): number {
    const { points, casePoint, cut, dayLength } = this;
    const [width, ofHold, turns] = [POINT.SIZE, POINT.HOLD, TURNS];
    const asked = severity >= numbers.commissionFloor ? FACT.ASKED : 0;
    const today = this.day.hold[at] ?? 0;
    const end = (casePoint[at + 1] ?? 0) * width;
    for (let point = (casePoint[at] ?? 0) * width; point < end; point += width) {
      const code = points[point] ?? 0;
      if (code > cut) break;
      const turned = points[point + ofHold] ?? 0;
      if ((turned & turns) === 0) continue;
      const hold = turned >> 1;
      if (hold === today || isLinked(predicates.facts(hold) | asked))
        return Math.floor(this.read(code) / dayLength) * dayLength;
    }
    return this.never;
  }

  /** The same as `code` of those cases of a batch in which a clock runs, in their order. */
  codesOf(batch: Batch, size: number, under: Asked, severity: number): Int32Array {
    const { cases, later, clocks } = batch;
    const { codes } = clocks;
    if (this.codes) clocks.run(batch, size, under, severity, this.over);
    else
      for (let at = 0; at < size; at += 1)
        codes[at] = this.code(cases[later[at] ?? 0] ?? 0, under, severity);
    return codes;
  }

  /** When the accused came to know; `never`: not yet. */
  knownAt(at: number, { numbers, windows }: Asked, metOn: number): number {
    const code = this.caseNotice[at] ?? NEVER;
    const told = code <= this.cut ? this.read(code) : this.never;
    if (!numbers.constructive) return told;
    const recurs = ((this.caseMarks[at] ?? 0) & MARK.RECURS) !== 0;
    const presumed = metOn + (recurs ? 0 : windows.lag);
    return presumed > this.latest || presumed > told ? told : presumed;
  }

  /** What the clock adds to the code of the table, run to the day. */
  code(at: number, under: Asked, severity: number): number {
    const metOn = this.metOn(at, under, severity);
    if (metOn === this.never) return NO_CLOCK;
    const known = this.knownAt(at, under, metOn);
    if (known === this.never) {
      const open = metOn + under.windows.notify >= this.over;
      return (open ? ADDS.unknownOpen : ADDS.unknownLapsed) + ADDS.inadequate + ADDS.expired;
    }
    return this.adequacy(at, under, severity, known);
  }

  /** When the level required was reached; never: not by the day. */
  private requiredAt(row: number, marks: number, severity: number): number {
    const grave =
      (marks & (MARK.ONGOING | MARK.RECURRING)) !== 0 || severity >= this.graveFromSeverity;
    return this.answer(row + (grave ? REACHED.REQUIRED_GRAVE : REACHED.REQUIRED));
  }

  /** Whether progress put off the deadline last asked for. */
  private progressing = false;

  /** The deadline to act, later with an extension granted or progress shown. */
  actBy(at: number, under: Asked, severity: number, known: number): number {
    const { numbers, windows } = under;
    const marks = this.caseMarks[at] ?? 0;
    const urgent = severity >= numbers.urgentFrom;
    const ordinary =
      (marks & MARK.ODD) === 0
        ? known + (urgent ? windows.actUrgent : windows.act)
        : this.extended(at, numbers, urgent, known);
    const row = this.answered[at] ?? 0;
    this.progressing =
      this.answer(row + REACHED.PROGRESS) <= ordinary &&
      this.answer(row + REACHED.OBSTRUCTED) > ordinary &&
      this.requiredAt(row, marks, severity) > ordinary;
    return this.progressing ? Math.max(ordinary, known + windows.progress) : ordinary;
  }

  /** `adequacy` of method.md 3, over columns. */
  private adequacy(at: number, under: Asked, severity: number, known: number): number {
    const actBy = this.actBy(at, under, severity, known);
    const expired = actBy >= this.over ? 0 : ADDS.expired;
    const row = this.answered[at] ?? 0;
    const marks = this.caseMarks[at] ?? 0;
    const required = this.requiredAt(row, marks, severity);
    const obstructed = !this.progressing && this.answer(row + REACHED.OBSTRUCTED) <= actBy;
    const response = obstructed
      ? ADDS.inadequate
      : required <= actBy
        ? 0
        : required < this.never
          ? ADDS.late
          : ADDS.inadequate;
    // Incapacity excuses only who answered.
    const excused =
      row > 0 &&
      (marks & MARK.ODD) !== 0 &&
      this.excused(at, this.instant(known), this.instant(actBy));
    return response + expired + (excused ? ADDS.excused : 0);
  }

  /** When an answer of some kind was first given (REACHED); never: not by the day. */
  private answer(place: number): number {
    return this.read(this.reached[place] ?? NEVER);
  }

  /** An instant of the columns, in milliseconds. */
  private instantIn(code: number): Instant {
    return this.day.store.coded ? instantOf(code) : code;
  }

  /** When an answer counts as made: never before knowledge within the same interval; Infinity: after the day. */
  private told(answer: number, known: Instant): Instant {
    const { answers } = this.columns;
    const code = answers[answer * ANSWER.SIZE] ?? NEVER;
    if (code > this.cut) return Infinity;
    const first = this.instantIn(code);
    const last = this.instantIn(answers[answer * ANSWER.SIZE + ANSWER.LAST] ?? 0);
    return first <= known && known <= last ? known : first;
  }

  /** Whether an answer of some level was given by an instant; unverified ones count as at most 3. */
  private answeredBy(at: number, known: Instant, least: number, by: Instant): boolean {
    const { caseAnswer, answers } = this.columns;
    const end = caseAnswer[at + 1] ?? 0;
    for (let answer = caseAnswer[at] ?? 0; answer < end; answer += 1) {
      const said = answers[answer * ANSWER.SIZE + ANSWER.LEVEL] ?? 0;
      const level = (said >> 1) - 1;
      const counted = (said & 1) === 1 ? level : Math.min(level, this.values.unverifiedLevelCap);
      if (counted >= least && this.told(answer, known) <= Math.min(by, this.asOf)) return true;
    }
    return false;
  }

  /** The deadline to act of a case that may have an extension, before progress. */
  private extended(at: number, numbers: ClauseNumbers, urgent: boolean, known: number): number {
    const act = urgent ? numbers.actUrgentMs : numbers.actMs;
    const from = this.instant(known);
    return this.by(from + act + this.extension(at, numbers, urgent, from));
  }

  /** Milliseconds of extension granted. */
  private extension(at: number, numbers: ClauseNumbers, urgent: boolean, known: Instant): number {
    const { acknowledgementLevel } = this.values;
    const act = urgent ? numbers.actUrgentMs : numbers.actMs;
    const by = known + (urgent ? numbers.acknowledgeUrgentMs : numbers.acknowledgeMs);
    const [first] = (this.day.store.odd.get(at)?.extensions ?? [])
      .filter(({ requestedAt }) => startOf(requestedAt) <= Math.min(this.asOf, known + act))
      .sort((one, two) => startOf(one.requestedAt) - startOf(two.requestedAt));
    if (first === undefined) return 0;
    return this.answeredBy(at, known, acknowledgementLevel, by)
      ? Math.min(first.days, (act / DAY_MS) * numbers.extensionShare) * DAY_MS
      : 0;
  }

  /** Incapacity pleaded, shown, helped and accepted (method.md 3, "Obligation of conduct"). */
  private excused(at: number, known: Instant, actBy: Instant): boolean {
    const { pleas, assistanceAt }: OddCase = this.day.store.odd.get(at) ?? PLAIN;
    if (assistanceAt === null || assistanceAt > this.asOf) return false;
    const accepted = pleas.some(
      (plea) =>
        plea.kind === 'incapacity' && plea.accepted === true && startOf(plea.at) <= this.asOf,
    );
    if (!accepted) return false;
    const { progressLevel } = this.values;
    return this.answeredBy(at, known, progressLevel, actBy);
  }
}
