import { DAY_MS, type Instant } from '@/domain/dates';
import { CELL } from '@/domain/sweep/bits';
import { type ClauseJudge, ruleIn } from './clause-judge';
import { instantOf, NEVER } from './instants';
import type { Judge } from './judge';
import type { Match } from './matching';
import type { ClauseNumbers } from './numbers';
import { ruleAt } from './rules';
import { type Axis, Scale } from './scale';
import { COVERED, FACT, LINKED } from './settled';
import {
  ANSWER,
  CASE,
  CLUSTERS,
  DUTY_LIMBS,
  HELD,
  HOLD,
  LINK_CLUSTERS,
  MARK,
  MOST_CLUSTERS,
  POINT,
  quantum,
  TURNS,
} from './store';

const R1 = ruleAt('R1');
const R2 = ruleAt('R2');
const R3 = ruleAt('R3');
const R9 = ruleAt('R9');
const R11 = ruleAt('R11');

/**
 * The places of an axis at which the outcome of a case may turn. Between two of them it is the same,
 * so that a case costs a few outcomes, however long the axis.
 */
export class Turns {
  private readonly scale: Scale;
  private readonly ofBelief: boolean;
  private readonly ofFloor: boolean;
  private readonly ofSeverity: boolean;
  /** The first rule, in their order, that the axis may turn. */
  private readonly least: number;

  constructor(
    private readonly judge: Judge,
    private readonly axis: Axis,
  ) {
    this.scale = new Scale(axis);
    this.places = new Int32Array(this.scale.values.length);
    this.ofBelief = axis.startsWith('theta.');
    this.ofFloor = axis.startsWith('minSeverity.');
    this.ofSeverity = this.ofFloor || axis === 'urgentFromSeverity';
    const ofKnowledge = axis === 'notifyDays' || axis === 'constructiveLagDays';
    this.least = this.ofBelief || this.ofFloor || axis === 'from' ? 0 : ofKnowledge ? R9 : R11;
  }

  get values(): Float64Array {
    return this.scale.values;
  }

  /** How many places were found; they lie in `places`, in order, each once, without the first of the axis. */
  size = 0;
  readonly places: Int32Array;

  /** Starts the next case. */
  clear(): void {
    this.size = 0;
  }

  /** Files a place where it belongs: there are a few at most. */
  private file(place: number): void {
    const { places } = this;
    if (place <= 0 || place >= places.length) return;
    let at = this.size;
    while (at > 0 && (places[at - 1] ?? 0) > place) at -= 1;
    if (at > 0 && places[at - 1] === place) return;
    for (let later = this.size; later > at; later -= 1) places[later] = places[later - 1] ?? 0;
    places[at] = place;
    this.size += 1;
  }

  private above(value: number): void {
    this.file(this.scale.above(value));
  }

  /** A comparison with an instant turns: on either side of it. */
  private days(from: Instant, to: Instant): void {
    const value = (to - from) / DAY_MS;
    // A clause under which no clock runs knows no such instant.
    if (Number.isNaN(value)) return;
    const above = this.scale.above(value);
    this.file(above);
    if (above > 0 && this.values[above - 1] === value) this.file(above - 1);
  }

