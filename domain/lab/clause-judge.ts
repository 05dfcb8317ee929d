import { exceptionOutcome } from '@/domain/coverage';
import { CELL } from '@/domain/sweep/bits';
import { RULE_BY_CODE } from '@/domain/verdict';
import type { Batch } from './batch';
import { type Day, IS_ODD, OCCURRENCE } from './day';
import type { DutyClock } from './duty-clock';
import type { Holds } from './holds';
import type { Judge } from './judge';
import type { Match } from './matching';
import type { ClauseNumbers } from './numbers';
import { Predicates } from './predicates';
import { ADDS, INC, ruleAt, ruleOf } from './rules';
import { ANSWERED, COVERED, FACT, factsCode, LINKED, RUNS, SETTLED } from './settled';
import {
  CASE,
  DUTY_LIMBS,
  HELD,
  HOLD,
  type InstantColumn,
  MARK,
  POINT,
  type StoreColumns,
} from './store';

const R0 = ruleAt('R0');
const R1 = ruleAt('R1');
const R4 = ruleAt('R4');
const R7 = ruleAt('R7');
const R14 = ruleAt('R14');

/** Set in an outcome beside its rule: the duty was met late. */
const LATE = 16;
/** The rule of an outcome: a place in RULES. */
export const ruleIn = (outcome: number): number => outcome & 15;

/** The units of a contribution to V: whole numbers add up to the same in any order. */
export const UNIT = 2 ** 20;
const inUnits = (value: number): number => Math.floor(value * UNIT + 0.5);

interface Written {
  readonly outcomes: Uint8Array;
  readonly first: number;
  readonly step: number;
}

/** By what is settled, and 256 where the case is odd: 1 where it is to be looked at again. */
const LATER = Uint8Array.from({ length: 512 }, (_, at) => (at > 255 || at === RUNS ? 1 : 0));

const MOST_SEVERE = 5;
const COMMISSION = 1;
const DUTY = 2;

/**
 * Judges the cases of one day under one clause with its numbers: the decision table over packed
 * columns. It equals `assess` for every setting of every number (property test).
 */
export class ClauseJudge {
  private judge!: Judge;
  private day!: Day;
  private point!: Uint32Array;
  private points!: InstantColumn;
  private flags!: Int32Array;
  private columns!: StoreColumns;
  private holds!: Holds;
  private clock!: DutyClock;
  /** By severity: what is asked at all, COMMISSION and DUTY. */
  private readonly asked: Uint8Array;
  /** By limbs of due diligence that a hold names: ANSWERED.OWES where the clause lists one. */
  private readonly dutyBits: Uint8Array;
  /** By severity: FACT.ASKED where responsibility is asked; what is read of the answers at all. */
  private readonly askedBits: Uint8Array;
  private readonly readBits: Uint16Array;

  readonly predicates: Predicates;

  constructor(
    judge: Judge,
    readonly numbers: ClauseNumbers,
  ) {
    this.predicates = new Predicates(judge.holds, numbers);
    this.sit(judge);
    const limbs = numbers.owesDuty ? numbers.dutyLimbs : 0;
    this.dutyBits = Uint8Array.from({ length: 8 }, (_, own) =>
      (own & limbs) === 0 ? 0 : ANSWERED.OWES,
    );
    this.asked = Uint8Array.from(
      { length: MOST_SEVERE + 1 },
      (_, severity) =>
        (severity >= numbers.commissionFloor ? COMMISSION : 0) |
        (severity >= numbers.dutyFloor ? DUTY : 0),
    );
    this.askedBits = this.asked.map((own) => (own & COMMISSION) * FACT.ASKED);
    this.readBits = Uint16Array.from(this.asked, (own) =>
      (own & DUTY) === 0 ? ~ANSWERED.OWES : ~0,
    );
  }

