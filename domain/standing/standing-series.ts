import { binsOver } from '@/domain/bins';
import type { Instant } from '@/domain/dates';
import type { Setting } from '@/domain/finding';
import { groupBy } from '@/domain/group';
import { NO_BASIS } from '@/domain/monitoring';
import type { Pact } from '@/domain/pact';
import { type Period, partySums, periodFor, type SignedAs, summarise } from '@/domain/standing';
import { periodOf, type ShownFinding } from '@/domain/standing-shape';
import { BIN_SIZES, type BinSize, type StandingFilter } from '@/domain/standing-view';
import type { Columns } from '@/domain/sweep/columns';
import { selectFromSweep } from '@/domain/sweep/select';
import { sweep } from '@/domain/sweep/sweep';
import type { StandingAt } from './standing-moves';

/** Most days at which standing is computed anew for one chart. */
export const END_LIMIT = 24;

/** The size of the bins at whose ends standing is computed: as asked, or coarser where there are too many. */
export function endSize(period: Period, by: BinSize, limit = END_LIMIT): BinSize {
  const sizes = BIN_SIZES.slice(BIN_SIZES.indexOf(by));
  return sizes.find((one) => binsOver(period, one).length <= limit) ?? 'year';
}

/** The ends of the bins of a period, the last one the end of the period itself; coarser bins where there are too many. */
export function periodEnds(period: Period, by: BinSize, limit = END_LIMIT): Instant[] {
  const ends = binsOver(period, endSize(period, by, limit)).map(({ to }) =>
    Math.min(to, period.to),
  );
  return ends.slice(-limit);
}

/** A party on one day, as the chart draws it; null where there is no index. */
export interface StandingPoint extends StandingAt {
  readonly low: number | null;
  readonly high: number | null;
}

export interface StandingSeriesQuestion {
  readonly columns: Columns;
  readonly pact: Pact;
  readonly setting: Setting;
  readonly filter: StandingFilter;
  readonly signedAs: SignedAs<ShownFinding>;
}

/**
 * How every party stood on each of some days, as the record was known on that day: claims, answers
 * and deadlines of later days are left out (method.md 4). The corpus is scored anew for each day.
 */
export function standingSeries(
  { columns, pact, setting, filter, signedAs }: StandingSeriesQuestion,
  ends: readonly Instant[],
): StandingPoint[] {
  if (pact.referenceOnly) return [];
  return ends.flatMap((asOf) => {
    const then = { ...setting, asOf };
    const swept = sweep(columns, pact, then, { partiesOnly: true });
    const { counted } = selectFromSweep(swept, signedAs).select(filter);
    const byParty = groupBy(counted, ({ party }) => party);
    const question = { pact, setting: then, period: periodOf(filter) };
    return pact.parties
      .filter(({ code }) => filter.party === null || code === filter.party)
      .map(({ code: party }): StandingPoint => {
        const own = byParty.get(party) ?? [];
        const period = periodFor(question, party);
        const sums = partySums(own, setting.policy.values);
        const summary = summarise(sums, { party, period, basis: NO_BASIS }, question);
        const { years, band, low, high } = summary;
        return { asOf, party, years, band, counted: own, low, high };
      });
  });
}
