/** How long something took, or for how long it had not come by `now`. */
export interface Duration {
  readonly days: number;
  /** True: it came; false: it had not come when we stopped looking. */
  readonly event: boolean;
}

/** The survival curve after one day on which something happened. */
export interface SurvivalStep {
  readonly days: number;
  readonly atRisk: number;
  readonly events: number;
  /** Share not yet come, 0 to 1. */
  readonly survival: number;
  /** Greenwood's standard error; null where nothing is left, for it is not defined there. */
  readonly error: number | null;
}

/**
 * Kaplan-Meier, a step for each day with an event, in order; events come before censorings on the
 * same day (method.md 5, "Time to response"). No events: no steps, for nothing is known to come.
 */
export function kaplanMeier(durations: readonly Duration[]): SurvivalStep[] {
  for (const { days } of durations)
    if (!(Number.isFinite(days) && days >= 0))
      throw new RangeError(`a duration must be 0 or more days, not ${days}`);
  const days = new Set(durations.filter(({ event }) => event).map((item) => item.days));
  let survival = 1;
  let greenwood = 0;
  return [...days]
    .sort((one, two) => one - two)
    .map((day) => {
      const atRisk = durations.filter((item) => item.days >= day).length;
      const events = durations.filter((item) => item.event && item.days === day).length;
      survival *= 1 - events / atRisk;
      greenwood += events / (atRisk * (atRisk - events));
      const error = atRisk === events ? null : survival * Math.sqrt(greenwood);
      return { days: day, atRisk, events, survival, error };
    });
}

/** Share not yet come after some days, 0 to 1. */
export function survivalAt(steps: readonly SurvivalStep[], days: number): number {
  return steps.findLast((step) => step.days <= days)?.survival ?? 1;
}
