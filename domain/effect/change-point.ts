import type { TrendValues } from '@/domain/trend/trend-policy';
import { type MonthlySeries, watchedMonths } from './monthly-series';

/** Where one change of the rate would fall, if there was one. */
export interface ChangePoint {
  /** First month of the new rate where the likelihood is highest. */
  readonly month: number;
  /** Every candidate month with its posterior probability; they add up to 1. */
  readonly posterior: readonly { readonly month: number; readonly probability: number }[];
  /** From the first to the last of the likeliest months that hold 90 % of the posterior. */
  readonly interval: { readonly from: number; readonly to: number };
  /** Rates on either side of `month`, events per unit of exposure. */
  readonly before: number;
  readonly after: number;
  /** Whether a change is told from none: it gains more likelihood than its two numbers cost (BIC). */
  readonly clear: boolean;
}

const logLikelihood = (n: number, exposure: number): number =>
  n === 0 ? 0 : n * Math.log(n / exposure) - n;

interface Candidate {
  readonly month: number;
  readonly before: number;
  readonly after: number;
  readonly fit: number;
}

/** From the first to the last of the likeliest months that hold a share of the posterior together. */
function likeliest(posterior: ChangePoint['posterior'], share: number): ChangePoint['interval'] {
  const ranked = [...posterior].sort((one, two) => two.probability - one.probability);
  let [mass, from, to] = [0, Infinity, -Infinity];
  for (const { month, probability } of ranked) {
    if (mass >= share) break;
    mass += probability;
    from = Math.min(from, month);
    to = Math.max(to, month);
  }
  return { from, to };
}

/**
 * Single change point with a free date (method.md 5, "Pact effect", 1): Poisson rates on either
 * side profiled out, uniform prior over the dates with at least `changeMargin` watched months on
 * each side. Gaps count for neither side. Null with too few months, or no event at all. Counts
 * that vary more than Poisson make the date look surer than it is.
 */
export function changePoint(
  series: MonthlySeries,
  { changeMargin }: Pick<TrendValues, 'changeMargin'>,
): ChangePoint | null {
  const months = watchedMonths(series);
  const total = months.reduce((sum, { count }) => sum + count, 0);
  const exposed = months.reduce((sum, { exposure }) => sum + exposure, 0);
  if (total === 0 || months.length < 2 * changeMargin) return null;
  const candidates: Candidate[] = [];
  let n = 0;
  let time = 0;
  months.forEach(({ at, count, exposure }, place) => {
    if (place >= changeMargin && place <= months.length - changeMargin) {
      const fit = logLikelihood(n, time) + logLikelihood(total - n, exposed - time);
      const [before, after] = [n / time, (total - n) / (exposed - time)];
      candidates.push({ month: series.first + at, before, after, fit });
    }
    n += count;
    time += exposure;
  });
  const best = candidates.reduce((one, two) => (two.fit > one.fit ? two : one));
  const weights = candidates.map(({ fit }) => Math.exp(fit - best.fit));
  const mass = weights.reduce((sum, weight) => sum + weight, 0);
  const posterior = candidates.map(({ month }, at) => ({
    month,
    probability: (weights[at] ?? 0) / mass,
  }));
  return {
    month: best.month,
    posterior,
    interval: likeliest(posterior, 0.9),
    before: best.before,
    after: best.after,
    clear: best.fit - logLikelihood(total, exposed) > Math.log(months.length),
  };
}

/** Posterior mass of a change in the months from one to another, both included. */
export function massWithin({ posterior }: ChangePoint, from: number, to: number): number {
  return posterior.reduce(
    (sum, { month, probability }) => (from <= month && month <= to ? sum + probability : sum),
    0,
  );
}
