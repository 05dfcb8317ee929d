import type { Bin } from '@/domain/bins';
import { garwood } from '@/domain/rates';
import type { Period } from '@/domain/standing';
import type { Effort } from './effort';
import type { ScopeBreak } from './scope-break';

/** The rate of one bin: events per month of effort 1, with its exact interval. */
export interface Rate {
  readonly rate: number;
  readonly low: number;
  readonly high: number;
}

export interface RatePoint {
  readonly key: string;
  /** Events of the bin, whether or not anybody is on record as looking. */
  readonly n: number;
  /** Months of effort 1; null: nobody looked. */
  readonly exposure: number | null;
  /** Null in a gap, and where the scope changed within the bin. */
  readonly rate: Rate | null;
  /** Points with the same number are joined by a line, others never; null without a rate. */
  readonly segment: number | null;
  /** A break falls within the bin: it mixes two scopes. */
  readonly mixed: boolean;
}

const dayStart = (day: string): number => Date.parse(`${day}T00:00:00.000Z`);

/**
 * The rate line (method.md 5): Garwood's interval for each bin, on its part of the period. A gap
 * has no rate, and neither it nor a break in scope is ever bridged.
 */
export function rateLine(
  bins: readonly Bin[],
  counts: readonly number[],
  {
    period,
    effort,
    breaks,
    coverage,
  }: {
    readonly period: Period;
    readonly effort: Effort;
    readonly breaks: readonly ScopeBreak[];
    readonly coverage: number;
  },
): RatePoint[] {
  const edges = breaks.map(({ date }) => dayStart(date));
  let segment = 0;
  let joined = false;
  return bins.map((bin, at) => {
    const n = counts[at] ?? 0;
    const within = { from: Math.max(bin.from, period.from), to: Math.min(bin.to, period.to) };
    const exposure = effort.exposure(within);
    const mixed = edges.some((edge) => within.from < edge && edge <= within.to);
    if (edges.some((edge) => bin.from <= edge && edge <= bin.to)) joined = false;
    if (exposure === null || mixed) {
      joined = false;
      return { key: bin.key, n, exposure, rate: null, segment: null, mixed };
    }
    if (!joined) segment += 1;
    joined = true;
    const { low, high } = garwood(n, exposure, coverage);
    return { key: bin.key, n, exposure, rate: { rate: n / exposure, low, high }, segment, mixed };
  });
}
