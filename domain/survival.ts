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
  const all = Float64Array.from(durations, ({ days }) => days).sort();
  const came = Float64Array.from(
    durations.filter(({ event }) => event),
    ({ days }) => days,
  ).sort();
  const steps: SurvivalStep[] = [];
  let survival = 1;
  let greenwood = 0;
  let gone = 0;
  for (let at = 0; at < came.length; ) {
    const days = came[at] ?? 0;
    let events = 0;
    while (came[at + events] === days) events += 1;
    while ((all[gone] ?? Infinity) < days) gone += 1;
    const atRisk = all.length - gone;
    survival *= 1 - events / atRisk;
    greenwood += events / (atRisk * (atRisk - events));
    const error = atRisk === events ? null : survival * Math.sqrt(greenwood);
    steps.push({ days, atRisk, events, survival, error });
    at += events;
  }
  return steps;
}

/** Share not yet come after some days, 0 to 1. */
export function survivalAt(steps: readonly SurvivalStep[], days: number): number {
  return steps.findLast((step) => step.days <= days)?.survival ?? 1;
}

/** First day by which a share has come; null where the curve does not get so far. */
export function dayReached(steps: readonly SurvivalStep[], share: number): number | null {
  return steps.find(({ survival }) => survival <= 1 - share + 1e-12)?.days ?? null;
}

/** How many had neither come nor been lost sight of before each of some days. */
export function atRiskOn(durations: readonly Duration[], days: readonly number[]): number[] {
  return days.map((day) => durations.filter((one) => one.days >= day).length);
}
