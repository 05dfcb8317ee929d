import { severityWeights } from '@/domain/compliance-index';
import { exceptionOutcome } from '@/domain/coverage';
import { DAY_MS, type Instant, startOf } from '@/domain/dates';
import { farthestFactor } from '@/domain/finding';
import type { PolicyValues } from '@/domain/policy';
import { CELL, STATE_CELL } from '@/domain/sweep/bits';
import { WORD } from '@/domain/sweep/words';
import { RULE_BY_CODE } from '@/domain/verdict';
import { COMMISSION_LIMBS } from '@/domain/vocabulary';
import type { Day } from './day';
import { instantOf, NEVER } from './instants';
import type { ClauseNumbers } from './numbers';
import { ADDS, INC, NO_CLOCK, ruleAt, ruleOf } from './rules';
import {
  ANSWER,
  CASE,
  CLUSTERS,
  DUTY_LIMBS,
  HELD,
  HOLD,
  holdIn,
  IS_ODD,
  LINK_CLUSTERS,
  MARK,
  MOST_CLUSTERS,
  mayMeet,
  OCCURRENCE,
  type OddCase,
  POINT,
  type StoreColumns,
  TURNS,
} from './store';

const CONTESTED_BY = CELL.RIVAL | CELL.CONFLICT | CELL.OBJECTED;
const R0 = ruleAt('R0');
const R1 = ruleAt('R1');
const R4 = ruleAt('R4');
const R7 = ruleAt('R7');
const R14 = ruleAt('R14');

/** Set in an outcome beside its rule: the duty was met late. */
export const LATE = 16;
/** Set where the link is met. */
export const LINKED = 32;
/** The rule of an outcome: a place in RULES. */
export const ruleIn = (outcome: number): number => outcome & 15;

/** Coverage of a kind of incident under a clause, before what only a case can tell. */
export const COVERED = { IN: 0, UNKNOWN: 1 } as const;

/** The units of a contribution to V: whole numbers add up to the same in any order. */
export const UNIT = 2 ** 20;
const inUnits = (value: number): number => Math.floor(value * UNIT + 0.5);

/** Flags of responsibility. */
const RESPONSIBLE = HELD.CONVICTED | HELD.ADMITTED | (MOST_CLUSTERS << CLUSTERS);
const ALL_LIMBS = 2 ** COMMISSION_LIMBS.length - 1;

/** `answers` of the explaining path, over numbers: the link in the higher two bits, responsibility in the lower two (WORD). */
function words(
  flags: number,
  linkLower: number,
  lower: number,
  numbers: ClauseNumbers,
  severity: number,
): number {
  const admitted =
    (flags & HELD.ADMITTED) !== 0 || (numbers.adopts && (flags & CELL.ENDORSED) !== 0);
  let state: number = WORD.UNMET;
  if (severity >= numbers.commissionFloor) {
    if (admitted) state = WORD.MET;
    else if (
      lower >= numbers.theta &&
      (((flags >>> CLUSTERS) & MOST_CLUSTERS) >= numbers.minClusters ||
        (flags & HELD.CONVICTED) !== 0)
    )
      state = (flags & (CONTESTED_BY | CELL.STATE_OBJECTED)) === 0 ? WORD.MET : WORD.CONTESTED;
  }
  if (admitted || state === WORD.MET || (flags & CELL.LINK_ADMITTED) !== 0)
    return (WORD.MET << 2) | state;
  let link = state;
  if (
    linkLower >= numbers.linkTheta &&
    (((flags >>> LINK_CLUSTERS) & MOST_CLUSTERS) >= numbers.minClusters ||
      (flags & CELL.LINK_CONVICTED) !== 0)
  )
    link = (flags & CONTESTED_BY) === 0 ? WORD.MET : WORD.CONTESTED;
  return (link << 2) | state;
}

/** By words: what both predicates add to the code of the table. */
const WORD_CODE = Int32Array.from(
  { length: 16 },
  (_, pair) => (ADDS.link[pair >> 2] ?? 0) + (ADDS.state[pair & 3] ?? 0),
);
const OCCURRENCE_CODE = Int32Array.from(ADDS.occurrence);

/**
 * Judges cases of one day, one clause at a time, with the numbers it is given: the decision table
 * over packed columns. It equals `assess` for every setting of every number (property test).
 */
export class Judge {
  private readonly asOf: Instant;
  private readonly cut: number;
  private readonly coded: boolean;
  private readonly columns: StoreColumns;
  private readonly values: PolicyValues;
  private readonly factors: Float64Array;
  private readonly weights: Float64Array;

