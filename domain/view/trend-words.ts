import type { ViewHead } from '@/domain/standing-view';
import type { RatePoint } from '@/domain/trend/rate-line';
import { counted, figure, listed, percent } from '@/domain/trend/wording';
import { TEXT_ONLY } from './overview';

interface Told {
  readonly label: string;
  readonly n: number;
  /** Whether anybody is on record as having looked. */
  readonly watched: boolean;
}

/** The answer in one sentence: how many, and when most of them. */
export function trendHeadline({ pact }: Pick<ViewHead, 'pact'>, bins: readonly Told[]): string {
  if (pact.referenceOnly) return TEXT_ONLY;
  if (pact.inForce === null) return 'This pact was never in force: nothing is counted under it.';
  const hypothetical = pact.kind === 'hypothetical';
  const total = bins.reduce((sum, { n }) => sum + n, 0);
  const would = hypothetical ? 'would have been' : total === 1 ? 'was' : 'were';
  if (total === 0) return `No violation ${hypothetical ? would : 'was'} found in this period.`;
  const most = Math.max(...bins.map(({ n }) => n));
  const peaks = bins.filter(({ n }) => n === most).map(({ label }) => label);
  const when =
    bins.length < 2 || most < 2 || peaks.length > 3
      ? ''
      : `, the most (${most}${peaks.length > 1 ? ' each' : ''}) in ${listed(peaks)}`;
  return `${counted(total, 'violation')} ${would} found${when}.`;
}

/** What keeps the count from saying more: periods in which nobody is on record as having looked. */
export function caveatOf({ pact }: Pick<ViewHead, 'pact'>, bins: readonly Told[]): string | null {
  const gaps = bins.filter(({ watched }) => !watched).length;
  if (pact.referenceOnly || gaps === 0) return null;
  return gaps === bins.length
    ? 'Nobody recorded how much was looked: fewer may mean less looking.'
    : `For ${gaps} of ${bins.length} periods nobody is on record as having looked: fewer may mean less looking.`;
}

interface RateTold {
  readonly recorded: boolean;
  /** Coverage of the intervals, 0 to 1. */
  readonly coverage: number;
}

/** The rate line in words: where it is highest, its last value, and what is not joined. */
export function rateSummary(
  bins: readonly { readonly label: string }[],
  points: readonly RatePoint[],
  { recorded, coverage }: RateTold,
): string {
  const told = points.flatMap(({ rate, segment, exposure }, at) =>
    rate === null
      ? []
      : [{ label: bins[at]?.label ?? '', segment, months: exposure ?? 0, ...rate }],
  );
  const [first] = told;
  const last = told.at(-1);
  if (first === undefined || last === undefined)
    return 'Nobody is on record as having looked in this time, so there is no rate.';
  const unit = recorded ? 'per month of effort 1' : 'per month';
  const whole = Math.max(...told.map(({ months }) => months));
  // One event in a few days is a high rate, and says little.
  const over = (months: number) => (months < whole / 2 ? `, over ${figure(months)} months` : '');
  const words = ({ label, rate, low, high, months }: (typeof told)[number]) =>
    `${figure(rate)} ${unit} in ${label}${over(months)} (${percent(coverage)} interval ${figure(low)} to ${figure(high)})`;
  const most = told.reduce((best, one) => (one.rate > best.rate ? one : best), first);
  const highest = most.rate > 0 ? `Highest, ${words(most)}; last, ` : 'Last, ';
  const without = points.length - told.length;
  const gaps = without === 0 ? '' : ` ${counted(without, 'period has', 'periods have')} no rate.`;
  const parts = new Set(told.map(({ segment }) => segment)).size;
  const joined = parts < 2 ? '' : ` The line is in ${parts} parts, which are not to be compared.`;
  const effort = recorded
    ? ''
    : ' No monitoring is on record: every month counts alike, however hard anybody looked.';
  return `${highest}${words(last)}.${gaps}${joined}${effort}`;
}