  /** Judges the cases of another day from now on. */
  sit(judge: Judge): void {
    if (this.judge === judge) return;
    const { day, holds, clock } = judge;
    this.judge = judge;
    this.day = day;
    this.point = day.point;
    this.flags = day.flags;
    this.columns = day.store.columns;
    this.points = this.columns.points;
    this.holds = holds;
    this.clock = clock;
    this.predicates.sit(holds);
  }

  /** What a plea makes of coverage; -1: out. */
  private pleaded(at: number, covered: number): number {
    const rare = this.day.store.odd.get(at);
    const [first] = rare?.pleas ?? [];
    if (rare === undefined || first === undefined) return covered;
    const { clause } = this.numbers.codes;
    const { asOf } = this.day;
    const outcome = exceptionOutcome({ incident: rare, clause, accused: first.by, asOf });
    return outcome === 'fail' ? -1 : outcome === 'unknown' ? COVERED.UNKNOWN : covered;
  }

  /**
   * The outcome of one case: its rule, LATE and LINKED. `coverage` is what its kind, its parties and
   * its time leave open (COVERED); what they exclude is not asked.
   */
  outcome(at: number, severity: number, coverage: number): number {
    if (this.asked[severity] === 0) return R1;
    const flags = this.flags[at] ?? 0;
    let covered = coverage;
    if ((flags & IS_ODD) !== 0) {
      covered = this.pleaded(at, coverage);
      if (covered < 0) return R1;
    }
    const answers =
      this.predicates.facts(this.point[at] ?? 0) |
      (this.dutyBits[(flags >>> DUTY_LIMBS) & 7] ?? 0) |
      (this.askedBits[severity] ?? 0) |
      ((flags >>> OCCURRENCE) * ANSWERED.OCCURRENCE) |
      (covered * ANSWERED.COVERED);
    const outcome = SETTLED[answers & (this.readBits[severity] ?? 0)] ?? RUNS;
    return outcome === RUNS ? this.run(at, severity) : outcome;
  }

  /**
   * The outcomes of a batch of cases, of a severity and a coverage under the clause: the first is
   * written at `first`, each other `step` places after the one before.
   */
  outcomes(batch: Batch, { severity, coverage }: Match, { outcomes, first, step }: Written): void {
    const { size, cases, times, flags: all, facts, later } = batch;
    if (this.asked[severity] === 0) {
      for (let at = 0; at < size; at += 1) outcomes[first + at * step] = R1;
      return;
    }
    const { dutyBits } = this;
    const [settled, again] = [SETTLED, LATER];
    const [limbs, occurrence, odd] = [DUTY_LIMBS, OCCURRENCE, IS_ODD];
    const [ofOccurrence, ofCoverage] = [ANSWERED.OCCURRENCE, ANSWERED.COVERED];
    const asked = this.askedBits[severity] ?? 0;
    const read = this.readBits[severity] ?? 0;
    this.predicates.ofBatch(batch, facts);
    let found = 0;
    for (let at = 0; at < size; at += 1) {
      const flags = all[at] ?? 0;
      const answers =
        (facts[at] ?? 0) |
        (dutyBits[(flags >>> limbs) & 7] ?? 0) |
        asked |
        ((flags >>> occurrence) * ofOccurrence) |
        (((times[at] ?? 0) | coverage) * ofCoverage);
      const outcome = settled[answers & read] ?? 0;
      outcomes[first + at * step] = outcome;
      later[found] = at;
      found += again[outcome | ((flags & odd) >>> 21)] ?? 0;
    }
    batch.touchClocks(later, found);
    for (let next = 0; next < found; next += 1) {
      const at = later[next] ?? 0;
      const covered = (times[at] ?? 0) | coverage;
      outcomes[first + at * step] = this.outcome(cases[at] ?? 0, severity, covered);
    }
  }

  /** The outcome of a case in which the duty of the accused is at stake. */
  private run(at: number, severity: number): number {
    const clock = this.clock.code(at, this, severity);
    const facts = this.predicates.facts(this.point[at] ?? 0);
    const asked = severity >= this.numbers.commissionFloor ? FACT.ASKED : 0;
    const code = (ADDS.occurrence[INC.confirmed] ?? 0) + factsCode(facts | asked) + clock;
    const rule = RULE_BY_CODE[code] ?? -1;
    if (rule < 0) return ruleOf(code);
    const late = rule === R14 && clock === ADDS.late + ADDS.expired;
    return rule | (late ? LATE : 0) | LINKED;
  }

