import { binNumber, binsOver } from '@/domain/bins';
import type { Instant } from '@/domain/dates';
import { binFinder } from '@/domain/trend/bin-finder';
import type { Effort } from '@/domain/trend/effort';
import type { Spans } from '@/domain/trend/onset-stock';
import type { TrendValues } from '@/domain/trend/trend-policy';
import type { ComparableIncidents } from './comparable';
import type { MonthlySeries } from './monthly-series';

/** First instant of a month by its number. */
const monthStart = (month: number): Instant => Date.UTC(Math.floor(month / 12), month % 12, 1);

/** Monthly onsets with the effort made to find them, and those of a control. */
export interface EffectSeries {
  readonly series: MonthlySeries;
  /** Null where nothing is on record against third parties. */
  readonly control: readonly number[] | null;
  /** Left out: onsets dated to a year, or to more than a month. */
  readonly coarse: number;
}

export interface EffectSpan {
  /** Month of the pact. */
  readonly pact: number;
  readonly asOf: Instant;
}

/**
 * The series that the effect of a pact is read from: onsets by month, `spanMonths` on either side of
 * the pact at most, from the first month with an onset to the last whole one before `asOf`. Onsets
 * too coarse for a month are left out and told. Null without a month.
 */
export function effectSeries(
  spans: Pick<Spans, 'startFirst' | 'startLast'>,
  { treated, control }: ComparableIncidents,
  effort: Effort,
  { pact, asOf }: EffectSpan,
  { spanMonths }: Pick<TrendValues, 'spanMonths'>,
): EffectSeries | null {
  const earliest = monthStart(pact - spanMonths);
  let onset = Infinity;
  for (const incident of treated) {
    const at = spans.startFirst[incident] ?? Infinity;
    if (at >= earliest) onset = Math.min(onset, at);
  }
  const last = Math.min(binNumber(asOf + 1, 'month') - 1, pact + spanMonths);
  const first = Number.isFinite(onset) ? binNumber(onset, 'month') : Infinity;
  if (first > last) return null;
  const bins = binsOver({ from: onset, to: monthStart(last) }, 'month');
  const find = binFinder(bins);
  const monthly = (incidents: readonly number[]): { counts: number[]; coarse: number } => {
    const counts = new Array<number>(bins.length).fill(0);
    let coarse = 0;
    for (const incident of incidents) {
      const month = find(spans.startFirst[incident] ?? Infinity);
      if (month < 0 || month >= counts.length) continue;
      if (find(spans.startLast[incident] ?? Infinity) !== month) coarse += 1;
      else counts[month] = (counts[month] ?? 0) + 1;
    }
    return { counts, coarse };
  };
  const own = monthly(treated);
  return {
    series: {
      first,
      counts: own.counts,
      exposure: bins.map((bin) => effort.exposure(bin)),
    },
    control: control.length === 0 ? null : monthly(control).counts,
    coarse: own.coarse,
  };
}
