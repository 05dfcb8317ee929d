import type { TrendValues } from '@/domain/trend/trend-policy';
import type { MonthlySeries } from './monthly-series';
import { effectOf, fitSegmented } from './segmented';
import { isRefusal, type SegmentedQuestion } from './segmented-model';

/** What the same model finds at dates on which no pact was made. */
export interface Placebo {
  /** Every date tried, with the ratio found there. */
  readonly dates: readonly { readonly month: number; readonly ratio: number }[];
  /** Dates with a change at least as large as at the pact, either way. */
  readonly asLarge: number;
}

/** Months that belong to the pact: from the anticipation it allows for to the months that follow it. */
export function pactWindow(
  from: number,
  { anticipationMonths, followMonths }: TrendValues,
): { readonly from: number; readonly to: number } {
  return { from: from - anticipationMonths, to: from + followMonths };
}

/** The months outside a window, or as many of them as may be tried, spread evenly. */
function datesOutside(
  { first, counts }: MonthlySeries,
  window: { readonly from: number; readonly to: number },
  most: number,
): number[] {
  const outside = counts
    .map((_, at) => first + at)
    .filter((month) => month < window.from || month > window.to);
  const step = Math.max(1, outside.length / most);
  return outside.filter((_, at) => Math.floor(at / step) !== Math.floor((at - 1) / step));
}

/**
 * Placebo dates (method.md 5, "Pact effect", 4): the same regression at every month outside the
 * window of the pact that has enough months and events on either side. A change that lasts also
 * shows, weaker, at dates near it; so the share errs against the pact. Null where the pact itself
 * has no estimate.
 */
export function placeboDates(question: SegmentedQuestion, policy: TrendValues): Placebo | null {
  const own = fitSegmented(question, policy);
  if (isRefusal(own)) return null;
  const size = Math.abs(effectOf(question, own, policy));
  const window = pactWindow(question.from, policy);
  let near = own;
  const dates = datesOutside(question.series, window, policy.mostPlacebos).flatMap((month) => {
    const asked = { ...question, from: month };
    const fitted = fitSegmented(asked, policy, near);
    if (isRefusal(fitted)) return [];
    near = fitted;
    return [{ month, log: effectOf(asked, fitted, policy) }];
  });
  return {
    dates: dates.map(({ month, log }) => ({ month, ratio: Math.exp(log) })),
    asLarge: dates.filter(({ log }) => Math.abs(log) >= size).length,
  };
}
