import { daysBetween, type Instant } from '@/domain/dates';
import { type Quantiles, quantilesOf } from './quantiles';
import { countsOn, type RecordColumns } from './record-columns';

/** Days from onset to the first accusation of any state, in what is dated to the day. */
export interface AttributionLag {
  /** Null where nothing is attributed. */
  readonly days: Quantiles | null;
  readonly attributed: number;
  /** Not attributed by the day asked about: those to come are slower, so the quantiles are too short. */
  readonly waiting: number;
  /** Left out: the onset or the first accusation is dated to a month or year only, or not at all. */
  readonly coarse: number;
}

/**
 * Lag from onset to first attribution (method.md 5, "Reporting lag"). An accusation dated before
 * the onset counts as made on its day.
 */
export function attributionLag(
  record: RecordColumns,
  chosen: ArrayLike<number>,
  asOf: Instant,
): AttributionLag {
  const days: number[] = [];
  let waiting = 0;
  let coarse = 0;
  for (let at = 0; at < chosen.length; at += 1) {
    const incident = chosen[at] ?? -1;
    const onset = record.startFirst[incident] ?? Infinity;
    if (onset > asOf) continue;
    let first = -1;
    const to = record.claimFrom[incident + 1] ?? 0;
    for (let claim = record.claimFrom[incident] ?? 0; claim < to; claim += 1)
      if (
        countsOn(record, claim, asOf) &&
        (first < 0 || (record.known[claim] ?? 0) < (record.known[first] ?? 0))
      )
        first = claim;
    if (first < 0) waiting += 1;
    else if (record.startExact[incident] !== 1 || record.exact[first] !== 1) coarse += 1;
    else days.push(Math.max(0, daysBetween(onset, record.known[first] ?? onset)));
  }
  const sorted = Float64Array.from(days).sort();
  return { days: quantilesOf(sorted), attributed: days.length, waiting, coarse };
}
