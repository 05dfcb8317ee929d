import { dispersionOf, exceedances, logLikelihood } from './dispersion';
import { dot, inverse, type Square, square, times } from './linear';

/** Counts, and what their expected value may depend on: log mu = offset + row * coefficients. */
export interface CountModel {
  readonly counts: ArrayLike<number>;
  readonly offset: ArrayLike<number>;
  /** One row of the design a count; the first entry of each is 1. */
  readonly rows: readonly Float64Array[];
}

export interface CountFit {
  readonly coefficients: Float64Array;
  readonly fitted: Float64Array;
  /** alpha: the variance of a count is mu + alpha mu^2. 0 is Poisson. */
  readonly dispersion: number;
  readonly logLikelihood: number;
  /** Inverse of the information about the coefficients. */
  readonly covariance: Square;
}

function expectedBy({ offset, rows }: CountModel, coefficients: Float64Array): Float64Array {
  return Float64Array.from(rows, (row, at) => Math.exp((offset[at] ?? 0) + dot(row, coefficients)));
}

interface Working {
  readonly information: Square;
  readonly target: Float64Array;
}

/** Weighted least squares of one step: the information, and its product with the next coefficients. */
function working(
  { counts, offset, rows }: CountModel,
  fitted: Float64Array,
  alpha: number,
): Working {
  const size = rows[0]?.length ?? 0;
  const information = square(size);
  const { values } = information;
  const target = new Float64Array(size);
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at];
    const mu = fitted[at] ?? 0;
    const weight = mu / (1 + alpha * mu);
    const value = Math.log(mu) - (offset[at] ?? 0) + ((counts[at] ?? 0) - mu) / mu;
    for (let one = 0; one < size; one += 1) {
      const weighted = weight * (row?.[one] ?? 0);
      if (weighted === 0) continue;
      target[one] = (target[one] ?? 0) + weighted * value;
      for (let two = 0; two <= one; two += 1) {
        const place = one * size + two;
        values[place] = (values[place] ?? 0) + weighted * (row?.[two] ?? 0);
      }
    }
  }
  return { information, target };
}

/** Beyond this a coefficient runs away: the counts of one side are all zero, or nearly. */
const RUNAWAY = 40;
const STEPS = 60;

interface Solved {
  readonly coefficients: Float64Array;
  readonly covariance: Square;
}

/** Coefficients of greatest likelihood given the dispersion; null where there are none. */
function solve(model: CountModel, start: Float64Array, alpha: number): Solved | null {
  let coefficients = start;
  for (let step = 0; step < STEPS; step += 1) {
    const { information, target } = working(model, expectedBy(model, coefficients), alpha);
    const covariance = inverse(information);
    if (covariance === null) return null;
    const next = times(covariance, target);
    const moved = Math.max(...next.map((value, at) => Math.abs(value - (coefficients[at] ?? 0))));
    if (!Number.isFinite(moved) || next.some((value, at) => at > 0 && Math.abs(value) > RUNAWAY))
      return null;
    coefficients = next;
    if (moved < 1e-10) return { coefficients, covariance };
  }
  return null;
}

/** No change in anything: the start of every fit. */
function level({ counts, offset, rows }: CountModel): Float64Array {
  let [events, exposure] = [0, 0];
  for (let at = 0; at < counts.length; at += 1) {
    events += counts[at] ?? 0;
    exposure += Math.exp(offset[at] ?? 0);
  }
  const start = new Float64Array(rows[0]?.length ?? 0);
  start[0] = Math.log(events / exposure);
  return start;
}

/**
 * Negative-binomial regression with a log link, coefficients and dispersion both of greatest
 * likelihood: each found given the other, in turn, until neither moves. Null without an event, with
 * columns that say the same, or where no finite coefficients are best. `near`, the fit of a model
 * alike, only makes it quicker.
 */
export function fitCounts(model: CountModel, near?: CountFit | undefined): CountFit | null {
  const start = near?.coefficients ?? level(model);
  if (!Number.isFinite(start[0])) return null;
  const above = exceedances(model.counts);
  let dispersion = near?.dispersion ?? 0;
  let solved = solve(model, start, dispersion);
  for (let turn = 0; turn < STEPS && solved !== null; turn += 1) {
    const fitted = expectedBy(model, solved.coefficients);
    const expected = { counts: model.counts, fitted, above };
    const next = dispersionOf(expected, dispersion);
    if (Math.abs(next - dispersion) <= 1e-9 * next) {
      const likelihood = logLikelihood(expected, dispersion);
      return { ...solved, fitted, dispersion, logLikelihood: likelihood };
    }
    dispersion = next;
    solved = solve(model, solved.coefficients, dispersion);
  }
  return null;
}
