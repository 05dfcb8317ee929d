import { outcomeOfPleas } from '@/domain/coverage';
import { CELL } from '@/domain/sweep/bits';
import { RULE_BY_CODE } from '@/domain/verdict';
import type { Batch } from './batch';
import { type Day, IS_ODD, OCCURRENCE } from './day';
import { type DutyClock, type Windows, windowsInCodes, windowsOf } from './duty-clock';
import type { Holds } from './holds';
import type { Judge } from './judge';
import type { Match } from './matching';
import type { ClauseNumbers } from './numbers';
import { Predicates } from './predicates';
import { ADDS, INC, ruleAt, ruleOf } from './rules';
import { ANSWERED, COVERED, FACT, factsCode, LINKED, RUNS, SETTLED } from './settled';
import { DUTY_LIMBS, HELD, HOLD, MARK } from './store';

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

/** Place of the only bit of a mask; 1 where a mask has any. */
const placeOf = (mask: number): number => 31 - Math.clz32(mask);
const bitIn = (mask: number): number => (mask | -mask) >>> 31;

/** Places of the bits that ease or weigh (method.md 4): of the marks of a case, and of its flags. */
const WEIGHING_BITS = [MARK.SELF_DISCLOSED, CELL.MITIGATED, CELL.OBSTRUCTED].map(placeOf) as [
  number,
  number,
  number,
];

/** Where the outcomes of a batch are: the first of them, and how many places each other is after the one before. */
interface Written {
  readonly outcomes: Uint8Array;
  readonly first: number;
  readonly step: number;
}

/** By what is settled, and 256 where the case is odd: 1 where a clock runs and it is not. */
const LATER = Uint8Array.from({ length: 512 }, (_, at) => (at === RUNS ? 1 : 0));

/** What an outcome weighs by, a bit each. */
const WEIGHT = { OF_STATE: 1, FOUND: 2, IN_BAND: 4, OF_ACT: 8, LATE: 16 } as const;
const WEIGHTS = Uint8Array.from({ length: 64 }, (_, outcome) => {
  const rule = ruleIn(outcome);
  const inBand = rule !== R0 || (outcome & LINKED) !== 0;
  return (
    (rule === R4 || rule === R7 ? WEIGHT.OF_STATE : 0) |
    (rule === R4 || rule === R14 ? WEIGHT.FOUND : 0) |
    (inBand ? WEIGHT.IN_BAND : 0) |
    (rule === R4 ? WEIGHT.OF_ACT : 0) |
    ((outcome & LATE) !== 0 ? WEIGHT.LATE : 0)
  );
});

const CONFIRMED = ADDS.occurrence[INC.confirmed] ?? 0;

const LATELY = ADDS.late + ADDS.expired;