  constructor(readonly day: Day) {
    const { values } = day.store.policy;
    this.asOf = day.asOf;
    this.cut = day.cut;
    this.coded = day.store.coded;
    this.columns = day.store.columns;
    this.values = values;
    this.weights = Float64Array.from(severityWeights(values));
    this.factors = Float64Array.from({ length: 8 }, (_, bits) =>
      farthestFactor([
        ...((bits & 1) === 0 ? [] : [values.selfDisclosedFactor]),
        ...((bits & 2) === 0 ? [] : [values.mitigatedFactor]),
        ...((bits & 4) === 0 ? [] : [values.obstructedFactor]),
      ]),
    );
  }

  /** Number of the opinion on responsibility where claims name limbs. */
  private opinionOf(hold: number, limbs: number): number {
    const { limbRow, limbOpinion } = this.columns;
    return limbOpinion[(limbRow[hold] ?? 0) * 32 + limbs] ?? 0;
  }

  /**
   * Flags of a hold under the commission limbs of a clause: without any there is no responsibility,
   * and where claims name limbs it turns on which of them the clause lists (method.md 1).
   */
  flagsUnder(flags: number, hold: number, limbs: number): number {
    if (limbs === ALL_LIMBS || (limbs !== 0 && (flags & HELD.LIMBED) === 0)) return flags;
    const kept = flags & ~RESPONSIBLE;
    if (limbs === 0) return kept;
    const { opinionBits, opinionClusters } = this.columns;
    const opinion = this.opinionOf(hold, limbs);
    const own = opinionBits[opinion] ?? 0;
    return (
      kept |
      ((own & STATE_CELL.CONVICTED) === 0 ? 0 : HELD.CONVICTED) |
      ((own & STATE_CELL.ADMITTED) === 0 ? 0 : HELD.ADMITTED) |
      (Math.min(MOST_CLUSTERS, opinionClusters[opinion] ?? 0) << CLUSTERS)
    );
  }

  /** Belief in responsibility of a hold under the commission limbs of a clause; `all` is that under all. */
  lowerUnder(flags: number, hold: number, limbs: number, all: number): number {
    if (limbs === ALL_LIMBS || (limbs !== 0 && (flags & HELD.LIMBED) === 0)) return all;
    return limbs === 0 ? 0 : (this.columns.opinionLower[this.opinionOf(hold, limbs)] ?? 0);
  }

  private upperUnder(flags: number, hold: number, limbs: number, all: number): number {
    if (limbs === ALL_LIMBS || (flags & HELD.LIMBED) === 0) return all;
    return this.columns.opinionUpper[this.opinionOf(hold, limbs)] ?? 0;
  }

