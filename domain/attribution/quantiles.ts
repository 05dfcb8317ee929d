/** What a set of values is like; the middle half lies between `p25` and `p75`. */
export interface Quantiles {
  readonly p10: number;
  readonly p25: number;
  readonly median: number;
  readonly p75: number;
  readonly p90: number;
}

/** A quantile of values in order, between neighbours by their distance (Hyndman and Fan's type 7). */
export function quantileOf(sorted: ArrayLike<number>, share: number): number {
  if (sorted.length === 0) throw new RangeError('nothing has no quantile');
  const place = share * (sorted.length - 1);
  const low = Math.floor(place);
  const [below, above] = [sorted[low] ?? 0, sorted[Math.min(sorted.length - 1, low + 1)] ?? 0];
  return below + (above - below) * (place - low);
}

/** The quantiles of values in order; null for none: nothing is not nought. */
export function quantilesOf(sorted: ArrayLike<number>): Quantiles | null {
  if (sorted.length === 0) return null;
  return {
    p10: quantileOf(sorted, 0.1),
    p25: quantileOf(sorted, 0.25),
    median: quantileOf(sorted, 0.5),
    p75: quantileOf(sorted, 0.75),
    p90: quantileOf(sorted, 0.9),
  };
}

/** Sorts values into bins, each in order; what falls in no bin, or is NaN, is left out. */
export function binned(
  values: ArrayLike<number>,
  binOf: ArrayLike<number>,
  size: number,
): Float64Array[] {
  const kept = (at: number): number => {
    const bin = binOf[at] ?? -1;
    return bin >= 0 && bin < size && !Number.isNaN(values[at]) ? bin : -1;
  };
  const counts = new Int32Array(size);
  for (let at = 0; at < values.length; at += 1) {
    const bin = kept(at);
    if (bin >= 0) counts[bin] = (counts[bin] ?? 0) + 1;
  }
  const bins = Array.from(counts, (count) => new Float64Array(count));
  counts.fill(0);
  for (let at = 0; at < values.length; at += 1) {
    const bin = kept(at);
    const list = bins[bin];
    if (list === undefined) continue;
    const place = counts[bin] ?? 0;
    list[place] = values[at] ?? 0;
    counts[bin] = place + 1;
  }
  for (const list of bins) list.sort();
  return bins;
}
