import { binNumber, binsOver } from '@/domain/bins';
import type { Instant } from '@/domain/dates';
import { binFinder } from './bin-finder';

/** When incidents began and when they were first reported, one entry an incident. */
export interface Reports {
  readonly startFirst: ArrayLike<number>;
  readonly startLast: ArrayLike<number>;
  /** First and last instant the first report may stand for; NaN: none is on record. */
  readonly reportFirst: ArrayLike<number>;
  readonly reportLast: ArrayLike<number>;
}

/** Counts by month of onset and months until the first report; null: not observable yet. */
export interface ReportTriangle {
  /** Month of the first row. */
  readonly first: number;
  readonly rows: readonly (readonly (number | null)[])[];
  /** Incidents of these months left out: dated too coarsely for a month, or without a report. */
  readonly coarse: number;
  readonly unreported: number;
}

/** First instant of a month by its number. */
const monthStart = (month: number): Instant => Date.UTC(Math.floor(month / 12), month % 12, 1);

/** The last month that is over by an instant. */
function lastWholeMonth(asOf: Instant): number {
  return binNumber(asOf + 1, 'month') - 1;
}

/**
 * The reporting triangle of chosen incidents from one onset month on. Only whole months count as
 * observed, so the month of `asOf` is left out unless `asOf` ends it. Delays beyond `longest` are
 * put into the last column; a report dated before its onset counts as at once.
 */
export function reportTriangle(
  reports: Reports,
  chosen: ArrayLike<number>,
  { from, asOf, longest }: { from: number; asOf: Instant; longest: number },
): ReportTriangle {
  const last = lastWholeMonth(asOf);
  const width = Math.min(longest, Math.max(0, last - from)) + 1;
  const rows = Array.from({ length: Math.max(0, last - from + 1) }, (_, at) =>
    Array.from({ length: width }, (_cell, delay): number | null =>
      from + at + delay <= last ? 0 : null,
    ),
  );
  const find = binFinder(binsOver({ from: monthStart(from), to: asOf }, 'month'));
  const monthOf = (first: Instant | undefined, end: Instant | undefined): number | null => {
    const month = find(first ?? Infinity);
    return month === find(end ?? Infinity) ? month : null;
  };
  let coarse = 0;
  let unreported = 0;
  for (let at = 0; at < chosen.length; at += 1) {
    const incident = chosen[at] ?? 0;
    const start = reports.startFirst[incident] ?? Infinity;
    if (start > asOf || find(start) < 0) continue;
    const told = reports.reportFirst[incident] ?? Number.NaN;
    if (Number.isNaN(told) || told > asOf) {
      unreported += 1;
      continue;
    }
    const onset = monthOf(start, reports.startLast[incident]);
    const report = monthOf(told, reports.reportLast[incident]);
    if (onset === null || report === null) {
      coarse += 1;
      continue;
    }
    const delay = Math.min(width - 1, Math.max(0, report - onset));
    const row = rows[onset];
    const cell = row?.[delay];
    if (row !== undefined && cell !== null && cell !== undefined) row[delay] = cell + 1;
  }
  return { first: from, rows, coarse, unreported };
}
