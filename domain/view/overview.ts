import { type Bin, binDays, binNumber, binsOver } from '@/domain/bins';
import { isViolation } from '@/domain/compliance-index';
import { groupBy } from '@/domain/group';
import { headOf, shownPeriod } from '@/domain/standing-shape';
import type { BinSize, StandingFilter, ViewHead } from '@/domain/standing-view';
import { chartPeriod } from '@/domain/trend';
import type { World } from './world';

/** One bar of the strip in which a period is chosen. */
export interface OverviewBin {
  readonly key: string;
  readonly label: string;
  /** First and last day. */
  readonly from: string;
  readonly to: string;
  /** Counted findings that are covered, and those of them that are violations. */
  readonly covered: number;
  readonly found: number;
}

/** What every view of the trends stands under. */
export interface TrendsHead extends ViewHead {
  /** The answer in one sentence. */
  readonly headline: string;
  /** What keeps the answer from saying more; null: nothing in particular. */
  readonly caveat: string | null;
  /** The whole period under the filter, as if none had been asked for: what a choice is made from. */
  readonly overview: readonly OverviewBin[];
}

/** What every view says of a pact that is kept for its text alone. */
export const TEXT_ONLY = 'This pact is kept for its text: nothing is counted under it.';

/** Most bars of the strip, by the size of its bins. */
const MOST: readonly (readonly [BinSize, number])[] = [
  ['month', 72],
  ['quarter', 120],
];

function stripBins(period: { readonly from: number; readonly to: number }): [BinSize, Bin[]] {
  for (const [size, most] of MOST)
    if (binNumber(period.to, size) - binNumber(period.from, size) < most)
      return [size, binsOver(period, size)];
  return ['year', binsOver(period, 'year')];
}

/** Strips by the filter without its period: choosing a period asks for the same again. */
const drawn = new WeakMap<World, Map<string, readonly OverviewBin[]>>();
const MOST_KEPT = 50;

/** The strip: counted findings by onset over the whole time in force, the chosen period left aside. */
export function overviewOf(world: World, filter: StandingFilter): readonly OverviewBin[] {
  if (world.pact.referenceOnly) return [];
  const whole = { ...filter, since: null, until: null, by: 'year' as const };
  const key = JSON.stringify(whole);
  const kept = drawn.get(world) ?? new Map<string, readonly OverviewBin[]>();
  drawn.set(world, kept);
  const known = kept.get(key) ?? overviewUnder(world, whole);
  if (kept.size < MOST_KEPT) kept.set(key, known);
  return known;
}

function overviewUnder(world: World, whole: StandingFilter): OverviewBin[] {
  const { counted } = world.select(whole);
  const covered = counted.filter(({ verdict }) => verdict !== 'NOT_COVERED');
  const period = chartPeriod(covered, shownPeriod(world, whole));
  if (period === null) return [];
  const [size, bins] = stripBins(period);
  const members = groupBy(covered, ({ onset }) => binNumber(onset, size));
  return bins.map((bin) => {
    const own = members.get(binNumber(bin.from, size)) ?? [];
    return {
      ...{ key: bin.key, label: bin.label, ...binDays(bin), covered: own.length },
      found: own.filter(({ verdict }) => isViolation(verdict)).length,
    };
  });
}

/** The head of a view under a filter; each view words its own headline. */
export function trendsHead(
  world: World,
  filter: StandingFilter,
): Omit<TrendsHead, 'headline' | 'caveat'> {
  return { ...headOf(world, filter), overview: overviewOf(world, filter) };
}
