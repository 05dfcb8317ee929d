import type { Instant } from '@/domain/dates';
import { clockOf } from '@/domain/deadlines';
import type { ClauseJudge } from '@/domain/lab/clause-judge';
import { type DutyClock, windowsOf } from '@/domain/lab/duty-clock';
import type { StandingView } from '@/domain/standing-view';
import { RULES } from '@/domain/verdict';

/** By rule: the clock it tells of and how that stands; null: none. */
export const CLOCKS = RULES.map(({ id }) => clockOf(id));

export type ClockState = StandingView['clocks']['rows'][number]['state'];

/** The deadlines that outcomes turn on, over packed columns (method.md 3). */
export class Dues {
  /** `clock` counts in milliseconds; `verifyBy`: of cases whose incident is yet to be verified, until when. */
  constructor(
    private readonly clock: DutyClock,
    private readonly verifyBy: ReadonlyMap<number, Instant>,
  ) {}

  /** The deadline that a rule turns on in a case; NaN: no clock runs, or none came to it. */
  of(rule: number, at: number, under: ClauseJudge, severity: number): Instant {
    const kind = CLOCKS[rule]?.kind;
    if (kind === undefined) return Number.NaN;
    if (kind === 'verify') return this.verifyBy.get(at) ?? Number.NaN;
    const { clock } = this;
    const { numbers, predicates } = under;
    const asked = { numbers, predicates, windows: windowsOf(numbers) };
    const metOn = clock.metOn(at, asked, severity);
    if (kind === 'notify') return clock.instant(metOn) + numbers.notifyMs;
    if (metOn === clock.never) return Number.NaN;
    const known = clock.knownAt(at, asked, metOn);
    return known === clock.never ? Number.NaN : clock.actBy(at, asked, severity, known);
  }
}
