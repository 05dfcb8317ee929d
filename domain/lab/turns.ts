import { DAY_MS, type Instant } from '@/domain/dates';
import { ABSENT } from './day';
import type { Match } from './engine';
import { instantOf, NEVER } from './instants';
import { type Judge, ruleIn } from './judge';
import { ruleAt } from './rules';
import { type Axis, placeAbove, placeFrom, valuesOf } from './scale';
import { MARK } from './store';

const R9 = ruleAt('R9');
const R10 = ruleAt('R10');
const R11 = ruleAt('R11');

/**
 * The places of an axis at which the outcome of a case may turn. Between two of them it is the same,
 * so that a case costs a few outcomes, however long the axis.
 */
export class Turns {
  readonly values: Float64Array;
  private found: number[] = [];

  constructor(
    private readonly judge: Judge,
    private readonly axis: Axis,
  ) {
    this.values = valuesOf(axis);
  }

  /** Starts the next case. */
  clear(): void {
    this.found.length = 0;
  }

  /** The places found, in order, each once; without the first place of the axis. */
  places(): readonly number[] {
    const { found } = this;
    if (found.length > 1) found.sort((one, two) => one - two);
    let kept = 0;
    for (let at = 0; at < found.length; at += 1) {
      const place = found[at] ?? 0;
      if (place === 0 || place >= this.values.length) continue;
      if (kept > 0 && found[kept - 1] === place) continue;
      found[kept] = place;
      kept += 1;
    }
    found.length = kept;
    return found;
  }

  private above(value: number): void {
    this.found.push(placeAbove(this.values, value));
  }

  /** A comparison with an instant turns: on either side of it. */
  private days(from: Instant, to: Instant): void {
    const value = (to - from) / DAY_MS;
    this.found.push(placeFrom(this.values, value), placeAbove(this.values, value));
  }

  private everywhere(): void {
    for (let place = 1; place < this.values.length; place += 1) this.found.push(place);
  }

  /** Adds the places for one clause; `outcome` is that of the first place. */
  add(at: number, match: Match, outcome: number): void {
    const { severity } = match;
    switch (this.axis) {
      case 'theta.state':
      case 'theta.link':
      case 'theta.minClusters':
        this.beliefs(at, match);
        return;
      case 'minSeverity.commission':
      case 'minSeverity.dueDiligence':
        this.above(severity);
        return;
      case 'urgentFromSeverity':
        if (ruleIn(outcome) >= R11) this.above(severity);
        return;
      case 'from':
        this.beginnings(at);
        return;
      default:
        this.clock(at, match, ruleIn(outcome));
    }
  }

  private beliefs(at: number, match: Match): void {
    const { day } = this.judge;
    const { pointFrom, pointAt, pointHold, dutyLimbs } = day.store.columns;
    const hold = day.hold[at] ?? ABSENT;
    this.belief(hold, match);
    const { numbers, severity } = match;
    if (!numbers.owesDuty || severity < numbers.dutyFloor) return;
    if (((dutyLimbs[hold] ?? 0) & numbers.codes.dutyLimbs) === 0) return;
    const end = pointFrom[at + 1] ?? 0;
    for (let point = pointFrom[at] ?? 0; point < end; point += 1) {
      if ((pointAt[point] ?? 0) > day.cut) break;
      const turned = pointHold[point] ?? 0;
      if ((turned & 1) !== 0 && turned >>> 1 !== hold) this.belief(turned >>> 1, match);
    }
  }

  private belief(hold: number, { numbers }: Match): void {
    const { columns } = this.judge.day.store;
    const opinion = this.judge.opinionOf(hold, numbers.limbs);
    switch (this.axis) {
      case 'theta.state':
        this.above(columns.opinionLower[opinion] ?? 0);
        return;
      case 'theta.link':
        this.above(columns.linkLower[hold] ?? 0);
        return;
      default:
        this.above(columns.opinionClusters[opinion] ?? 0);
        this.above(columns.linkClusters[hold] ?? 0);
    }
  }

  private instant(code: number): Instant {
    return this.judge.day.store.coded ? instantOf(code) : code;
  }

  private beginnings(at: number): void {
    const { columns } = this.judge.day.store;
    const marks = columns.marks[at] ?? 0;
    this.above(this.instant(columns.start[at] ?? 0));
    this.above(this.instant(columns.startLast[at] ?? 0));
    if ((marks & MARK.ENDED) !== 0) {
      this.above(this.instant(columns.end[at] ?? 0));
      this.above(this.instant(columns.endLast[at] ?? 0));
    }
    if ((marks & MARK.ONGOING) !== 0) this.above(this.judge.day.asOf);
  }

  /** Windows: they turn only what a clock decides. */
  private clock(at: number, match: Match, rule: number): void {
    const { axis, judge } = this;
    if (rule < R9) return;
    const { asOf, store } = judge.day;
    const { numbers, severity } = match;
    const metOn = judge.metOn(at, numbers, severity);
    if (axis === 'notifyDays') {
      if (rule === R9 || rule === R10) this.days(metOn, asOf);
      return;
    }
    const odd = ((store.columns.marks[at] ?? 0) & MARK.ODD) !== 0;
    if (axis === 'constructiveLagDays') {
      if (numbers.constructive && ((store.columns.marks[at] ?? 0) & MARK.RECURS) === 0) {
        if (odd) this.everywhere();
        else this.presumption(at, match, metOn);
      }
      return;
    }
    if (rule < R11) return;
    if (odd) this.everywhere();
    else this.window(at, match, judge.knownAt(at, numbers, metOn));
  }

  private window(at: number, { numbers, severity }: Match, known: Instant): void {
    const urgent = severity >= numbers.urgentFrom;
    const moved =
      this.axis === 'progressDays' || this.axis === (urgent ? 'actDaysUrgent' : 'actDays');
    if (!moved) return;
    const { answerFrom, answerAt } = this.judge.day.store.columns;
    const [from, to] = [answerFrom[at] ?? 0, answerFrom[at + 1] ?? 0];
    if (this.axis !== 'progressDays' || from < to) this.days(known, this.judge.day.asOf);
    for (let answer = from; answer < to; answer += 1)
      this.days(known, this.instant(answerAt[answer] ?? NEVER));
  }

  /** Knowledge presumed later moves every deadline that hangs on it. */
  private presumption(at: number, { numbers, severity }: Match, metOn: Instant): void {
    const { asOf, store } = this.judge.day;
    const { answerFrom, answerAt, answerLast, notice } = store.columns;
    const act = severity >= numbers.urgentFrom ? numbers.actUrgentMs : numbers.actMs;
    this.days(metOn, asOf);
    this.days(metOn, asOf - act);
    this.days(metOn, asOf - numbers.progressMs);
    this.days(metOn, this.instant(notice[at] ?? NEVER));
    for (let answer = answerFrom[at] ?? 0; answer < (answerFrom[at + 1] ?? 0); answer += 1) {
      const first = this.instant(answerAt[answer] ?? NEVER);
      this.days(metOn, first);
      this.days(metOn, this.instant(answerLast[answer] ?? NEVER));
      this.days(metOn, first - act);
      this.days(metOn, first - numbers.progressMs);
    }
  }
}
