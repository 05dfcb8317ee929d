import type { Bin } from '@/domain/bins';
import type { Sweep } from '@/domain/sweep/sheet';
import { binFinder } from '@/domain/trend/bin-finder';
import { beliefAt } from './belief';
import { binned, type Quantiles, quantilesOf } from './quantiles';

/** How sure the record is of the findings of one bin; null where there is none. */
export interface AttributionBin {
  readonly key: string;
  readonly n: number;
  readonly link: Quantiles | null;
  readonly state: Quantiles | null;
  /** Mass that no claim gives to anyone, and conflict between rival accusations, 0 to 1. */
  readonly unattributed: Quantiles | null;
  readonly conflict: Quantiles | null;
}

const MEASURES = ['link', 'state', 'unattributed', 'conflict'] as const;

/**
 * Belief, unattributed mass and conflict by onset, as held on the day of the sweep (method.md 2.4).
 * Rows are those that count, one per incident and accused. A bin without any is a gap.
 */
export function attributionBins(
  sweep: Sweep,
  rows: ArrayLike<number>,
  bins: readonly Bin[],
): AttributionBin[] {
  const find = binFinder(bins);
  const binOf = new Int32Array(rows.length);
  const column = (): Float64Array => new Float64Array(rows.length);
  const held = { link: column(), state: column(), unattributed: column(), conflict: column() };
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at] ?? -1;
    binOf[at] = find(sweep.columns.facts.startFirst[sweep.incident[row] ?? -1] ?? Infinity);
    const belief = beliefAt(sweep, row);
    held.link[at] = belief.link;
    held.state[at] = belief.state;
    held.unattributed[at] = belief.unattributed;
    held.conflict[at] = belief.conflict;
  }
  const [link, state, unattributed, conflict] = MEASURES.map((measure) =>
    binned(held[measure], binOf, bins.length),
  );
  const quantiles = (lists: Float64Array[] | undefined, at: number): Quantiles | null =>
    quantilesOf(lists?.[at] ?? []);
  return bins.map(({ key }, at) => ({
    key,
    n: link?.[at]?.length ?? 0,
    link: quantiles(link, at),
    state: quantiles(state, at),
    unattributed: quantiles(unattributed, at),
    conflict: quantiles(conflict, at),
  }));
}