  private everywhere(): void {
    for (let place = 1; place < this.places.length; place += 1) this.places[place - 1] = place;
    this.size = this.places.length - 1;
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
    if (!this.ofBelief && !this.ofFloor) return true;
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

  /** Whether the severity reaches the floor that the axis does not move: the case is looked at whatever that is. */
  private isOverOther(severity: number, { commissionFloor, dutyFloor }: ClauseNumbers): boolean {
    return severity >= (this.axis === 'minSeverity.commission' ? dutyFloor : commissionFloor);
  }

  /** Responsibility is asked above its floor, a duty above its own: where there is none of it that changes nothing. */
  private floorMatters(at: number, severity: number, under: ClauseJudge, outcome: number): boolean {
    if (!this.isOverOther(severity, under.numbers)) return true;
    const { point, flags } = this.judge.day;
    if (this.axis === 'minSeverity.commission')
      return (under.predicates.facts(point[at] ?? 0) & (FACT.RESPONSIBLE | FACT.ADMITTED)) !== 0;
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
    const marks = this.judge.day.store.columns.cases[at * CASE.SIZE + CASE.MARKS] ?? 0;
    return (marks & MARK.ODD) !== 0;
  }

  /** Adds the places for one clause; `outcome` is that of the first place. */
  add(at: number, match: Match, under: ClauseJudge, outcome: number): void {
    const { severity } = match;
    if (this.ofBelief) this.beliefs(at, match, under.numbers, ruleIn(outcome));
    else if (this.ofSeverity) this.above(severity);
    else if (this.axis === 'from') this.beginnings(at);
    else this.clock(at, severity, under, ruleIn(outcome));
  }

  private beliefs(at: number, { severity }: Match, numbers: ClauseNumbers, rule: number): void {
    const { day } = this.judge;
    const { cases, points, holds } = day.store.columns;
    const today = day.point[at] ?? 0;
    this.belief(today, numbers);
    if (!numbers.owesDuty || severity < numbers.dutyFloor) return;
    // Where the link is not met at the lowest threshold no clock ever runs.
    if (this.axis === 'theta.link' && rule < R9) return;
    if ((((points[today + POINT.FLAGS] ?? 0) >>> DUTY_LIMBS) & numbers.dutyLimbs) === 0) return;
    const row = at * CASE.SIZE + CASE.POINT;
    const end = (cases[row + CASE.SIZE] ?? 0) * POINT.SIZE;
    for (let point = (cases[row] ?? 0) * POINT.SIZE; point < end; point += POINT.SIZE) {
      if ((points[point] ?? 0) > day.cut) break;
      const turned = points[point + POINT.HOLD] ?? 0;
      if ((turned & TURNS) === 0 || point === today) continue;
      // Responsibility raises the link only where that is not met by itself.
      if (
        this.axis === 'theta.state' &&
        (holds[(turned >> 1) * HOLD.SIZE] ?? 0) >= numbers.linkTheta
      )
        continue;
      this.belief(point, numbers);
    }
  }

  /** A threshold turns only what is corroborated; a contested one turns too. */
  private belief(point: number, numbers: ClauseNumbers): void {
    const { judge } = this;
    const { limbs } = numbers;
    const { holds, points } = judge.day.store.columns;
    const hold = (points[point + POINT.HOLD] ?? 0) >> 1;
    const all = points[point + POINT.FLAGS] ?? 0;
    const flags = judge.holds.flagsUnder(all, hold, limbs);
    const clusters = (flags >>> CLUSTERS) & MOST_CLUSTERS;
    const linkClusters = (flags >>> LINK_CLUSTERS) & MOST_CLUSTERS;
    switch (this.axis) {
      case 'theta.state':
        if (clusters >= numbers.minClusters || (flags & HELD.CONVICTED) !== 0)
          this.above(
            judge.holds.lowerUnder(all, hold, limbs, holds[hold * HOLD.SIZE + HOLD.LOWER] ?? 0),
          );
        return;
      case 'theta.link':
        if (linkClusters >= numbers.minClusters || (flags & CELL.LINK_CONVICTED) !== 0)
          this.above(holds[hold * HOLD.SIZE] ?? 0);
        return;
      default:
        this.above(clusters);
        this.above(linkClusters);
    }
  }

  private instant(code: number): Instant {
    return this.judge.day.store.coded ? instantOf(code) : code;
  }

  private beginnings(at: number): void {
    const { cases } = this.judge.day.store.columns;
    const row = at * CASE.SIZE;
    const marks = cases[row + CASE.MARKS] ?? 0;
    this.above(this.instant(cases[row] ?? 0));
    this.above(this.instant(cases[row + CASE.START_LAST] ?? 0));
    if ((marks & MARK.ENDED) !== 0) {
      this.above(this.instant(cases[row + CASE.END] ?? 0));
      this.above(this.instant(cases[row + CASE.END_LAST] ?? 0));
    }
    if ((marks & MARK.ONGOING) !== 0) this.above(this.judge.day.asOf);
  }

  /** Windows: they turn only what a clock decides. */
  private clock(at: number, severity: number, under: ClauseJudge, rule: number): void {
    const { axis, judge } = this;
    const { numbers } = under;
    const marks = judge.day.store.columns.cases[at * CASE.SIZE + CASE.MARKS] ?? 0;
    const odd = (marks & MARK.ODD) !== 0;
    if (odd && axis !== 'notifyDays') {
      this.everywhere();
      return;
    }
    const urgent = severity >= numbers.urgentFrom;
    switch (axis) {
      case 'notifyDays':
        if (rule < R11) this.days(judge.clock.metOn(at, under, severity), judge.day.asOf);
        return;
      case 'constructiveLagDays':
        if (numbers.constructive && (marks & MARK.RECURS) === 0)
          this.presumption(at, numbers, urgent, judge.clock.metOn(at, under, severity));
        return;
      case 'actDays':
      case 'actDaysUrgent':
        if (urgent !== (axis === 'actDaysUrgent')) return;
        this.deadline(at, judge.clock.knownAt(at, numbers, judge.clock.metOn(at, under, severity)));
        return;
      case 'progressDays':
        if (this.hasAnswers(at))
          this.deadline(
            at,
            judge.clock.knownAt(at, numbers, judge.clock.metOn(at, under, severity)),
          );
        return;
      default:
      // Hours to acknowledge and the longest extension turn only what has an extension.
    }
  }

  private hasAnswers(at: number): boolean {
    const { cases } = this.judge.day.store.columns;
    const row = at * CASE.SIZE + CASE.ANSWER;
    return cases[row] !== cases[row + CASE.SIZE];
  }

  /** A deadline so many days after knowledge turns on every answer and on the day itself. */
  private deadline(at: number, known: Instant): void {
    const { cases, answers } = this.judge.day.store.columns;
    const row = at * CASE.SIZE + CASE.ANSWER;
    const end = cases[row + CASE.SIZE] ?? 0;
    this.days(known, this.judge.day.asOf);
    for (let answer = cases[row] ?? 0; answer < end; answer += 1)
      this.days(known, this.instant(answers[answer * ANSWER.SIZE] ?? 0));
  }

  /** Knowledge presumed later moves every deadline that hangs on it. */
  private presumption(at: number, numbers: ClauseNumbers, urgent: boolean, metOn: Instant): void {
    const { asOf, store } = this.judge.day;
    const { cases, answers } = store.columns;
    const row = at * CASE.SIZE;
    const act = urgent ? numbers.actUrgentMs : numbers.actMs;
    this.days(metOn, asOf);
    this.days(metOn, asOf - act);
    const notice = cases[row + CASE.NOTICE] ?? NEVER;
    if (notice <= this.judge.day.cut) this.days(metOn, this.instant(notice));
    const end = cases[row + CASE.SIZE + CASE.ANSWER] ?? 0;
    const first = cases[row + CASE.ANSWER] ?? 0;
    if (first < end) this.days(metOn, asOf - numbers.progressMs);
    for (let answer = first; answer < end; answer += 1) {
      const told = this.instant(answers[answer * ANSWER.SIZE] ?? 0);
      this.days(metOn, told);
      this.days(metOn, this.instant(answers[answer * ANSWER.SIZE + ANSWER.LAST] ?? 0));
      this.days(metOn, told - act);
      this.days(metOn, told - numbers.progressMs);
    }
  }
}
