import { DAY_MS, type Instant, startOf } from '@/domain/dates';
import type { PolicyValues } from '@/domain/policy';
import { WORD } from '@/domain/sweep/words';
import type { Day } from './day';
import type { Holds } from './holds';
import { instantOf, NEVER } from './instants';
import type { ClauseNumbers } from './numbers';
import { ADDS, NO_CLOCK } from './rules';
import {
  ANSWER,
  CASE,
  holdIn,
  MARK,
  mayMeet,
  type OddCase,
  POINT,
  type StoreColumns,
  TURNS,
} from './store';

/** The due-diligence clock over packed columns, run to a day (method.md 3): `duty` of the explaining path. */
export class DutyClock {
  private readonly asOf: Instant;
  private readonly cut: number;
  private readonly coded: boolean;
  private readonly columns: StoreColumns;
  private readonly values: PolicyValues;

  constructor(
    private readonly day: Day,
    private readonly holds: Holds,
  ) {
    this.asOf = day.asOf;
    this.cut = day.cut;
    this.coded = day.store.coded;
    this.columns = day.store.columns;
    this.values = day.store.policy.values;
  }

  private instant(code: number): Instant {
    return this.coded ? instantOf(code) : code;
  }

  /**
   * Start of the day on which the public record made the link met, of a case in which it is met today;
   * NaN: it never turned (method.md 3).
   */
  metOn(at: number, numbers: ClauseNumbers, severity: number): Instant {
    const { cases, points } = this.columns;
    const today = this.day.hold[at] ?? 0;
    const row = at * CASE.SIZE + CASE.POINT;
    const end = (cases[row + CASE.SIZE] ?? 0) * POINT.SIZE;
    for (let point = (cases[row] ?? 0) * POINT.SIZE; point < end; point += POINT.SIZE) {
      const code = points[point] ?? 0;
      if (code > this.cut) break;
      const turned = points[point + POINT.HOLD] ?? 0;
      if ((turned & TURNS) === 0 || !mayMeet(turned, numbers.minClusters)) continue;
      const hold = holdIn(turned);
      if (hold === today || this.holds.words(hold, numbers, severity) >> 2 === WORD.MET)
        return Math.floor(this.instant(code) / DAY_MS) * DAY_MS;
    }
    return Number.NaN;
  }

  /** When the accused came to know; NaN: not yet. */
  knownAt(at: number, numbers: ClauseNumbers, metOn: Instant): Instant {
    const { cases } = this.columns;
    const row = at * CASE.SIZE;
    const code = cases[row + CASE.NOTICE] ?? NEVER;
    const told = code <= this.cut ? this.instant(code) : Number.NaN;
    if (!numbers.constructive) return told;
    const presumed =
      metOn + (((cases[row + CASE.MARKS] ?? 0) & MARK.RECURS) !== 0 ? 0 : numbers.lagMs);
    if (presumed > this.asOf) return told;
    return Number.isNaN(told) ? presumed : Math.min(told, presumed);
  }

  /** What the clock adds to the code of the table, run to the day. */
  code(at: number, numbers: ClauseNumbers, severity: number): number {
    const metOn = this.metOn(at, numbers, severity);
    if (Number.isNaN(metOn)) return NO_CLOCK;
    const known = this.knownAt(at, numbers, metOn);
    if (Number.isNaN(known)) {
      const open = this.asOf <= metOn + numbers.notifyMs;
      return (open ? ADDS.unknownOpen : ADDS.unknownLapsed) + ADDS.inadequate + ADDS.expired;
    }
    return this.adequacy(at, numbers, severity, known);
  }

