/** A run of calendar months: events and how much was looked. Months are numbered as by `binNumber`. */
export interface MonthlySeries {
  /** Number of the first month. */
  readonly first: number;
  readonly counts: readonly number[];
  /** Exposure of each month, above 0; null: nobody looked, a gap and not a zero. */
  readonly exposure: readonly (number | null)[];
}

/** Refuses what is no series: lists of different length, counts that are no counts, no exposure above 0. */
export function requireSeries({ counts, exposure }: MonthlySeries): void {
  if (counts.length !== exposure.length)
    throw new RangeError(`${counts.length} counts, but ${exposure.length} exposures`);
  for (const n of counts)
    if (!(Number.isInteger(n) && n >= 0))
      throw new RangeError(`a count must be a whole number from 0, not ${n}`);
  for (const e of exposure)
    if (e !== null && !(Number.isFinite(e) && e > 0))
      throw new RangeError(`an exposure must be above 0, or null for a gap, not ${e}`);
}

/** The months of a series in which somebody looked. */
export interface WatchedMonth {
  /** Place in the series. */
  readonly at: number;
  readonly count: number;
  readonly exposure: number;
}

export function watchedMonths(series: MonthlySeries): WatchedMonth[] {
  requireSeries(series);
  return series.counts.flatMap((count, at) => {
    const exposure = series.exposure[at] ?? null;
    return exposure === null ? [] : [{ at, count, exposure }];
  });
}
