import type { TimeBin } from '@/components/charts/time-axis';
import type { RatePoint } from '@/domain/trend/rate-line';

/** A bin with its rate, and whether anybody looked in it. */
export interface RateBin extends TimeBin {
  readonly monitored: number | null;
  readonly point: RatePoint;
}

/** What a rate is counted by. */
export const rateUnit = (recorded: boolean): string =>
  recorded ? 'per month of effort 1' : 'per month';

/** How far above the highest rate an interval is drawn. */
const HEADROOM = 2.5;
/** A bin looked at for less than this share of the usual time says little, and does not set the scale. */
const LEAST_EXPOSURE = 0.25;

const middle = (values: readonly number[]): number =>
  [...values].sort((one, two) => one - two)[Math.floor(values.length / 2)] ?? 0;

/**
 * The top of the scale: every interval where they are alike. What towers above the others, as a few
 * days at the edge of the time in force do, is cut so that the others can be read.
 */
export function rateTop(bins: readonly RateBin[]): number {
  const usual = middle(bins.flatMap(({ point }) => point.exposure ?? []));
  const rates = bins.flatMap(({ point: { rate, exposure } }) =>
    rate === null || (exposure ?? 0) < LEAST_EXPOSURE * usual ? [] : [rate],
  );
  const highs = rates.map(({ high }) => high);
  const most = Math.max(0, ...rates.map(({ rate }) => rate));
  return Math.min(Math.max(0, ...highs), Math.max(most * HEADROOM, middle(highs) * 1.5));
}
