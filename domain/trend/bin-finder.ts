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
