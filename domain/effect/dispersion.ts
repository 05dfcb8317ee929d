/** How often each count is exceeded: entry j holds how many counts are above j. */
export function exceedances(counts: ArrayLike<number>): Float64Array {
  let most = 0;
  for (let at = 0; at < counts.length; at += 1) most = Math.max(most, counts[at] ?? 0);
  const above = new Float64Array(most);
  for (let at = 0; at < counts.length; at += 1) {
    const last = (counts[at] ?? 0) - 1;
    if (last >= 0) above[last] = (above[last] ?? 0) + 1;
  }
  for (let j = most - 2; j >= 0; j -= 1) above[j] = (above[j] ?? 0) + (above[j + 1] ?? 0);
  return above;
}

/** (log(1+x) - x/(1+x)) / x^2, by its series where the difference would cancel. */
function curvature(x: number): number {
  if (x > 0.01) return (Math.log1p(x) - x / (1 + x)) / (x * x);
  return 1 / 2 - x * (2 / 3 - x * (3 / 4 - x * (4 / 5 - x * (5 / 6 - (x * 6) / 7))));
}

/** Counts with what a model expects of them. */
export interface Expected {
  readonly counts: ArrayLike<number>;
  readonly fitted: ArrayLike<number>;
  readonly above: Float64Array;
}

/** Log-likelihood of counts with variance mu + alpha mu^2; alpha 0 is Poisson. */
export function logLikelihood({ counts, fitted, above }: Expected, alpha: number): number {
  let sum = 0;
  for (let j = 0; j < above.length; j += 1)
    sum += (above[j] ?? 0) * (Math.log1p(alpha * j) - Math.log(j + 1));
  for (let at = 0; at < counts.length; at += 1) {
    const [y, mu] = [counts[at] ?? 0, fitted[at] ?? 0];
    const x = alpha * mu;
    sum += y * Math.log(mu) - (x > 1e-12 ? (y + 1 / alpha) * Math.log1p(x) : mu);
  }
  return sum;
}

/** Its slope in alpha. */
function score({ counts, fitted, above }: Expected, alpha: number): number {
  let sum = 0;
  for (let j = 1; j < above.length; j += 1) sum += ((above[j] ?? 0) * j) / (1 + alpha * j);
  for (let at = 0; at < counts.length; at += 1) {
    const [y, mu] = [counts[at] ?? 0, fitted[at] ?? 0];
    sum += mu * mu * curvature(alpha * mu) - (y * mu) / (1 + alpha * mu);
  }
  return sum;
}

const LEAST = 1e-9;
const MOST = 1e4;

/** Logarithms of alpha between which the slope changes its sign, looked for around a guess. */
function bracket(slope: (log: number) => number, guess: number): { low: number; high: number } {
  let low = Math.log(guess);
  let high = low;
  for (let step = 0.5; slope(high) > 0 && Math.exp(high) < MOST; step *= 2) {
    low = high;
    high += step;
  }
  for (let step = 0.5; low === high || slope(low) < 0; step *= 2) {
    if (Math.exp(low) < LEAST) break;
    if (low !== high) high = low;
    low -= step;
  }
  return { low, high };
}

/**
 * Dispersion alpha of greatest likelihood given what is expected: the variance is mu + alpha mu^2.
 * 0 where the counts vary no more than Poisson. Found by false position on the slope; `guess` only
 * makes it quicker.
 */
export function dispersionOf(expected: Expected, guess = 0): number {
  if (score(expected, 0) <= 0) return 0;
  const slope = (log: number): number => score(expected, Math.exp(log));
  let { low, high } = bracket(slope, guess > 0 ? guess : 0.01);
  let [below, beyond] = [slope(low), slope(high)];
  for (let turn = 0; turn < 200 && high - low > 1e-12; turn += 1) {
    // Illinois: halve the end that stays, or the other would creep; bisect now and then.
    const at =
      turn % 4 === 3 ? (low + high) / 2 : high - (beyond * (high - low)) / (beyond - below);
    const here = slope(at);
    if (Math.abs(here) < 1e-10) return Math.exp(at);
    if (here > 0) {
      low = at;
      below = here;
      beyond /= 2;
    } else {
      high = at;
      beyond = here;
      below /= 2;
    }
  }
  return Math.exp((low + high) / 2);
}
