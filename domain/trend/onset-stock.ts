import type { Bin } from '@/domain/bins';
import type { Instant } from '@/domain/dates';
import { SHAPE } from '@/domain/sweep/facts';
import { binFinder } from './bin-finder';
import { counted, figure } from './wording';

/** When incidents began and ended, one entry an incident, as the columns of a corpus hold it. */
export interface Spans {
  readonly startFirst: ArrayLike<number>;
  readonly startLast: ArrayLike<number>;
  readonly endFirst: ArrayLike<number>;
  readonly shape: ArrayLike<number>;
}

/** New and active incidents of one bin: both are shown, for they may move apart. */
export interface StockBin {
  readonly key: string;
  /** Begun in the bin. */
  readonly onsets: number;
  /** Begun in the bin at the earliest; the date is too coarse to tell. */
  readonly coarse: number;
  /** Known to have been active at some time in the bin. */
  readonly active: number;
  /** Begun before the bin and perhaps still active: their end is not known. */
  readonly unknownEnd: number;
}

export interface OnsetStock {
  readonly bins: readonly StockBin[];
  /** Chosen incidents without a known end that are not going on. */
  readonly unknownEnds: number;
  /** Mean known stock, mean of new ones, and the mean activity they imply, in bins (Little's law); null without an onset. */
  readonly little: {
    readonly active: number;
    readonly onsets: number;
    readonly activity: number;
  } | null;
}

const running = (steps: Int32Array): Int32Array => {
  let sum = 0;
  return steps.map((step) => {
    sum += step;
    return sum;
  });
};

/**
 * Onsets and active stock side by side (method.md 5, "Store onset and end"), counted from the first
 * day each date may stand for. What is ongoing lasts to `asOf`; what has no known end counts as
 * active in the bin of its onset alone and is told as `unknownEnd` from then on, so that the stock
 * lies between `active` and `active + unknownEnd`. Incidents that begin after `asOf` are left out.
 */
export function onsetStock(
  spans: Spans,
  chosen: ArrayLike<number>,
  bins: readonly Bin[],
  asOf: Instant,
): OnsetStock {
  const size = bins.length;
  const find = binFinder(bins);
  const onsets = new Int32Array(size);
  const coarse = new Int32Array(size);
  const active = new Int32Array(size + 1);
  const unknown = new Int32Array(size + 1);
  const today = Math.min(size - 1, find(asOf));
  let unknownEnds = 0;
  for (let at = 0; at < chosen.length; at += 1) {
    const incident = chosen[at] ?? 0;
    const start = spans.startFirst[incident] ?? Infinity;
    if (start > asOf) continue;
    const first = find(start);
    const shape = spans.shape[incident];
    const open = shape === SHAPE.POINT;
    if (open) unknownEnds += 1;
    if (first >= size) continue;
    if (first >= 0) {
      const kind = find(spans.startLast[incident] ?? start) === first ? onsets : coarse;
      kind[first] = (kind[first] ?? 0) + 1;
    }
    const end =
      shape === SHAPE.ENDED ? find(Math.min(asOf, spans.endFirst[incident] ?? start)) : today;
    const last = Math.min(today, open ? first : Math.max(first, end));
    if (last >= 0) {
      const from = Math.max(0, first);
      active[from] = (active[from] ?? 0) + 1;
      active[last + 1] = (active[last + 1] ?? 0) - 1;
    }
    if (open) unknown[Math.max(0, first + 1)] = (unknown[Math.max(0, first + 1)] ?? 0) + 1;
  }
  const stock = running(active);
  const perhaps = running(unknown);
  const made = bins.map(({ key }, at) => ({
    key,
    onsets: onsets[at] ?? 0,
    coarse: coarse[at] ?? 0,
    active: stock[at] ?? 0,
    unknownEnd: at <= today ? (perhaps[at] ?? 0) : 0,
  }));
  return { bins: made, unknownEnds, little: littleOf(made.slice(0, today + 1)) };
}

function littleOf(bins: readonly StockBin[]): OnsetStock['little'] {
  const all = bins.reduce((sum, { onsets, coarse }) => sum + onsets + coarse, 0);
  if (all === 0) return null;
  const active = bins.reduce((sum, bin) => sum + bin.active, 0);
  return { active: active / bins.length, onsets: all / bins.length, activity: active / all };
}

/** Little's law in words, and what a fall of the stock may mean. */
export function stockNote({ little, unknownEnds }: OnsetStock, bin: string): string {
  const open =
    unknownEnds === 0 ? '' : ` The end of ${counted(unknownEnds, 'incident')} is not known.`;
  if (little === null) return `Nothing began in this time.${open}`;
  return `On average ${figure(little.onsets)} began and ${figure(little.active)} were known to be active in a ${bin}: by Little's law each stayed active for about ${figure(little.activity)} ${bin}s. A fall of the active stock can mean fewer incidents or faster eviction; only onsets tell the first.${open}`;
}
