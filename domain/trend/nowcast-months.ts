import { binNumber } from '@/domain/bins';
import type { Instant } from '@/domain/dates';
import type { Period } from '@/domain/standing';
import { type NowcastRow, nowcast } from './nowcast';
import { type Reports, reportTriangle } from './report-triangle';
import type { TrendValues } from './trend-policy';

/** An onset month with what is still to be reported of it. */
export interface NowcastMonth extends NowcastRow {
  /** Number of the month, as by `binNumber`. */
  readonly month: number;
}

export interface NowcastMonths {
  readonly months: readonly NowcastMonth[];
  /** Incidents left out: dated too coarsely for a month, or without a report on record. */
  readonly coarse: number;
  readonly unreported: number;
  /** From this month on all are provisional: grey and hatched; null: none is. */
  readonly provisionalFrom: number | null;
}

/**
 * What is still to be reported of the onset months of a period (method.md 5, "Reporting lag"), from
 * the delays between onset and first report of the incidents chosen. The month of `asOf` is told
 * only when it is over.
 */
export function nowcastMonths(
  reports: Reports,
  chosen: ArrayLike<number>,
  { period, asOf }: { readonly period: Period; readonly asOf: Instant },
  policy: Pick<TrendValues, 'reportDelayMonths' | 'provisionalBelow'>,
): NowcastMonths {
  const { first, rows, coarse, unreported } = reportTriangle(reports, chosen, {
    from: binNumber(period.from, 'month'),
    asOf,
    longest: policy.reportDelayMonths,
  });
  const months = nowcast(rows, policy).map((row, at) => ({ ...row, month: first + at }));
  const settled = months.findLastIndex(({ provisional }) => !provisional);
  return { months, coarse, unreported, provisionalFrom: months[settled + 1]?.month ?? null };
}
