import { severityWeights } from '@/domain/compliance-index';
import { exceptionOutcome } from '@/domain/coverage';
import type { Instant } from '@/domain/dates';
import { farthestFactor } from '@/domain/finding';
import type { PolicyValues } from '@/domain/policy';
import { CELL } from '@/domain/sweep/bits';
import { WORD } from '@/domain/sweep/words';
import { RULE_BY_CODE } from '@/domain/verdict';
import type { Day } from './day';
import { DutyClock } from './duty-clock';
import { Holds, words } from './holds';
import type { ClauseNumbers } from './numbers';
import { ADDS, INC, NO_CLOCK, ruleAt, ruleOf } from './rules';
import { CASE, DUTY_LIMBS, HELD, HOLD, IS_ODD, MARK, OCCURRENCE, type StoreColumns } from './store';

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
  readonly holds: Holds;
  readonly clock: DutyClock;
  private readonly asOf: Instant;
  private readonly columns: StoreColumns;
  private readonly values: PolicyValues;
  private readonly factors: Float64Array;
  private readonly weights: Float64Array;

  constructor(readonly day: Day) {
    const { values } = day.store.policy;
    this.asOf = day.asOf;
    this.columns = day.store.columns;
    this.holds = new Holds(this.columns);
    this.clock = new DutyClock(day, this.holds);
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
    const { day, holds } = this;
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
      holds.flagsUnder(flags, hold, limbs),
      day.beliefs[row] ?? 0,
      holds.lowerUnder(flags, hold, limbs, day.beliefs[row + HOLD.LOWER] ?? 0),
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
    const clock = runs ? this.clock.code(at, numbers, severity) : NO_CLOCK;
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
    const { day, holds } = this;
    const rule = ruleIn(outcome);
    const hold = day.hold[at] ?? 0;
    const all = day.flags[at] ?? 0;
    const row = at * HOLD.SIZE;
    const { limbs } = numbers;
    const ofState = rule === R4 || rule === R7;
    const held = ofState
      ? holds.lowerUnder(all, hold, limbs, day.beliefs[row + HOLD.LOWER] ?? 0)
      : (day.beliefs[row] ?? 0);
    const top = ofState
      ? holds.upperUnder(all, hold, limbs, day.beliefs[row + HOLD.UPPER] ?? 0)
      : (day.beliefs[row + HOLD.LINK_UPPER] ?? 0);
    const admitted = this.isAdmitted(holds.flagsUnder(all, hold, limbs), numbers, ofState);
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
