import { farthestFactor } from '@/domain/finding';
import type { Day } from '@/domain/lab/day';
import type { Holds } from '@/domain/lab/holds';
import { LATE, ruleIn } from '@/domain/lab/judge';
import type { ClauseNumbers } from '@/domain/lab/numbers';
import { ruleAt } from '@/domain/lab/rules';
import { CASE, HELD, HOLD, MARK } from '@/domain/lab/store';
import { CELL } from '@/domain/sweep/bits';

const R4 = ruleAt('R4');
const R7 = ruleAt('R7');
const R14 = ruleAt('R14');

/** Belief, width and factor of an outcome, unrounded, as a finding says them (method.md 4). */
export class Weighing {
  /** Lower end of the interval, 0 to 1; how much wider the upper is; the factor of the index. */
  b = 0;
  u = 0;
  m = 1;

  constructor(
    private readonly day: Day,
    private readonly holds: Holds,
  ) {}

  /** Weighs the outcome of one case under one clause. */
  weigh(at: number, { limbs, adopts }: ClauseNumbers, outcome: number): void {
    const { day, holds } = this;
    const { admissionBelief } = day.store.policy.values;
    const rule = ruleIn(outcome);
    const ofState = rule === R4 || rule === R7;
    const hold = day.hold[at] ?? 0;
    const all = day.flags[at] ?? 0;
    const row = at * HOLD.SIZE;
    const own = holds.flagsUnder(all, hold, limbs);
    const admitted =
      (own & HELD.ADMITTED) !== 0 ||
      (adopts && (own & CELL.ENDORSED) !== 0) ||
      (!ofState && (own & CELL.LINK_ADMITTED) !== 0);
    const held = ofState
      ? holds.lowerUnder(all, hold, limbs, day.beliefs[row + HOLD.LOWER] ?? 0)
      : (day.beliefs[row + HOLD.LINK_LOWER] ?? 0);
    const top = ofState
      ? holds.upperUnder(all, hold, limbs, day.beliefs[row + HOLD.UPPER] ?? 0)
      : (day.beliefs[row + HOLD.LINK_UPPER] ?? 0);
    this.b = admitted ? Math.max(held, admissionBelief) : held;
    this.u = (admitted ? Math.max(top, this.b) : top) - this.b;
    this.m = rule === R4 || rule === R14 ? this.factor(at, all, rule, outcome) : 1;
  }

  private factor(at: number, flags: number, rule: number, outcome: number): number {
    const { columns, policy } = this.day.store;
    const { selfDisclosedFactor, mitigatedFactor, obstructedFactor } = policy.values;
    const marks = columns.cases[at * CASE.SIZE + CASE.MARKS] ?? 0;
    const mitigated = (outcome & LATE) !== 0 || (rule === R4 && (flags & CELL.MITIGATED) !== 0);
    const factors: number[] = [];
    if ((marks & MARK.SELF_DISCLOSED) !== 0) factors.push(selfDisclosedFactor);
    if (mitigated) factors.push(mitigatedFactor);
    if ((flags & CELL.OBSTRUCTED) !== 0) factors.push(obstructedFactor);
    return factors.length === 0 ? 1 : farthestFactor(factors);
  }
}
