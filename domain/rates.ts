import betaQuantile from '@stdlib/stats-base-dists-beta-quantile';
import chiSquareQuantile from '@stdlib/stats-base-dists-chisquare-quantile';
import gammaQuantile from '@stdlib/stats-base-dists-gamma-quantile';
import type { PolicyValues } from './policy';

/** Ends of an interval; `high` null: no upper bound. */
export interface RateInterval {
  readonly low: number;
  readonly high: number | null;
}

function requireCount(n: number, what: string): void {
  if (!(Number.isFinite(n) && n >= 0)) throw new RangeError(`${what} must be 0 or more, not ${n}`);
}

function requireExposure(time: number): void {
  if (!(Number.isFinite(time) && time > 0))
    throw new RangeError(`exposure must be above 0, not ${time}`);
}

/**
 * Garwood's exact interval for a Poisson rate: events per unit of exposure (method.md 5).
 * `coverage` from 0 to 1; a half is left out at either end.
 */
export function garwood(n: number, exposure = 1, coverage = 0.95): RateInterval & { high: number } {
  requireCount(n, 'count');
  requireExposure(exposure);
  const tail = (1 - coverage) / 2;
  return {
    low: n === 0 ? 0 : chiSquareQuantile(tail, 2 * n) / 2 / exposure,
    high: chiSquareQuantile(1 - tail, 2 * n + 2) / 2 / exposure,
  };
}

/** Clopper-Pearson interval for a share of `hits` among `trials`. */
export function clopperPearson(
  hits: number,
  trials: number,
  coverage = 0.95,
): { low: number; high: number } {
  const tail = (1 - coverage) / 2;
  return {
    low: hits === 0 ? 0 : betaQuantile(tail, hits, trials - hits + 1),
    high: hits === trials ? 1 : betaQuantile(1 - tail, hits + 1, trials - hits),
  };
}

/** P(X <= hits) of a binomial, summed in logarithms so that large counts do not underflow. */
function binomialAtMost(hits: number, trials: number, p: number): number {
  let log = trials * Math.log1p(-p);
  let total = Math.exp(log);
  for (let k = 1; k <= hits; k += 1) {
    log += Math.log((trials - k + 1) / k) + Math.log(p) - Math.log1p(-p);
    total += Math.exp(log);
  }
  return Math.min(1, total);
}

/** Events counted over a stretch of exposure. */
export interface CountedPeriod {
  readonly n: number;
  readonly exposure: number;
}

export interface RateRatio extends RateInterval {
  /** Second rate over first; null where the first period has no event. */
  readonly ratio: number | null;
  /** Chance of as few or fewer events in the second period had the rate not changed. */
  readonly asFewByChance: number;
}

/**
 * Ratio of the second period's rate to the first's, exact: given all events, how many fall in the
 * second period is binomial; its Clopper-Pearson ends p map to p/(1-p) * t1/t2 (method.md 5).
 * Counts are whole. Null when neither period has an event: there is nothing to compare.
 */
export function rateRatio(
  first: CountedPeriod,
  second: CountedPeriod,
  coverage = 0.95,
): RateRatio | null {
  for (const { n, exposure } of [first, second]) {
    requireCount(n, 'count');
    requireExposure(exposure);
    if (!Number.isInteger(n)) throw new RangeError(`counts are compared whole, not ${n}`);
  }
  const all = first.n + second.n;
  if (all === 0) return null;
  const times = first.exposure / second.exposure;
  const share = clopperPearson(second.n, all, coverage);
  const odds = (p: number): number => (p / (1 - p)) * times;
  return {
    ratio: first.n === 0 ? null : (second.n / first.n) * times,
    low: odds(share.low),
    high: share.high === 1 ? null : odds(share.high),
    asFewByChance: binomialAtMost(
      second.n,
      all,
      second.exposure / (first.exposure + second.exposure),
    ),
  };
}

export interface RatePosterior {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

/**
 * What a count says of the underlying rate: Gamma-Poisson with the policy's Jeffreys shape,
 * posterior Gamma(n + .5, T), 90% credible unless said otherwise (method.md 4, "Two different
 * uncertainties"). `n` may be an expected count; `years` above 0.
 */
export function ratePosterior(
  n: number,
  years: number,
  policy: Pick<PolicyValues, 'ratePriorShape'>,
  coverage = 0.9,
): RatePosterior {
  requireCount(n, 'count');
  requireExposure(years);
  const shape = n + policy.ratePriorShape;
  const tail = (1 - coverage) / 2;
  return {
    mean: shape / years,
    low: gammaQuantile(tail, shape, years),
    high: gammaQuantile(1 - tail, shape, years),
  };
}

/** Events of one weight, w*m of method.md 4; `count` their expected number, p. */
export interface WeightedEvents {
  readonly weight: number;
  readonly count: number;
}

/**
 * Fay and Feuer's gamma interval for a weighted sum V of Poisson counts (method.md 4): the lower
 * end from Gamma with mean y and variance v, the upper from mean y + w and variance v + w squared,
 * w the largest weight. With y = sum w x and v = sum w^2 x. `largestWeight` defaults to the largest
 * given; null when that is not known either, as with no event at all.
 */
export function weightedInterval(
  events: readonly WeightedEvents[],
  { coverage = 0.9, largestWeight }: { coverage?: number; largestWeight?: number } = {},
): { low: number; high: number } | null {
  const largest = largestWeight ?? Math.max(0, ...events.map(({ weight }) => weight));
  if (largest <= 0) return null;
  const y = events.reduce((sum, { weight, count }) => sum + weight * count, 0);
  const v = events.reduce((sum, { weight, count }) => sum + weight ** 2 * count, 0);
  const tail = (1 - coverage) / 2;
  const gammaWith = (p: number, mean: number, variance: number): number =>
    gammaQuantile(p, mean ** 2 / variance, mean / variance);
  return {
    low: y === 0 ? 0 : gammaWith(tail, y, v),
    high: gammaWith(1 - tail, y + largest, v + largest ** 2),
  };
}