  private isAdmitted(flags: number, ofState: boolean): boolean {
    return (
      (flags & HELD.ADMITTED) !== 0 ||
      (this.numbers.adopts && (flags & CELL.ENDORSED) !== 0) ||
      (!ofState && (flags & CELL.LINK_ADMITTED) !== 0)
    );
  }

  /** Factor m of method.md 4; 1 unless the rule finds a violation. */
  private factor(at: number, flags: number, outcome: number): number {
    const rule = ruleIn(outcome);
    if (rule !== R4 && rule !== R14) return 1;
    const marks = this.columns.cases[at * CASE.SIZE + CASE.MARKS] ?? 0;
    const mitigated = (outcome & LATE) !== 0 || (rule === R4 && (flags & CELL.MITIGATED) !== 0);
    return (
      this.judge.factors[
        ((marks & MARK.SELF_DISCLOSED) !== 0 ? 1 : 0) |
          (mitigated ? 2 : 0) |
          ((flags & CELL.OBSTRUCTED) !== 0 ? 4 : 0)
      ] ?? 1
    );
  }

  /** Of the case last weighed: lower end of the interval, 0 to 1; how much wider the upper is; factor m. */
  b = 0;
  u = 0;
  m = 1;

  /** What the last case weighed adds to V_low and V_high, in units, and its p * w * m, unrounded. */
  low = 0;
  high = 0;
  weight = 0;

  /** Weighs an outcome that may count: a violation, or a case pending or disputed (method.md 4). */
  weigh(at: number, severity: number, outcome: number): void {
    const { holds } = this.columns;
    const row = this.point[at] ?? 0;
    const hold = (this.points[row + POINT.HOLD] ?? 0) >> 1;
    this.weighHeld(at, row, severity, outcome, holds, hold * HOLD.SIZE);
  }

  /** The same with the numbers of what is held (HOLD) read before: they lie in `held`, from `first` on. */
  weighHeld(
    at: number,
    row: number,
    severity: number,
    outcome: number,
    held: Float64Array,
    first: number,
  ): void {
    const { holds, judge } = this;
    const { limbs } = this.numbers;
    const rule = ruleIn(outcome);
    const all = this.flags[at] ?? 0;
    const ofState = rule === R4 || rule === R7;
    let low = held[first + (ofState ? HOLD.LOWER : HOLD.LINK_LOWER)] ?? 0;
    let top = held[first + (ofState ? HOLD.UPPER : HOLD.LINK_UPPER)] ?? 0;
    let flags = all;
    if (holds.turnsOnLimbs(all, limbs)) {
      const hold = (this.points[row + POINT.HOLD] ?? 0) >> 1;
      flags = holds.flagsUnder(all, hold, limbs);
      if (ofState) {
        low = holds.lowerUnder(all, hold, limbs, low);
        top = holds.upperUnder(all, hold, limbs, top);
      }
    }
    const admitted = this.isAdmitted(flags, ofState);
    const lower = admitted ? Math.max(low, judge.values.admissionBelief) : low;
    const width = (admitted ? Math.max(top, lower) : top) - lower;
    const weight = judge.weights[severity] ?? 0;
    const factor = this.factor(at, all, outcome);
    const found = rule === R4 || rule === R14;
    // Belief plus width, as a finding says it.
    const upper = lower + width;
    this.b = lower;
    this.u = width;
    this.m = factor;
    const inBand = rule !== R0 || (outcome & LINKED) !== 0;
    this.weight = lower * factor * weight;
    this.low = found ? inUnits(lower * weight * factor) : 0;
    this.high = inBand ? inUnits(upper * weight * factor) : 0;
  }
}
