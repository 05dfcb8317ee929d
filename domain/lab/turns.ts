import { DAY_MS, type Instant } from '@/domain/dates';
import { CELL } from '@/domain/sweep/bits';
import type { ClauseJudge } from './clause-judge';
import { instantOf, NEVER } from './instants';
import type { Judge } from './judge';
import type { Match } from './matching';
import type { ClauseNumbers } from './numbers';
import { ruleAt } from './rules';
import { type Axis, Scale } from './scale';
import { FACT, isLinked, ruleIn } from './settled';
import {
  ANSWER,
  CLUSTERS,
  DUTY_LIMBS,
  HELD,
  HOLD,
  LINK_CLUSTERS,
  MARK,
  MOST_CLUSTERS,
  POINT,
  TURNS,
} from './store';

const R11 = ruleAt('R11');

/** When the link of a case was met and, from then, when the accused came to know; NaN: never. */
function metOn(at: number, under: ClauseJudge, severity: number): Instant {
  const { clock } = under;
  return clock.instant(clock.metOn(at, under, severity));
}
function knownAt(at: number, under: ClauseJudge, severity: number): Instant {
  const { clock } = under;
  const met = clock.metOn(at, under, severity);
  return met === clock.never ? Number.NaN : clock.instant(clock.knownAt(at, under, met));
}

/**
 * The places of an axis at which the outcome of a case may turn. Between two of them it is the same,
 * so that a case costs a few outcomes, however long the axis.
 */
export class Turns {
  private readonly scale: Scale;
  private readonly ofBelief: boolean;
  private readonly ofSeverity: boolean;

  constructor(
    private readonly judge: Judge,
    private readonly axis: Axis,
  ) {
    this.scale = new Scale(axis);
    this.places = new Int32Array(this.scale.values.length);
    this.owners = new Int32Array(this.scale.values.length);
    this.ofBelief = axis.startsWith('theta.');
    this.ofSeverity = axis.startsWith('minSeverity.') || axis === 'urgentFromSeverity';
  }

  get values(): Float64Array {
    return this.scale.values;
  }

  /** How many places were found; they lie in `places`, in order, each once, without the first of the axis. */
  size = 0;
  readonly places: Int32Array;

  /** By place found: the matches it is of, a bit each. */
  readonly owners: Int32Array;
  private owner = 1;

  /** Starts the next case. */
  clear(): void {
    this.size = 0;
  }

  /** Files a place where it belongs: there are a few at most. */
  private file(place: number): void {
    const { places, owners, owner } = this;
    if (place <= 0 || place >= places.length) return;
    let at = this.size;
    while (at > 0 && (places[at - 1] ?? 0) > place) at -= 1;
    if (at > 0 && places[at - 1] === place) {
      owners[at - 1] = (owners[at - 1] ?? 0) | owner;
      return;
    }
    for (let later = this.size; later > at; later -= 1) {
      places[later] = places[later - 1] ?? 0;
      owners[later] = owners[later - 1] ?? 0;
    }
    places[at] = place;
    owners[at] = owner;
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
    for (let place = 1; place < this.places.length; place += 1) this.file(place);
  }

  /**
   * Adds the places for one of the matches of a case, by its number: `under` its judge at the first
   * place, `outcome` what is found of it anywhere on the axis.
   */
  add(at: number, one: number, match: Match, under: ClauseJudge, outcome: number): void {
    const { severity } = match;
    this.owner = 1 << one;
    if (this.ofBelief) this.beliefs(at, match, under);
    else if (this.ofSeverity) this.above(severity);
    else this.clock(at, severity, under, ruleIn(outcome));
  }

  private beliefs(at: number, { severity }: Match, { numbers, predicates }: ClauseJudge): void {
    const { day } = this.judge;
    const { casePoint, points, holds, holdFlags } = day.store.columns;
    const today = day.hold[at] ?? 0;
    this.belief(today, numbers);
    if (!numbers.owesDuty || severity < numbers.dutyFloor) return;
    // Where the link is not met at the lowest threshold no clock ever runs.
    const asked = severity >= numbers.commissionFloor ? FACT.ASKED : 0;
    if (this.axis === 'theta.link' && !isLinked(predicates.facts(today) | asked)) return;
    if ((((holdFlags[today] ?? 0) >>> DUTY_LIMBS) & numbers.dutyLimbs) === 0) return;
    this.highest = -1;
    const end = (casePoint[at + 1] ?? 0) * POINT.SIZE;
    for (let point = (casePoint[at] ?? 0) * POINT.SIZE; point < end; point += POINT.SIZE) {
      if ((points[point] ?? 0) > day.cut) break;
      const turned = points[point + POINT.HOLD] ?? 0;
      const hold = turned >> 1;
      if ((turned & TURNS) === 0 || hold === today) continue;
      if (this.axis !== 'theta.state') {
        if (this.meets(hold, predicates.facts(hold) | asked, numbers)) break;
        // Responsibility raises the link only where that is not met by itself.
      } else if ((holds[hold * HOLD.SIZE] ?? 0) < numbers.linkTheta) this.belief(hold, numbers);
    }
  }