  /** `adequacy` of method.md 3, over columns. */
  private adequacy(at: number, numbers: ClauseNumbers, severity: number, known: Instant): number {
    const { columns, values } = this;
    const { odd } = this.day.store;
    const row = at * CASE.SIZE;
    const marks = columns.cases[row + CASE.MARKS] ?? 0;
    const from = columns.cases[row + CASE.ANSWER] ?? 0;
    const to = columns.cases[row + CASE.SIZE + CASE.ANSWER] ?? 0;
    const rare = (marks & MARK.ODD) === 0 ? undefined : odd.get(at);
    const granted = rare === undefined ? 0 : this.extension(at, numbers, severity, known, rare);
    const ordinary =
      known + (severity >= numbers.urgentFrom ? numbers.actUrgentMs : numbers.actMs) + granted;
    if (from === to) return ADDS.inadequate + (this.asOf <= ordinary ? 0 : ADDS.expired);
    const grave =
      (marks & (MARK.ONGOING | MARK.RECURRING)) !== 0 || severity >= values.graveFromSeverity;
    const required = grave ? values.requiredLevelGrave : values.requiredLevel;
    let obstructed = false;
    let progress = false;
    let reached = Infinity;
    for (let answer = from; answer < to; answer += 1) {
      const told = this.told(answer, known);
      if (told > this.asOf) continue;
      const said = columns.answers[answer * ANSWER.SIZE + ANSWER.LEVEL] ?? 0;
      const level = (said >> 1) - 1;
      const verified = (said & 1) === 1;
      if (level === -1 && told <= ordinary) obstructed = true;
      if (!verified) continue;
      if (level >= required && told < reached) reached = told;
      if (level >= values.progressLevel && told <= ordinary) progress = true;
    }
    const progressing = progress && !obstructed && reached > ordinary;
    const actBy = progressing ? Math.max(ordinary, known + numbers.progressMs) : ordinary;
    const response = obstructed
      ? ADDS.inadequate
      : reached <= actBy
        ? 0
        : reached < Infinity
          ? ADDS.late
          : ADDS.inadequate;
    const excused = rare !== undefined && this.excused(at, rare, known, actBy);
    return response + (this.asOf <= actBy ? 0 : ADDS.expired) + (excused ? ADDS.excused : 0);
  }

  /** When an answer counts as made: never before knowledge within the same interval; Infinity: after the day. */
  private told(answer: number, known: Instant): Instant {
    const { answers } = this.columns;
    const code = answers[answer * ANSWER.SIZE] ?? NEVER;
    if (code > this.cut) return Infinity;
    const first = this.instant(code);
    return first <= known && known <= this.instant(answers[answer * ANSWER.SIZE + ANSWER.LAST] ?? 0)
      ? known
      : first;
  }

  /** Whether an answer of some level was given by an instant; unverified ones count as at most 3. */
  private answered(at: number, known: Instant, least: number, by: Instant): boolean {
    const { cases, answers } = this.columns;
    const row = at * CASE.SIZE + CASE.ANSWER;
    const end = cases[row + CASE.SIZE] ?? 0;
    for (let answer = cases[row] ?? 0; answer < end; answer += 1) {
      const said = answers[answer * ANSWER.SIZE + ANSWER.LEVEL] ?? 0;
      const level = (said >> 1) - 1;
      const counted = (said & 1) === 1 ? level : Math.min(level, this.values.unverifiedLevelCap);
      if (counted >= least && this.told(answer, known) <= Math.min(by, this.asOf)) return true;
    }
    return false;
  }

  /** Milliseconds of extension granted. */
  private extension(
    at: number,
    numbers: ClauseNumbers,
    severity: number,
    known: Instant,
    { extensions }: OddCase,
  ): number {
    const { acknowledgementLevel } = this.values;
    const urgent = severity >= numbers.urgentFrom;
    const act = urgent ? numbers.actUrgentMs : numbers.actMs;
    const by = known + (urgent ? numbers.acknowledgeUrgentMs : numbers.acknowledgeMs);
    const [first] = extensions
      .filter(({ requestedAt }) => startOf(requestedAt) <= Math.min(this.asOf, known + act))
      .sort((one, two) => startOf(one.requestedAt) - startOf(two.requestedAt));
    if (first === undefined) return 0;
    return this.answered(at, known, acknowledgementLevel, by)
      ? Math.min(first.days, (act / DAY_MS) * numbers.extensionShare) * DAY_MS
      : 0;
  }

  /** Incapacity pleaded, shown, helped and accepted (method.md 3, "Obligation of conduct"). */
  private excused(
    at: number,
    { pleas, assistanceAt }: OddCase,
    known: Instant,
    actBy: Instant,
  ): boolean {
    if (assistanceAt === null || assistanceAt > this.asOf) return false;
    const accepted = pleas.some(
      (plea) =>
        plea.kind === 'incapacity' && plea.accepted === true && startOf(plea.at) <= this.asOf,
    );
    if (!accepted) return false;
    const { progressLevel } = this.values;
    return this.answered(at, known, progressLevel, actBy);
  }
}
