import { DAY_MS, type Instant, startOf } from '@/domain/dates';
import type { PolicyValues } from '@/domain/policy';
import type { Day } from './day';
import { instantOf, NEVER } from './instants';
import type { ClauseNumbers } from './numbers';
import type { Predicates } from './predicates';
import { REACHED } from './reached';
import { ADDS, NO_CLOCK } from './rules';
import { FACT, isLinked } from './settled';
import {
  ANSWER,
  CASE,
  type InstantColumn,
  MARK,
  type OddCase,
  POINT,
  type StoreColumns,
  TURNS,
} from './store';

/** Under what a clock runs: the numbers of a clause, and both predicates as it has them. */
interface Asked {
  readonly numbers: ClauseNumbers;
  readonly predicates: Predicates;
}

/** The due-diligence clock over packed columns, run to a day (method.md 3): `duty` of the explaining path. */
export class DutyClock {
  private readonly asOf: Instant;
  private readonly cut: number;
  private readonly coded: boolean;
  private readonly columns: StoreColumns;
  private readonly values: PolicyValues;

  private readonly answered: Int32Array;
  private readonly reached: InstantColumn;
  private readonly graveFromSeverity: number;

  constructor(private readonly day: Day) {
    this.asOf = day.asOf;
    this.cut = day.cut;
    this.coded = day.store.coded;
    this.columns = day.store.columns;
    this.values = day.store.policy.values;
    this.answered = day.answered;
    this.reached = day.reached;
    this.graveFromSeverity = this.values.graveFromSeverity;
  }

  private instant(code: number): Instant {
    return this.coded ? instantOf(code) : code;
  }

  /**
   * Start of the day on which the public record made the link met, of a case in which it is met today;
   * NaN: it never turned (method.md 3).
   */
  metOn(at: number, { numbers, predicates }: Asked, severity: number): Instant {
    const { cases, points } = this.columns;
    const asked = severity >= numbers.commissionFloor ? FACT.ASKED : 0;
    const row = at * CASE.SIZE + CASE.POINT;
    const end = (cases[row + CASE.SIZE] ?? 0) * POINT.SIZE;
    for (let point = (cases[row] ?? 0) * POINT.SIZE; point < end; point += POINT.SIZE) {
      const code = points[point] ?? 0;
      if (code > this.cut) break;
      if (((points[point + POINT.HOLD] ?? 0) & TURNS) === 0) continue;
      if (isLinked(predicates.facts(point) | asked))
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
  code(at: number, under: Asked, severity: number): number {
    const { numbers } = under;
    const metOn = this.metOn(at, under, severity);
    if (Number.isNaN(metOn)) return NO_CLOCK;
    const known = this.knownAt(at, numbers, metOn);
    if (Number.isNaN(known)) {
      const open = this.asOf <= metOn + numbers.notifyMs;
      return (open ? ADDS.unknownOpen : ADDS.unknownLapsed) + ADDS.inadequate + ADDS.expired;
    }
    return this.adequacy(at, numbers, severity, known);
  }

  /** Its row of `reached`; -1: nothing was answered by the day. */
  private rowOf(at: number): number {
    const { cases } = this.columns;
    const first = cases[at * CASE.SIZE + CASE.ANSWER] ?? 0;
    const end = cases[(at + 1) * CASE.SIZE + CASE.ANSWER] ?? 0;
    return first === end ? -1 : (this.answered[first] ?? -1);
  }

  /** When the level required was reached; Infinity: not by the day. */
  private requiredAt(row: number, marks: number, severity: number): Instant {
    const grave =
      (marks & (MARK.ONGOING | MARK.RECURRING)) !== 0 || severity >= this.graveFromSeverity;
    return this.answer(row + (grave ? REACHED.REQUIRED_GRAVE : REACHED.REQUIRED));
  }

  /** Whether progress put off the deadline last asked for. */
  private progressing = false;

  /** The deadline to act, later with an extension granted or progress shown. */
  actBy(at: number, numbers: ClauseNumbers, severity: number, known: Instant): Instant {
    const marks = this.columns.cases[at * CASE.SIZE + CASE.MARKS] ?? 0;
    const rare = (marks & MARK.ODD) === 0 ? undefined : this.day.store.odd.get(at);
    const granted = rare === undefined ? 0 : this.extension(at, numbers, severity, known, rare);
    const ordinary =
      known + (severity >= numbers.urgentFrom ? numbers.actUrgentMs : numbers.actMs) + granted;
    const row = this.rowOf(at);
    this.progressing =
      row >= 0 &&
      this.answer(row + REACHED.PROGRESS) <= ordinary &&
      this.answer(row + REACHED.OBSTRUCTED) > ordinary &&
      this.requiredAt(row, marks, severity) > ordinary;
    return this.progressing ? Math.max(ordinary, known + numbers.progressMs) : ordinary;
  }

  /** `adequacy` of method.md 3, over columns. */
  private adequacy(at: number, numbers: ClauseNumbers, severity: number, known: Instant): number {
    const actBy = this.actBy(at, numbers, severity, known);
    const expired = this.asOf <= actBy ? 0 : ADDS.expired;
    const row = this.rowOf(at);
    // Incapacity excuses only who answered.
    if (row < 0) return ADDS.inadequate + expired;
    const marks = this.columns.cases[at * CASE.SIZE + CASE.MARKS] ?? 0;
    const required = this.requiredAt(row, marks, severity);
    const obstructed = !this.progressing && this.answer(row + REACHED.OBSTRUCTED) <= actBy;
    const response = obstructed
      ? ADDS.inadequate
      : required <= actBy
        ? 0
        : required < Infinity
          ? ADDS.late
          : ADDS.inadequate;
    const rare = (marks & MARK.ODD) === 0 ? undefined : this.day.store.odd.get(at);
    const excused = rare !== undefined && this.excused(at, rare, known, actBy);
    return response + expired + (excused ? ADDS.excused : 0);
  }

  /** When an answer of some kind was first given (REACHED); Infinity: not by the day. */
  private answer(place: number): Instant {
    const code = this.reached[place] ?? NEVER;
    return !this.coded ? code : code === NEVER ? Infinity : instantOf(code);
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
  private answeredBy(at: number, known: Instant, least: number, by: Instant): boolean {
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
    return this.answeredBy(at, known, acknowledgementLevel, by)
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
    return this.answeredBy(at, known, progressLevel, actBy);
  }
}
