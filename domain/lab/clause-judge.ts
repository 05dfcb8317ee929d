import { outcomeOfPleas } from '@/domain/coverage';
import { RULE_BY_CODE } from '@/domain/verdict';
import type { Batch } from './batch';
import { type Day, IS_ODD, OCCURRENCE } from './day';
import { type DutyClock, type Windows, windowsInCodes, windowsOf } from './duty-clock';
import type { Judge } from './judge';
import type { Match } from './matching';
import type { ClauseNumbers } from './numbers';
import { Predicates } from './predicates';
import { ADDS, INC, ruleAt, ruleOf } from './rules';
import { ANSWERED, COVERED, FACT, factsCode, LATE, LINKED, RUNS, SETTLED } from './settled';
import { DUTY_LIMBS } from './store';
import { Weighing, type Written } from './weighing';

const R1 = ruleAt('R1');
const R14 = ruleAt('R14');

/** By what is settled, and 256 where the case is odd: 1 where a clock runs and it is not. */
const LATER = Uint8Array.from({ length: 512 }, (_, at) => (at === RUNS ? 1 : 0));

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
  /** The clock that runs, and the windows of the clause as it counts. */
  clock!: DutyClock;
  windows!: Windows;
  private readonly windowsInCodes: Windows | null;
  /** By severity: what is asked at all, COMMISSION and DUTY. */
  private readonly asked: Uint8Array;
  /** By limbs of due diligence that a hold names: ANSWERED.OWES where the clause lists one. */
  private readonly dutyBits: Uint8Array;
  /** By severity: FACT.ASKED where responsibility is asked; what is read of the answers at all. */
  private readonly askedBits: Uint8Array;
  private readonly readBits: Uint16Array;

  readonly predicates: Predicates;
  /** What its outcomes weigh. */
  readonly weighing: Weighing;

  constructor(
    judge: Judge,
    readonly numbers: ClauseNumbers,
  ) {
    this.predicates = new Predicates(judge.holds, numbers);
    this.weighing = new Weighing(judge, numbers);
    this.windowsInCodes = windowsInCodes(numbers);
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
    const codes = this.windowsInCodes === null ? null : judge.codeClock;
    this.clock = codes ?? judge.clock;
    this.windows = (codes === null ? null : this.windowsInCodes) ?? windowsOf(this.numbers);
    this.predicates.sit(holds);
    this.weighing.sit(judge);
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
}
