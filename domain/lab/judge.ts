import { severityWeights } from '@/domain/compliance-index';
import { exceptionOutcome } from '@/domain/coverage';
import { DAY_MS, type Instant, startOf } from '@/domain/dates';
import { farthestFactor } from '@/domain/finding';
import type { PolicyValues } from '@/domain/policy';
import { CELL, STATE_CELL } from '@/domain/sweep/bits';
import { WORD } from '@/domain/sweep/words';
import { RULE_BY_CODE } from '@/domain/verdict';
import { COMMISSION_LIMBS } from '@/domain/vocabulary';
import { type Day, HELD } from './day';
import { instantOf, NEVER } from './instants';
import type { ClauseNumbers } from './numbers';
import { ADDS, INC, NO_CLOCK, ruleAt, ruleOf } from './rules';
import { MARK, type OddCase, type StoreColumns } from './store';

const CONTESTED_BY = CELL.RIVAL | CELL.CONFLICT | CELL.OBJECTED;
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

const ALL_LIMBS = 2 ** COMMISSION_LIMBS.length - 1;

/** `answers` of the explaining path, over numbers. */
function words(
  bits: number,
  lower: number,
  clusters: number,
  linkLower: number,
  linkClusters: number,
  numbers: ClauseNumbers,
  severity: number,
): number {
  const admitted =
    (bits & HELD.ADMITTED) !== 0 || (numbers.codes.adopts && (bits & CELL.ENDORSED) !== 0);
  let state: number = WORD.UNMET;
  if (severity >= numbers.commissionFloor) {
    if (admitted) state = WORD.MET;
    else if (
      lower >= numbers.theta &&
      (clusters >= numbers.minClusters || (bits & HELD.CONVICTED) !== 0)
    )
      state = (bits & (CONTESTED_BY | CELL.STATE_OBJECTED)) === 0 ? WORD.MET : WORD.CONTESTED;
  }
  if (admitted || state === WORD.MET || (bits & CELL.LINK_ADMITTED) !== 0)
    return (WORD.MET << 2) | state;
  let link = state;
  if (
    linkLower >= numbers.linkTheta &&
    (linkClusters >= numbers.minClusters || (bits & CELL.LINK_CONVICTED) !== 0)
  )
    link = (bits & CONTESTED_BY) === 0 ? WORD.MET : WORD.CONTESTED;
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

  /** Number of the opinion on responsibility, under the commission limbs of a clause. */
  opinionOf(hold: number, limbs: number): number {
    const { opinionNone, opinionAll, limbRow, limbOpinion } = this.columns;
    if (limbs === 0) return opinionNone[hold] ?? 0;
    const row = limbRow[hold] ?? -1;
    return row < 0 ? (opinionAll[hold] ?? 0) : (limbOpinion[row * 32 + limbs] ?? 0);
  }

  private admitted(hold: number, opinion: number, { codes }: ClauseNumbers): boolean {
    const { opinionBits, holdBits } = this.columns;
    return (
      ((opinionBits[opinion] ?? 0) & STATE_CELL.ADMITTED) !== 0 ||
      (codes.adopts && ((holdBits[hold] ?? 0) & CELL.ENDORSED) !== 0)
    );
  }

  /** Both predicates of a hold: the link in the higher two bits, responsibility in the lower two (WORD). */
  private wordsOf(hold: number, numbers: ClauseNumbers, severity: number): number {
    const { columns } = this;
    const opinion = this.opinionOf(hold, numbers.limbs);
    const own = columns.opinionBits[opinion] ?? 0;
    return words(
      (columns.holdBits[hold] ?? 0) |
        ((own & STATE_CELL.CONVICTED) === 0 ? 0 : HELD.CONVICTED) |
        ((own & STATE_CELL.ADMITTED) === 0 ? 0 : HELD.ADMITTED),
      columns.opinionLower[opinion] ?? 0,
      columns.opinionClusters[opinion] ?? 0,
      columns.linkLower[hold] ?? 0,
      columns.linkClusters[hold] ?? 0,
      numbers,
      severity,
    );
  }

  /** The same of a case on the day, read where it lies. */
  private wordsAt(at: number, numbers: ClauseNumbers, severity: number): number {
    const { day } = this;
    const bits = day.bits[at] ?? 0;
    if (numbers.limbs !== ALL_LIMBS && (numbers.limbs === 0 || (bits & HELD.LIMBED) !== 0))
      return this.wordsOf(day.hold[at] ?? 0, numbers, severity);
    return words(
      bits,
      day.lower[at] ?? 0,
      day.clusters[at] ?? 0,
      day.linkLower[at] ?? 0,
      day.linkClusters[at] ?? 0,
      numbers,
      severity,
    );
  }

  private instant(code: number): Instant {
    return this.coded ? instantOf(code) : code;
  }

  /** Start of the day on which the public record made the link met; NaN: never by now (method.md 3). */
  metOn(at: number, numbers: ClauseNumbers, severity: number): Instant {
    const { pointFrom, pointAt, pointHold } = this.columns;
    const end = pointFrom[at + 1] ?? 0;
    for (let point = pointFrom[at] ?? 0; point < end; point += 1) {
      const code = pointAt[point] ?? 0;
      if (code > this.cut) break;
      const hold = pointHold[point] ?? 0;
      if ((hold & 1) === 0) continue;
      if (this.wordsOf(hold >>> 1, numbers, severity) >> 2 === WORD.MET)
        return Math.floor(this.instant(code) / DAY_MS) * DAY_MS;
    }
    return Number.NaN;
  }

  /** When the accused came to know; NaN: not yet. */
  knownAt(at: number, numbers: ClauseNumbers, metOn: Instant): Instant {
    const { notice, marks } = this.columns;
    const code = notice[at] ?? NEVER;
    const told = code <= this.cut ? this.instant(code) : Number.NaN;
    if (!numbers.constructive) return told;
    const presumed = metOn + (((marks[at] ?? 0) & MARK.RECURS) !== 0 ? 0 : numbers.lagMs);
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
    const marks = columns.marks[at] ?? 0;
    const from = columns.answerFrom[at] ?? 0;
    const to = columns.answerFrom[at + 1] ?? 0;
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
      const level = columns.answerLevel[answer] ?? 0;
      const verified = columns.answerVerified[answer] === 1;
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
    const { answerAt, answerLast } = this.columns;
    const code = answerAt[answer] ?? NEVER;
    if (code > this.cut) return Infinity;
    const first = this.instant(code);
    return first <= known && known <= this.instant(answerLast[answer] ?? 0) ? known : first;
  }

  /** Milliseconds of extension granted. */
  private extension(
    at: number,
    numbers: ClauseNumbers,
    severity: number,
    known: Instant,
    { extensions }: OddCase,
  ): number {
    const { columns } = this;
    const { unverifiedLevelCap, acknowledgementLevel } = this.values;
    const urgent = severity >= numbers.urgentFrom;
    const act = urgent ? numbers.actUrgentMs : numbers.actMs;
    const by = known + (urgent ? numbers.acknowledgeUrgentMs : numbers.acknowledgeMs);
    const [first] = extensions
      .filter(({ requestedAt }) => startOf(requestedAt) <= Math.min(this.asOf, known + act))
      .sort((one, two) => startOf(one.requestedAt) - startOf(two.requestedAt));
    if (first === undefined) return 0;
    for (
      let answer = columns.answerFrom[at] ?? 0;
      answer < (columns.answerFrom[at + 1] ?? 0);
      answer += 1
    ) {
      const level = columns.answerLevel[answer] ?? 0;
      const counted =
        columns.answerVerified[answer] === 1 ? level : Math.min(level, unverifiedLevelCap);
      if (counted >= acknowledgementLevel && this.told(answer, known) <= Math.min(by, this.asOf))
        return Math.min(first.days, (act / DAY_MS) * numbers.extensionShare) * DAY_MS;
    }
    return 0;
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
    const { columns } = this;
    const { unverifiedLevelCap, progressLevel } = this.values;
    for (
      let answer = columns.answerFrom[at] ?? 0;
      answer < (columns.answerFrom[at + 1] ?? 0);
      answer += 1
    ) {
      const level = columns.answerLevel[answer] ?? 0;
      const counted =
        columns.answerVerified[answer] === 1 ? level : Math.min(level, unverifiedLevelCap);
      if (counted >= progressLevel && this.told(answer, known) <= Math.min(actBy, this.asOf))
        return true;
    }
    return false;
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
    let covered = coverage;
    if (((this.columns.marks[at] ?? 0) & MARK.ODD) !== 0) {
      covered = this.pleaded(at, numbers, coverage);
      if (covered < 0) return R1;
    }
    const both = this.wordsAt(at, numbers, severity);
    const linked = both >> 2 === WORD.MET;
    const occurrence = day.occurrence[at] ?? 0;
    const owes =
      numbers.owesDuty &&
      severity >= numbers.dutyFloor &&
      ((day.dutyLimbs[at] ?? 0) & numbers.codes.dutyLimbs) !== 0;
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

  /** The end of the interval that the index uses: of responsibility under R4 and R7, else of the link. */
  private interval(hold: number, numbers: ClauseNumbers, rule: number, upper: boolean): number {
    const { columns } = this;
    const opinion = this.opinionOf(hold, numbers.limbs);
    const ofState = rule === R4 || rule === R7;
    const admitted =
      this.admitted(hold, opinion, numbers) ||
      (!ofState && ((columns.holdBits[hold] ?? 0) & CELL.LINK_ADMITTED) !== 0);
    const held = ofState ? columns.opinionLower[opinion] : columns.linkLower[hold];
    const lower = admitted ? Math.max(held ?? 0, this.values.admissionBelief) : (held ?? 0);
    if (!upper) return lower;
    const top = (ofState ? columns.opinionUpper[opinion] : columns.linkUpper[hold]) ?? 1;
    // As a finding says it: belief plus width.
    return lower + ((admitted ? Math.max(top, lower) : top) - lower);
  }

  /** Factor m of method.md 4; 1 unless the rule finds a violation. */
  factor(at: number, outcome: number): number {
    const rule = ruleIn(outcome);
    if (rule !== R4 && rule !== R14) return 1;
    const bits = this.day.bits[at] ?? 0;
    const mitigated = (outcome & LATE) !== 0 || (rule === R4 && (bits & CELL.MITIGATED) !== 0);
    const disclosed = ((this.columns.marks[at] ?? 0) & MARK.SELF_DISCLOSED) !== 0;
    const obstructed = (bits & CELL.OBSTRUCTED) !== 0;
    return this.factors[(disclosed ? 1 : 0) | (mitigated ? 2 : 0) | (obstructed ? 4 : 0)] ?? 1;
  }

  /** p * w * m of an outcome, unrounded: by which the gravest of a case is told. */
  weight(at: number, numbers: ClauseNumbers, severity: number, outcome: number): number {
    const belief = this.interval(this.day.hold[at] ?? 0, numbers, ruleIn(outcome), false);
    return belief * this.factor(at, outcome) * (this.weights[severity] ?? 0);
  }

  /** What a found violation adds to V_low, in units. */
  low(at: number, numbers: ClauseNumbers, severity: number, outcome: number): number {
    const belief = this.interval(this.day.hold[at] ?? 0, numbers, ruleIn(outcome), false);
    return inUnits(belief * (this.weights[severity] ?? 0) * this.factor(at, outcome));
  }

  /** What a violation, or a case pending or disputed, adds to V_high, in units. */
  high(at: number, numbers: ClauseNumbers, severity: number, outcome: number): number {
    const upper = this.interval(this.day.hold[at] ?? 0, numbers, ruleIn(outcome), true);
    return inUnits(upper * (this.weights[severity] ?? 0) * this.factor(at, outcome));
  }
}
