import { DAY_MS, HOUR_MS, type Instant } from './dates';
import type { DueDiligence } from './pact';
import type { Policy } from './policy';
import type { Word } from './verdict';

/** One answer on the response ladder, at an instant. */
export interface Answer {
  readonly at: Instant;
  readonly level: number;
  readonly verified: boolean;
}

export interface AdequacyQuestion {
  readonly knownAt: Instant;
  /** Severity under the clause, 1 to 5. */
  readonly severity: number;
  readonly ongoing: boolean;
  readonly recurring: boolean;
  /** Days of extension asked for before expiry; 0 for none. */
  readonly extensionDays: number;
  readonly answers: readonly Answer[];
  readonly asOf: Instant;
  readonly windows: DueDiligence;
  readonly policy: Policy;
}

/** How the accused answered within the windows (method.md 3). */
export interface Adequacy {
  readonly acknowledgedInTime: boolean;
  readonly acknowledgeBy: Instant;
  /** Deadline before diligent progress; an extension is included. */
  readonly ordinaryActBy: Instant;
  readonly actBy: Instant;
  readonly requiredLevel: number;
  readonly progressing: boolean;
  readonly obstructed: boolean;
  readonly response: Word<'resp'>;
  readonly clock: Word<'clock'>;
}

/** What an answer counts as: unverified ones as at most 3; obstruction whether verified or not. */
export function countedLevel({ level, verified }: Omit<Answer, 'at'>, policy: Policy): number {
  return verified ? level : Math.min(level, policy.values.unverifiedLevelCap);
}

/** Response level a case requires: higher where ongoing, recurring or grave. */
export function requiredLevel(
  { ongoing, recurring, severity }: Pick<AdequacyQuestion, 'ongoing' | 'recurring' | 'severity'>,
  policy: Policy,
): number {
  const { requiredLevel: ordinary, requiredLevelGrave, graveFromSeverity } = policy.values;
  return ongoing || recurring || severity >= graveFromSeverity ? requiredLevelGrave : ordinary;
}

interface BaseWindows {
  readonly acknowledgeBy: Instant;
  readonly actDays: number;
  readonly baseActBy: Instant;
}

/** Windows before any extension: shorter where urgent. */
export function baseWindows(
  knownAt: Instant,
  severity: number,
  windows: DueDiligence,
): BaseWindows {
  const urgent = severity >= windows.urgentFromSeverity;
  const actDays = urgent ? windows.actDaysUrgent : windows.actDays;
  return {
    acknowledgeBy: knownAt + (urgent ? windows.ackHoursUrgent : windows.ackHours) * HOUR_MS,
    actDays,
    baseActBy: knownAt + actDays * DAY_MS,
  };
}

/**
 * Measures the answers against the clock. Deadlines are inclusive; answers after `asOf` are
 * ignored, answers before knowledge count as made in time; the day of action counts, not the day
 * of verification.
 */
export function adequacy(question: AdequacyQuestion): Adequacy {
  const { knownAt, severity, asOf, windows, policy, extensionDays } = question;
  const answers = question.answers.filter(({ at }) => at <= asOf);
  const level = (answer: Answer): number => countedLevel(answer, policy);
  const { acknowledgeBy, actDays, baseActBy } = baseWindows(knownAt, severity, windows);
  const acknowledgedInTime = answers.some(
    (answer) => answer.at <= acknowledgeBy && level(answer) >= policy.values.acknowledgementLevel,
  );
  const granted = acknowledgedInTime
    ? Math.min(extensionDays, actDays * windows.maxExtensionFrac)
    : 0;
  const ordinaryActBy = baseActBy + granted * DAY_MS;
  const required = requiredLevel(question, policy);

  const obstructions = answers.filter((answer) => answer.level === -1);
  const obstructedInTime = obstructions.some(({ at }) => at <= ordinaryActBy);
  const reached = answers.filter((answer) => answer.verified && answer.level >= required);
  const reachedInTime = reached.some(({ at }) => at <= ordinaryActBy);
  const progressing =
    !obstructedInTime &&
    !reachedInTime &&
    answers.some(
      (answer) =>
        answer.verified &&
        answer.level >= policy.values.progressLevel &&
        answer.at <= ordinaryActBy,
    );
  const actBy = progressing
    ? Math.max(ordinaryActBy, knownAt + windows.progressDays * DAY_MS)
    : ordinaryActBy;
  const response: Word<'resp'> = obstructedInTime
    ? 'inadequate'
    : reached.some(({ at }) => at <= actBy)
      ? 'adequate_in_time'
      : reached.length > 0
        ? 'adequate_late'
        : 'inadequate';
  return {
    acknowledgedInTime,
    acknowledgeBy,
    ordinaryActBy,
    actBy,
    requiredLevel: required,
    progressing,
    obstructed: obstructions.length > 0,
    response,
    clock: asOf <= actBy ? 'open' : 'expired',
  };
}
