import { binNumber, binsOver } from '@/domain/bins';
import type { Instant } from '@/domain/dates';
import { binFinder } from './bin-finder';
import type { ComparableIncidents } from './comparable';
import type { Effort } from './effort';
import type { MonthlySeries } from './monthly-series';
import type { Spans } from './onset-stock';

/** Monthly onsets with the effort made to find them, and those of a control. */
export interface EffectSeries {
  readonly series: MonthlySeries;
  /** Null where nothing is on record against third parties. */
  readonly control: readonly number[] | null;
  /** Left out: onsets dated to a year, or to more than a month. */
  readonly coarse: number;
}

/**
 * The series that the effect of a pact is read from: onsets by month, from the first month with
 * one, or from which somebody looked, to the last whole month before `asOf`. Onsets too coarse for
 * a month are left out and told. Null without a month.
 */
export function effectSeries(
  spans: Pick<Spans, 'startFirst' | 'startLast'>,
  { treated, control }: ComparableIncidents,
  effort: Effort,
  asOf: Instant,
): EffectSeries | null {
  const onsets = treated.map((incident) => spans.startFirst[incident] ?? Infinity);
  const first = Math.min(...onsets, Infinity);
  const last = binNumber(asOf + 1, 'month') - 1;
  if (!Number.isFinite(first) || binNumber(first, 'month') > last) return null;
  const bins = binsOver({ from: first, to: asOf }, 'month').slice(
    0,
    last - binNumber(first, 'month') + 1,
  );
  const find = binFinder(bins);
  const monthly = (incidents: readonly number[]): { counts: number[]; coarse: number } => {
    const counts = new Array<number>(bins.length).fill(0);
    let coarse = 0;
    for (const incident of incidents) {
      const month = find(spans.startFirst[incident] ?? Infinity);
      if (find(spans.startLast[incident] ?? Infinity) !== month) coarse += 1;
      else if (month >= 0 && month < counts.length) counts[month] = (counts[month] ?? 0) + 1;
    }
    return { counts, coarse };
  };
  const own = monthly(treated);
  return {
    series: {
      first: binNumber(first, 'month'),
      counts: own.counts,
      exposure: bins.map((bin) => effort.exposure(bin)),
    },
    control: control.length === 0 ? null : monthly(control).counts,
    coarse: own.coarse,
  };
}