/** The outcome of a case in which the duty of the accused is at stake, by what the clock adds to the code. */
function ranTo(facts: number, clock: number): number {
  const code = CONFIRMED + factsCode(facts) + clock;
  const rule = RULE_BY_CODE[code] ?? -1;
  if (rule < 0) return ruleOf(code);
  return rule | (rule === R14 && clock === LATELY ? LATE : 0) | LINKED;
}

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
  private hold!: Uint32Array;
  private flags!: Int32Array;
  private marks!: Uint32Array;
  private beliefs!: Float64Array;
  private holds!: Holds;
  /** The clock that runs, and the windows of the clause as it counts. */
  clock!: DutyClock;
  windows!: Windows;
  private readonly windowsInCodes: Windows | null;
  /** Flags that admit responsibility, and those that admit the link. */
  private readonly admits: number;
  private readonly admitsLink: number;
  private admissionBelief = 0;
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
    this.windowsInCodes = windowsInCodes(numbers);
    this.admits = HELD.ADMITTED | (numbers.adopts ? CELL.ENDORSED : 0);
    this.admitsLink = this.admits | CELL.LINK_ADMITTED;
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
    const { day, holds } = judge;
    this.judge = judge;
    this.day = day;
    this.hold = day.hold;
    this.flags = day.flags;
    this.marks = day.store.columns.caseMarks;
    this.beliefs = day.store.columns.holds;
    this.holds = holds;
    this.admissionBelief = judge.values.admissionBelief;
    const codes = this.windowsInCodes === null ? null : judge.codeClock;
    this.clock = codes ?? judge.clock;
    this.windows = (codes === null ? null : this.windowsInCodes) ?? windowsOf(this.numbers);
    this.predicates.sit(holds);
  }

  /** What a plea makes of coverage; -1: out. */
  private pleaded(at: number, covered: number): number {
    const pleas = this.day.pleaded.get(at);
    if (pleas === undefined) return covered;
    const outcome = outcomeOfPleas(pleas, this.numbers.codes.clause);
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
    const facts = this.predicates.facts(this.hold[at] ?? 0) | (this.askedBits[severity] ?? 0);
    const answers =
      facts |
      (this.dutyBits[(flags >>> DUTY_LIMBS) & 7] ?? 0) |
      ((flags >>> OCCURRENCE) * ANSWERED.OCCURRENCE) |
      (covered * ANSWERED.COVERED);
    const outcome = SETTLED[answers & (this.readBits[severity] ?? 0)] ?? RUNS;
    return outcome === RUNS ? ranTo(facts, this.clock.code(at, this, severity)) : outcome;
  }

  /**
   * The outcomes of a batch of cases, of a severity and a coverage under the clause: the first is
   * written at `first`, each other `step` places after the one before.
   */
  outcomes(batch: Batch, { severity, coverage }: Match, { outcomes, first, step }: Written): void {
    const { size, cases, times, flags: all, facts, later, odd: rare } = batch;
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
    this.predicates.ofMany(batch, facts);
    let found = 0;
    let rarely = 0;
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
      rare[rarely] = at;
      rarely += (flags & odd) >>> 29;
    }
    const codes = this.clock.codesOf(batch, found, this, severity);
    for (let next = 0; next < found; next += 1) {
      const at = later[next] ?? 0;
      outcomes[first + at * step] = ranTo((facts[at] ?? 0) | asked, codes[next] ?? 0);
    }
    for (let next = 0; next < rarely; next += 1) {
      const at = rare[next] ?? 0;
      const covered = (times[at] ?? 0) | coverage;
      outcomes[first + at * step] = this.outcome(cases[at] ?? 0, severity, covered);
    }
  }

  /** Factor m of method.md 4; 1 unless the rule finds a violation. */
  private factor(at: number, flags: number, sort: number): number {
    if ((sort & WEIGHT.FOUND) === 0) return 1;
    const mitigated =
      (sort & WEIGHT.LATE) !== 0 ||
      ((sort & WEIGHT.OF_ACT) !== 0 && (flags & CELL.MITIGATED) !== 0);
    return (
      this.judge.factors[
        (((this.marks[at] ?? 0) & MARK.SELF_DISCLOSED) !== 0 ? 1 : 0) |
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
    const hold = this.hold[at] ?? 0;
    const first = hold * HOLD.SIZE + ((WEIGHTS[outcome] ?? 0) & WEIGHT.OF_STATE) * HOLD.LOWER;
    const { beliefs } = this;
    const flags = this.flags[at] ?? 0;
    this.weighHeld(
      at,
      hold,
      flags,
      severity,
      outcome,
      beliefs[first] ?? 0,
      beliefs[first + 1] ?? 0,
    );
  }

  /** Weighs the outcomes of some places of a batch: what each adds lies in it, in their order. */
  weighBatch(
    batch: Batch,
    places: Uint32Array,
    size: number,
    severity: number,
    { outcomes, first, step }: Written,
  ): void {
    const { cases, holds, low, high, weight } = batch;
    const { beliefs } = this;
    const [sorts, ofState, width, apart] = [WEIGHTS, WEIGHT.OF_STATE, HOLD.SIZE, HOLD.LOWER];
    // First what is held in all of them, so that it is fetched at the same time.
    for (let at = 0; at < size; at += 1) {
      const place = places[at] ?? 0;
      const sort = sorts[outcomes[first + place * step] ?? 0] ?? 0;
      const row = (holds[place] ?? 0) * width + (sort & ofState) * apart;
      low[at] = beliefs[row] ?? 0;
      high[at] = beliefs[row + 1] ?? 0;
    }
    const turned = this.weighPlain(batch, places, size, severity, { outcomes, first, step });
    for (let next = 0; next < turned; next += 1) {
      const at = batch.turned[next] ?? 0;
      const place = places[at] ?? 0;
      this.weigh(cases[place] ?? 0, severity, outcomes[first + place * step] ?? 0);
      low[at] = this.low;
      high[at] = this.high;
      weight[at] = this.weight;
    }
  }

  /**
   * What those of a batch weigh whose interval under all limbs lies in it: `weighHeld` without a branch.
   * Where responsibility turns on limbs they are told apart, in its `turned`; tells how many.
   */
  private weighPlain(
    { cases, flags, low, high, weight, turned }: Batch,
    places: Uint32Array,
    size: number,
    severity: number,
    { outcomes, first, step }: Written,
  ): number {
    const { admits, admitsLink, admissionBelief, marks, holds, judge } = this;
    const { limbs } = this.numbers;
    const [sorts, unit, factors] = [WEIGHTS, UNIT, judge.factors];
    const own = judge.weights[severity] ?? 0;
    const kept = holds.kept(limbs);
    const turning = holds.turnsOnLimbs(HELD.LIMBED, limbs) ? HELD.LIMBED : 0;
    // Without limbs there is no belief in responsibility.
    const none = limbs === 0 ? 1 : 0;
    const [disclosed, mitigated, obstructed] = WEIGHING_BITS;
    let found = 0;
    for (let at = 0; at < size; at += 1) {
      const place = places[at] ?? 0;
      const sort = sorts[outcomes[first + place * step] ?? 0] ?? 0;
      const all = flags[place] ?? 0;
      const ofState = sort & 1;
      const admission = all & kept & (admits | (admitsLink & (ofState - 1)));
      const admitted = (admission | -admission) >>> 31;
      const lower = Math.max((low[at] ?? 0) * (1 - (ofState & none)), admissionBelief * admitted);
      const upper = lower + (Math.max(high[at] ?? 0, lower * admitted) - lower);
      const eased = ((sort >> 4) | ((sort >> 3) & (all >> mitigated))) & 1;
      const factor =
        factors[
          -((sort >> 1) & 1) &
            ((((marks[cases[place] ?? 0] ?? 0) >>> disclosed) & 1) |
              (eased << 1) |
              (((all >> obstructed) & 1) << 2))
        ] ?? 1;
      weight[at] = lower * factor * own;
      low[at] = Math.floor(lower * own * factor * unit + 0.5) * ((sort >> 1) & 1);
      high[at] = Math.floor(upper * own * factor * unit + 0.5) * ((sort >> 2) & 1);
      turned[found] = at;
      found += bitIn(all & turning);
    }
    return found;
  }

  /** `lowOfAll` and `topOfAll`: the interval that is held under all limbs, of responsibility or of the link as the rule has it. */
  private weighHeld(
    at: number,
    hold: number,
    all: number,
    severity: number,
    outcome: number,
    lowOfAll: number,
    topOfAll: number,
  ): void {
    const { holds, judge } = this;
    let [low, top] = [lowOfAll, topOfAll];
    const { limbs } = this.numbers;
    const sort = WEIGHTS[outcome] ?? 0;
    const ofState = (sort & WEIGHT.OF_STATE) !== 0;
    let flags = all;
    if (holds.turnsOnLimbs(all, limbs)) {
      flags = holds.flagsUnder(all, hold, limbs);
      if (ofState) {
        low = holds.lowerUnder(all, hold, limbs, low);
        top = holds.upperUnder(all, hold, limbs, top);
      }
    }
    const admitted = (flags & (ofState ? this.admits : this.admitsLink)) !== 0;
    const lower = admitted ? Math.max(low, this.admissionBelief) : low;
    const width = (admitted ? Math.max(top, lower) : top) - lower;
    const weight = judge.weights[severity] ?? 0;
    const factor = this.factor(at, all, sort);
    // Belief plus width, as a finding says it.
    const upper = lower + width;
    this.b = lower;
    this.u = width;
    this.m = factor;
    this.weight = lower * factor * weight;
    this.low = (sort & WEIGHT.FOUND) !== 0 ? inUnits(lower * weight * factor) : 0;
    this.high = (sort & WEIGHT.IN_BAND) !== 0 ? inUnits(upper * weight * factor) : 0;
  }
}
