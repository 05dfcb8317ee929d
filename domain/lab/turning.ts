import { CELL } from '@/domain/sweep/bits';
import type { ClauseJudge } from './clause-judge';
import { IS_ODD } from './day';
import type { Judge } from './judge';
import type { Match } from './matching';
import type { ClauseNumbers } from './numbers';
import { ruleAt } from './rules';
import type { Axis } from './scale';
import { COVERED, FACT, LINKED, ruleIn } from './settled';
import { CLUSTERS, DUTY_LIMBS, HELD, LINK_CLUSTERS, MOST_CLUSTERS, quantum } from './store';

const R1 = ruleAt('R1');
const R2 = ruleAt('R2');
const R3 = ruleAt('R3');
const R9 = ruleAt('R9');
const R11 = ruleAt('R11');

/**
 * Whether an axis may turn a case at all. It may say so of a case that does not turn, never the
 * other way round (property tests of the cubes).
 */
export class Turning {
  private readonly ofBelief: boolean;
  private readonly ofFloor: boolean;
  /** The first rule, in their order, that the axis may turn. */
  private readonly least: number;

  constructor(
    private readonly judge: Judge,
    private readonly axis: Axis,
  ) {
    this.ofBelief = axis.startsWith('theta.');
    this.ofFloor = axis.startsWith('minSeverity.');
    const ofKnowledge = axis === 'notifyDays' || axis === 'constructiveLagDays';
    this.least = this.ofBelief || this.ofFloor || axis === 'from' ? 0 : ofKnowledge ? R9 : R11;
  }

  /**
   * Whether a case may turn under a clause at all: told from what it is found to be, from what is held
   * on the day and, where it has any, from its pleas.
   */
  mayTurn(
    at: number,
    { severity }: Match,
    under: ClauseJudge,
    outcome: number,
    coverage: number,
  ): boolean {
    const rule = ruleIn(outcome);
    if (rule < this.least) return false;
    if (!this.ofBelief && !this.ofFloor)
      return this.ofClock(at, severity, under.numbers) || this.isOdd(at);
    // Below both floors: the case itself was not looked at.
    if (rule === R1) return this.ofFloor;
    if ((rule === R2 || rule === R3) && coverage === COVERED.IN && !this.isOdd(at))
      return this.ofFloor && !this.isOverOther(severity, under.numbers);
    // Where a clock runs the record of the days before it counts too.
    if (rule >= R9) return true;
    return this.ofFloor
      ? this.floorMatters(at, severity, under, outcome)
      : this.beliefMatters(at, under.numbers);
  }

  /** What windows turn; hours to acknowledge and the longest extension turn only what has an extension. */
  private ofClock(at: number, severity: number, numbers: ClauseNumbers): boolean {
    const urgent = severity >= numbers.urgentFrom;
    switch (this.axis) {
      case 'actDays':
        return !urgent;
      case 'actDaysUrgent':
        return urgent;
      case 'progressDays':
        return (this.judge.day.answered[at] ?? 0) !== 0;
      case 'ackHours':
      case 'ackHoursUrgent':
      case 'maxExtensionFrac':
        return false;
      default:
        return true;
    }
  }

  /** Whether the severity reaches the floor that the axis does not move: the case is looked at whatever that is. */
  private isOverOther(severity: number, { commissionFloor, dutyFloor }: ClauseNumbers): boolean {
    return severity >= (this.axis === 'minSeverity.commission' ? dutyFloor : commissionFloor);
  }

  /** Responsibility is asked above its floor, a duty above its own: where there is none of it that changes nothing. */
  private floorMatters(at: number, severity: number, under: ClauseJudge, outcome: number): boolean {
    if (!this.isOverOther(severity, under.numbers)) return true;
    const { hold, flags } = this.judge.day;
    if (this.axis === 'minSeverity.commission')
      return (under.predicates.facts(hold[at] ?? 0) & (FACT.RESPONSIBLE | FACT.ADMITTED)) !== 0;
    const limbs = (flags[at] ?? 0) >>> DUTY_LIMBS;
    return (outcome & LINKED) !== 0 && (limbs & under.numbers.dutyLimbs) !== 0;
  }

  /** A threshold of belief turns what is corroborated; how many must do so, what is believed. */
  private beliefMatters(at: number, numbers: ClauseNumbers): boolean {
    const { day, holds } = this.judge;
    const all = day.flags[at] ?? 0;
    const { limbs, minClusters } = numbers;
    if (limbs !== 0 && holds.turnsOnLimbs(all, limbs)) return true;
    const linkClusters = (all >>> LINK_CLUSTERS) & MOST_CLUSTERS;
    const clusters = (all >>> CLUSTERS) & MOST_CLUSTERS;
    switch (this.axis) {
      case 'theta.link':
        return linkClusters >= minClusters || (all & CELL.LINK_CONVICTED) !== 0;
      case 'theta.state':
        return limbs !== 0 && (clusters >= minClusters || (all & HELD.CONVICTED) !== 0);
      default: {
        const steps = day.quanta[at] ?? 0;
        return (
          (linkClusters > 0 && steps >>> 16 >= quantum(numbers.linkTheta)) ||
          (limbs !== 0 && clusters > 0 && (steps & 0xffff) >= quantum(numbers.theta))
        );
      }
    }
  }

  private isOdd(at: number): boolean {
    return ((this.judge.day.flags[at] ?? 0) & IS_ODD) !== 0;
  }
}
