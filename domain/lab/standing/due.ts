import { DAY_MS, type Instant, startOf } from '@/domain/dates';
import { clockOf } from '@/domain/deadlines';
import type { Day } from '@/domain/lab/day';
import type { DutyClock } from '@/domain/lab/duty-clock';
import { instantOf, NEVER } from '@/domain/lab/instants';
import type { ClauseNumbers } from '@/domain/lab/numbers';
import { ANSWER, CASE, MARK, type OddCase } from '@/domain/lab/store';
import type { StandingView } from '@/domain/standing-view';
import { RULES } from '@/domain/verdict';

/** By rule: the clock it tells of and how that stands; null: none. */
export const CLOCKS = RULES.map(({ id }) => clockOf(id));

export type ClockState = StandingView['clocks']['rows'][number]['state'];

interface Asked {
  readonly at: number;
  readonly numbers: ClauseNumbers;
  readonly severity: number;
}

/** The deadlines that outcomes turn on, over packed columns (method.md 3). */
export class Dues {
  constructor(
    private readonly day: Day,
    private readonly clock: DutyClock,
    /** Of cases whose incident is yet to be verified: until when. */
    private readonly verifyBy: ReadonlyMap<number, Instant>,
  ) {}

  /** The deadline that a rule turns on in a case; NaN: no clock runs, or none came to it. */
  of(rule: number, at: number, numbers: ClauseNumbers, severity: number): Instant {
    const kind = CLOCKS[rule]?.kind;
    if (kind === undefined) return Number.NaN;
    if (kind === 'verify') return this.verifyBy.get(at) ?? Number.NaN;
    const metOn = this.clock.metOn(at, numbers, severity);
    if (kind === 'notify') return metOn + numbers.notifyMs;
    return this.actBy({ at, numbers, severity }, this.clock.knownAt(at, numbers, metOn));
  }

  private instant(code: number): Instant {
    return this.day.store.coded ? instantOf(code) : code;
  }

  /** When an answer counts as made: never before knowledge within the same interval; Infinity: after the day. */
  private told(answer: number, known: Instant): Instant {
    const { answers } = this.day.store.columns;
    const row = answer * ANSWER.SIZE;
    const code = answers[row + ANSWER.AT] ?? NEVER;
    if (code > this.day.cut) return Infinity;
    const first = this.instant(code);
    return first <= known && known <= this.instant(answers[row + ANSWER.LAST] ?? 0) ? known : first;
  }

  /** The deadline to act, later with an extension granted or progress shown. */
  private actBy(asked: Asked, known: Instant): Instant {
    const { at, numbers, severity } = asked;
    const { columns, odd } = this.day.store;
    const act = severity >= numbers.urgentFrom ? numbers.actUrgentMs : numbers.actMs;
    const row = at * CASE.SIZE;
    const marks = columns.cases[row + CASE.MARKS] ?? 0;
    const rare = (marks & MARK.ODD) === 0 ? undefined : odd.get(at);
    const ordinary = known + act + (rare === undefined ? 0 : this.extension(asked, known, rare));
    return this.isProgressing(asked, known, ordinary)
      ? Math.max(ordinary, known + numbers.progressMs)
      : ordinary;
  }

  /** Whether enough was begun in time though not enough was done, and nothing obstructed. */
  private isProgressing({ at, severity }: Asked, known: Instant, ordinary: Instant): boolean {
    const { columns, policy } = this.day.store;
    const { requiredLevel, requiredLevelGrave, graveFromSeverity, progressLevel } = policy.values;
    const row = at * CASE.SIZE;
    const lasting = MARK.ONGOING | MARK.RECURRING;
    const grave =
      ((columns.cases[row + CASE.MARKS] ?? 0) & lasting) !== 0 || severity >= graveFromSeverity;
    const required = grave ? requiredLevelGrave : requiredLevel;
    const end = columns.cases[row + CASE.SIZE + CASE.ANSWER] ?? 0;
    let progress = false;
    let reached = Infinity;
    for (let answer = columns.cases[row + CASE.ANSWER] ?? 0; answer < end; answer += 1) {
      const told = this.told(answer, known);
      if (told > this.day.asOf) continue;
      const said = columns.answers[answer * ANSWER.SIZE + ANSWER.LEVEL] ?? 0;
      const level = (said >> 1) - 1;
      if (level === -1 && told <= ordinary) return false;
      if ((said & 1) === 0) continue;
      if (level >= required && told < reached) reached = told;
      if (level >= progressLevel && told <= ordinary) progress = true;
    }
    return progress && reached > ordinary;
  }

  /** Milliseconds of extension granted. */
  private extension(
    { at, numbers, severity }: Asked,
    known: Instant,
    { extensions }: OddCase,
  ): number {
    const urgent = severity >= numbers.urgentFrom;
    const act = urgent ? numbers.actUrgentMs : numbers.actMs;
    const by = known + (urgent ? numbers.acknowledgeUrgentMs : numbers.acknowledgeMs);
    const latest = Math.min(this.day.asOf, known + act);
    const [first] = extensions
      .filter(({ requestedAt }) => startOf(requestedAt) <= latest)
      .sort((one, two) => startOf(one.requestedAt) - startOf(two.requestedAt));
    if (first === undefined || !this.isAcknowledged(at, known, by)) return 0;
    return Math.min(first.days, (act / DAY_MS) * numbers.extensionShare) * DAY_MS;
  }

  private isAcknowledged(at: number, known: Instant, by: Instant): boolean {
    const { columns, policy } = this.day.store;
    const { unverifiedLevelCap, acknowledgementLevel } = policy.values;
    const row = at * CASE.SIZE + CASE.ANSWER;
    const end = columns.cases[row + CASE.SIZE] ?? 0;
    for (let answer = columns.cases[row] ?? 0; answer < end; answer += 1) {
      const said = columns.answers[answer * ANSWER.SIZE + ANSWER.LEVEL] ?? 0;
      const level = (said >> 1) - 1;
      const counted = (said & 1) === 1 ? level : Math.min(level, unverifiedLevelCap);
      if (
        counted >= acknowledgementLevel &&
        this.told(answer, known) <= Math.min(by, this.day.asOf)
      )
        return true;
    }
    return false;
  }
}