  /** Both predicates of a hold. */
  private wordsOf(hold: number, numbers: ClauseNumbers, severity: number): number {
    const { holds, holdFlags } = this.columns;
    const flags = holdFlags[hold] ?? 0;
    const lower = holds[hold * HOLD.SIZE + HOLD.LOWER] ?? 0;
    return words(
      this.flagsUnder(flags, hold, numbers.limbs),
      holds[hold * HOLD.SIZE] ?? 0,
      this.lowerUnder(flags, hold, numbers.limbs, lower),
      numbers,
      severity,
    );
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
      if (hold === today || this.wordsOf(hold, numbers, severity) >> 2 === WORD.MET)
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
  private clock(at: number, numbers: ClauseNumbers, severity: number): number {
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

  /** What a plea makes of coverage; -1: out. */
  private pleaded(at: number, { codes }: ClauseNumbers, covered: number): number {
    const rare = this.day.store.odd.get(at);
    const [first] = rare?.pleas ?? [];
    if (rare === undefined || first === undefined) return covered;
    const outcome = exceptionOutcome({
      ...{ incident: rare, clause: codes.clause, accused: first.by, asOf: this.asOf },
    });
    return outcome === 'fail' ? -1 : outcome === 'unknown' ? COVERED.UNKNOWN : covered;
  }

  /**
   * The outcome of one case under one clause: its rule, LATE and LINKED. `coverage` is what its kind,
   * its parties and its time leave open (COVERED); what they exclude is not asked.
   */
  outcome(at: number, numbers: ClauseNumbers, severity: number, coverage: number): number {
    if (severity < numbers.commissionFloor && severity < numbers.dutyFloor) return R1;
    const { day } = this;
    const flags = day.flags[at] ?? 0;
    let covered = coverage;
    if ((flags & IS_ODD) !== 0) {
      covered = this.pleaded(at, numbers, coverage);
      if (covered < 0) return R1;
    }
    const hold = day.hold[at] ?? 0;
    const row = at * HOLD.SIZE;
    const { limbs } = numbers;
    const both = words(
      this.flagsUnder(flags, hold, limbs),
      day.beliefs[row] ?? 0,
      this.lowerUnder(flags, hold, limbs, day.beliefs[row + HOLD.LOWER] ?? 0),
      numbers,
      severity,
    );
    const linked = both >> 2 === WORD.MET;
    const occurrence = flags >>> OCCURRENCE;
    const owes =
      numbers.owesDuty &&
      severity >= numbers.dutyFloor &&
      ((flags >>> DUTY_LIMBS) & numbers.dutyLimbs) !== 0;
    const runs =
      owes &&
      linked &&
      (both & 3) !== WORD.MET &&
      covered === COVERED.IN &&
      occurrence === INC.confirmed;
    const clock = runs ? this.clock(at, numbers, severity) : NO_CLOCK;
    const code =
      (covered === COVERED.UNKNOWN ? ADDS.unknownCoverage : 0) +
      (OCCURRENCE_CODE[occurrence] ?? 0) +
      (WORD_CODE[both] ?? 0) +
      (owes ? 0 : ADDS.noDuty) +
      clock;
    const rule = RULE_BY_CODE[code] ?? -1;
    if (rule < 0) return ruleOf(code);
    const late = rule === R14 && clock === ADDS.late + ADDS.expired;
    return rule | (late ? LATE : 0) | (linked ? LINKED : 0);
  }

  private isAdmitted(flags: number, numbers: ClauseNumbers, ofState: boolean): boolean {
    return (
      (flags & HELD.ADMITTED) !== 0 ||
      (numbers.adopts && (flags & CELL.ENDORSED) !== 0) ||
      (!ofState && (flags & CELL.LINK_ADMITTED) !== 0)
    );
  }

  /** Factor m of method.md 4; 1 unless the rule finds a violation. */
  private factor(at: number, outcome: number): number {
    const rule = ruleIn(outcome);
    if (rule !== R4 && rule !== R14) return 1;
    const flags = this.day.flags[at] ?? 0;
    const marks = this.columns.cases[at * CASE.SIZE + CASE.MARKS] ?? 0;
    const mitigated = (outcome & LATE) !== 0 || (rule === R4 && (flags & CELL.MITIGATED) !== 0);
    return (
      this.factors[
        ((marks & MARK.SELF_DISCLOSED) !== 0 ? 1 : 0) |
          (mitigated ? 2 : 0) |
          ((flags & CELL.OBSTRUCTED) !== 0 ? 4 : 0)
      ] ?? 1
    );
  }

  /** What the last case weighed adds to V_low and V_high, in units, and its p * w * m, unrounded. */
  low = 0;
  high = 0;
  weight = 0;

  /** Weighs an outcome that may count: a violation, or a case pending or disputed (method.md 4). */
  weigh(at: number, numbers: ClauseNumbers, severity: number, outcome: number): void {
    const { day } = this;
    const rule = ruleIn(outcome);
    const hold = day.hold[at] ?? 0;
    const all = day.flags[at] ?? 0;
    const row = at * HOLD.SIZE;
    const { limbs } = numbers;
    const ofState = rule === R4 || rule === R7;
    const held = ofState
      ? this.lowerUnder(all, hold, limbs, day.beliefs[row + HOLD.LOWER] ?? 0)
      : (day.beliefs[row] ?? 0);
    const top = ofState
      ? this.upperUnder(all, hold, limbs, day.beliefs[row + HOLD.UPPER] ?? 0)
      : (day.beliefs[row + HOLD.LINK_UPPER] ?? 0);
    const admitted = this.isAdmitted(this.flagsUnder(all, hold, limbs), numbers, ofState);
    const lower = admitted ? Math.max(held, this.values.admissionBelief) : held;
    // Belief plus width, as a finding says it.
    const upper = lower + ((admitted ? Math.max(top, lower) : top) - lower);
    const weight = this.weights[severity] ?? 0;
    const factor = this.factor(at, outcome);
    const found = rule === R4 || rule === R14;
    const inBand = rule !== R0 || (outcome & LINKED) !== 0;
    this.weight = lower * factor * weight;
    this.low = found ? inUnits(lower * weight * factor) : 0;
    this.high = inBand ? inUnits(upper * weight * factor) : 0;
  }
}
