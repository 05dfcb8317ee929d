import type { Bin } from '@/domain/bins';
import type { Instant } from '@/domain/dates';

/** Finds the bin of an instant: -1 before the first bin, their number after the last. */
export function binFinder(bins: readonly Bin[]): (at: Instant) => number {
  const starts = Float64Array.from(bins, ({ from }) => from);
  const end = bins.at(-1)?.to ?? -Infinity;
  return (at) => {
    if (at > end) return starts.length;
    let low = 0;
    let high = starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? Infinity) <= at) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  };
}

/** How many instants fall in each bin; those outside are left out. */
export function countInBins(bins: readonly Bin[], instants: Iterable<Instant>): number[] {
  const find = binFinder(bins);
  const counts = new Array<number>(bins.length).fill(0);
  for (const at of instants) {
    const bin = find(at);
    if (bin >= 0 && bin < counts.length) counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return counts;
}