  /** The highest number so far at which the link of the case was met. */
  private highest = -1;

  /**
   * Files the place up to which the link is met at a turning point, where that is farther than at the
   * ones before it: they were first. `facts`: at the first place, where most is met. True: it is met
   * at every place, and no later point matters.
   */
  private meets(hold: number, facts: number, numbers: ClauseNumbers): boolean {
    if (!isLinked(facts)) return false;
    const { holds, holdFlags } = this.judge.day.store.columns;
    const flags = holdFlags[hold] ?? 0;
    if (this.axis === 'theta.link') {
      if (isLinked(facts & ~FACT.LINK)) return true;
      this.farther(holds[hold * HOLD.SIZE] ?? 0);
      return false;
    }
    const byItself = (facts & FACT.LINK) !== 0 && (facts & FACT.CONTESTED) === 0;
    if (!byItself || (facts & FACT.RESPONSIBLE) !== 0) this.belief(hold, numbers);
    else if ((flags & CELL.LINK_CONVICTED) !== 0) return true;
    else this.farther((flags >>> LINK_CLUSTERS) & MOST_CLUSTERS);
    return false;
  }

  private farther(value: number): void {
    if (value <= this.highest) return;
    this.highest = value;
    this.above(value);
  }

  /** A threshold turns only what is corroborated; a contested one turns too. */
  private belief(hold: number, numbers: ClauseNumbers): void {
    const { judge } = this;
    const { limbs } = numbers;
    const { holds, holdFlags } = judge.day.store.columns;
    const all = holdFlags[hold] ?? 0;
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

  /** Adds the places for a case on the axis of entries into force: where its time may turn. */
  beginnings(at: number): void {
    const { columns } = this.judge.day.store;
    const marks = columns.caseMarks[at] ?? 0;
    this.above(this.instant(columns.caseStart[at] ?? 0));
    this.above(this.instant(columns.caseStartLast[at] ?? 0));
    if ((marks & MARK.ENDED) !== 0) {
      this.above(this.instant(columns.caseEnd[at] ?? 0));
      this.above(this.instant(columns.caseEndLast[at] ?? 0));
    }
    if ((marks & MARK.ONGOING) !== 0) this.above(this.judge.day.asOf);
  }

  /** Windows: they turn only what a clock decides. */
  private clock(at: number, severity: number, under: ClauseJudge, rule: number): void {
    const { axis, judge } = this;
    const { numbers } = under;
    const marks = judge.day.store.columns.caseMarks[at] ?? 0;
    const odd = (marks & MARK.ODD) !== 0;
    if (odd && axis !== 'notifyDays') {
      this.everywhere();
      return;
    }
    const urgent = severity >= numbers.urgentFrom;
    switch (axis) {
      case 'notifyDays':
        if (rule < R11) this.days(metOn(at, under, severity), judge.day.asOf);
        return;
      case 'constructiveLagDays':
        if (numbers.constructive && (marks & MARK.RECURS) === 0)
          this.presumption(at, numbers, urgent, metOn(at, under, severity));
        return;
      case 'actDays':
      case 'actDaysUrgent':
        if (urgent !== (axis === 'actDaysUrgent')) return;
        this.deadline(at, knownAt(at, under, severity));
        return;
      case 'progressDays':
        if (this.hasAnswers(at)) this.deadline(at, knownAt(at, under, severity));
        return;
      default:
      // Hours to acknowledge and the longest extension turn only what has an extension.
    }
  }

  private hasAnswers(at: number): boolean {
    const { caseAnswer } = this.judge.day.store.columns;
    return caseAnswer[at] !== caseAnswer[at + 1];
  }

  /** A deadline so many days after knowledge turns on every answer and on the day itself. */
  private deadline(at: number, known: Instant): void {
    const { caseAnswer, answers } = this.judge.day.store.columns;
    const end = caseAnswer[at + 1] ?? 0;
    this.days(known, this.judge.day.asOf);
    for (let answer = caseAnswer[at] ?? 0; answer < end; answer += 1)
      this.days(known, this.instant(answers[answer * ANSWER.SIZE] ?? 0));
  }

  /** Knowledge presumed later moves every deadline that hangs on it. */
  private presumption(at: number, numbers: ClauseNumbers, urgent: boolean, metOn: Instant): void {
    const { asOf, store } = this.judge.day;
    const { caseNotice, caseAnswer, answers } = store.columns;
    const act = urgent ? numbers.actUrgentMs : numbers.actMs;
    this.days(metOn, asOf);
    this.days(metOn, asOf - act);
    const notice = caseNotice[at] ?? NEVER;
    if (notice <= this.judge.day.cut) this.days(metOn, this.instant(notice));
    const end = caseAnswer[at + 1] ?? 0;
    const first = caseAnswer[at] ?? 0;
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
