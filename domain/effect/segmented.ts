import chiSquareQuantile from '@stdlib/stats-base-dists-chisquare-quantile';
import type { TrendValues } from '@/domain/trend/trend-policy';
import { dot, type Square, times } from './linear';
import { type CountFit, fitCounts } from './negative-binomial';
import { lagFor, neweyWest } from './newey-west';
import {
  isRefusal,
  type SegmentedModel,
  type SegmentedQuestion,
  type SegmentedRefusal,
  segmentedModel,
  type TermName,
} from './segmented-model';

/** One coefficient, on the scale of logarithms, with its Newey-West error and interval. */
export interface SegmentedTerm {
  readonly name: TermName;
  readonly estimate: number;
  readonly error: number;
  readonly low: number;
  readonly high: number;
}

/** What is expected of a month, in events; null: nobody looked. */
export interface SegmentedMonth {
  readonly month: number;
  readonly count: number;
  readonly fitted: number;
  /** Had the rate gone on as before the pact; null before it. */
  readonly without: {
    readonly expected: number;
    readonly low: number;
    readonly high: number;
  } | null;
}

/** Rate some months after the pact, over what it would have been without: 1 is no effect. */
export interface PactRatio {
  readonly months: number;
  readonly ratio: number;
  readonly low: number;
  readonly high: number;
}

export interface SegmentedFit {
  readonly terms: readonly SegmentedTerm[];
  readonly effect: PactRatio;
  readonly months: readonly SegmentedMonth[];
  /** alpha: the variance of a count is mu + alpha mu^2; 0 is Poisson. */
  readonly dispersion: number;
  readonly logLikelihood: number;
  /** Months over which neighbours are taken to be alike (Newey-West). */
  readonly lag: number;
  /** Waves a year allowed for; 0: none. */
  readonly waves: number;
  /** Watched months on either side. */
  readonly before: number;
  readonly after: number;
}

/** A model with its fit: what both the full answer and the placebo dates read. */
export interface FittedModel {
  readonly model: SegmentedModel;
  readonly fit: CountFit;
}

export function fitSegmented(
  question: SegmentedQuestion,
  policy: TrendValues,
  near?: FittedModel,
): FittedModel | SegmentedRefusal {
  const model = segmentedModel(question, policy);
  if (isRefusal(model)) return model;
  const fit = fitCounts(model, near?.fit) ?? (near === undefined ? null : fitCounts(model));
  if (fit !== null) return { model, fit };
  return { code: 'no_estimate', before: model.before, after: model.after, needed: 0 };
}

/** Months after the pact at which its effect is read: those of the policy, or the last there is. */
function horizon(
  { series, from }: SegmentedQuestion,
  { months }: SegmentedModel,
  policy: TrendValues,
) {
  const last = series.first + (months.at(-1)?.at ?? 0);
  return Math.min(policy.effectMonths, last - from);
}

/** What tells the months with the pact from those without: the difference of the two design rows. */
function contrast({ series, from }: SegmentedQuestion, { rowOf }: SegmentedModel, months: number) {
  const at = from - series.first + months;
  const without = rowOf(at, false);
  return rowOf(at, true).map((value, place) => value - (without[place] ?? 0));
}

/** Logarithm of the effect, at the horizon. */
export function effectOf(
  question: SegmentedQuestion,
  { model, fit }: FittedModel,
  policy: TrendValues,
): number {
  return dot(contrast(question, model, horizon(question, model, policy)), fit.coefficients);
}

const errorOf = (row: Float64Array, covariance: Square): number =>
  Math.sqrt(Math.max(0, dot(row, times(covariance, row))));

function expectedMonths(
  { series, from }: SegmentedQuestion,
  { model, fit }: FittedModel,
  covariance: Square,
  z: number,
): SegmentedMonth[] {
  return model.months.map(({ at, count }, place) => {
    const month = series.first + at;
    const row = model.rowOf(at, false);
    const log = (model.offset[place] ?? 0) + dot(row, fit.coefficients);
    const spread = z * errorOf(row, covariance);
    const [expected, low, high] = [log, log - spread, log + spread].map(Math.exp);
    const without =
      month < from || expected === undefined || low === undefined || high === undefined
        ? null
        : { expected, low, high };
    return { month, count, fitted: fit.fitted[place] ?? 0, without };
  });
}

/** Half the width of an interval of some coverage, in standard errors. */
const standardErrors = (coverage: number): number => Math.sqrt(chiSquareQuantile(coverage, 1));

/**
 * Segmented negative-binomial regression at a given date (method.md 5, "Pact effect", 2; with a
 * control series 3), dispersion by maximum likelihood, Newey-West intervals. Months are those of
 * the series; `effect` is read `effectMonths` after the pact, or at the last month there is.
 */
export function segmented(
  question: SegmentedQuestion,
  policy: TrendValues,
): SegmentedFit | SegmentedRefusal {
  const fitted = fitSegmented(question, policy);
  if (isRefusal(fitted)) return fitted;
  const { model, fit } = fitted;
  const lag = lagFor(model.months.length);
  const at = model.months.map((month) => month.at);
  const covariance = neweyWest(model, fit, at, lag);
  const z = standardErrors(policy.rateCoverage);
  const months = horizon(question, model, policy);
  const difference = contrast(question, model, months);
  const log = dot(difference, fit.coefficients);
  const spread = z * errorOf(difference, covariance);
  return {
    terms: model.names.map((name, place) => {
      const estimate = fit.coefficients[place] ?? 0;
      const error = Math.sqrt(covariance.values[place * (covariance.size + 1)] ?? 0);
      return { name, estimate, error, low: estimate - z * error, high: estimate + z * error };
    }),
    effect: {
      months,
      ratio: Math.exp(log),
      low: Math.exp(log - spread),
      high: Math.exp(log + spread),
    },
    months: expectedMonths(question, fitted, covariance, z),
    dispersion: fit.dispersion,
    logLikelihood: fit.logLikelihood,
    lag,
    waves: model.names.filter((name) => name.startsWith('sine')).length,
    before: model.before,
    after: model.after,
  };
}
