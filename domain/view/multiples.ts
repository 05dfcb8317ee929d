import { z } from 'zod';
import { binDays, binSizeFor, binsOver } from '@/domain/bins';
import { monitoredShares } from '@/domain/monitoring';
import type { Period } from '@/domain/standing';
import { isTestable, shownPeriod } from '@/domain/standing-shape';
import type { StandingFilter } from '@/domain/standing-view';
import { chartPeriod } from '@/domain/trend';
import { type TrendAnnotation, trendAnnotations } from '@/domain/trend/annotations';
import { type Multiple, multiplesOf } from '@/domain/trend/multiples';
import { multiplesHeadline, multiplesSummary } from './multiples-words';
import { OVERS, type Over } from './over';
import { type TrendsHead, trendsHead } from './overview';
import type { World } from './world';

export const multiplesParameters = z.strictObject({ over: z.enum(OVERS).default('party') });
export type MultiplesParameters = z.infer<typeof multiplesParameters>;

/** One small chart, with whether anybody is on record as having looked, bin by bin. */
export interface ShownMultiple extends Multiple {
  /** A clause's reference beside its id; null for a party. */
  readonly reference: string | null;
  readonly watched: readonly boolean[];
}

/** Everything the view of small multiples shows: charts of one scale and one axis. */
export interface MultiplesView extends TrendsHead {
  readonly over: Over;
  /** Days are `YYYY-MM-DD`, both included. */
  readonly bins: readonly {
    readonly key: string;
    readonly label: string;
    readonly from: string;
    readonly to: string;
  }[];
  readonly charts: readonly ShownMultiple[];
  /** Parties or clauses without a covered finding, left out of the charts. */
  readonly empty: readonly string[];
  /** Most findings in one bin of any of them: the common scale. */
  readonly most: number;
  readonly annotations: readonly TrendAnnotation[];
  readonly summary: string;
}

const isHeld = ({ bins }: Multiple): boolean =>
  bins.some(({ counts }) => Object.values(counts).some((count) => count > 0));

function keysOf({ pact }: World, over: Over, filter: StandingFilter): string[] {
  if (pact.referenceOnly) return [];
  const keys =
    over === 'party'
      ? pact.parties.map(({ code }) => code)
      : pact.clauses.filter(isTestable).map(({ id }) => id);
  const only = over === 'party' ? filter.party : filter.clause;
  return keys.filter((key) => only === null || key === only);
}

/** Whether somebody looked, bin by bin: for a party, at the sides it could have wronged. */
function watchedFor({ pact, monitoring }: World, party: string | null, bins: readonly Period[]) {
  const shares = monitoredShares(pact, monitoring, party);
  return bins.map((bin) => (shares(bin) ?? 0) > 0);
}

/**
 * Covered findings by party or clause on one axis and one scale. By party each incident counts once
 * for each accused state, at its gravest; by clause, once under each clause that covers it.
 */
export function shapeMultiples(
  world: World,
  filter: StandingFilter,
  { over }: MultiplesParameters,
): MultiplesView {
  const { pact, setting } = world;
  const { counted, findings } = world.select(filter);
  const period = pact.referenceOnly ? null : chartPeriod(counted, shownPeriod(world, filter));
  const by = period === null ? filter.by : binSizeFor(period, filter.by);
  const axis = period === null ? [] : binsOver(period, by);
  const keys = keysOf(world, over, filter);
  const { charts, most } = multiplesOf(over === 'party' ? counted : findings, over, keys, axis);
  const held = charts.filter(isHeld).map((chart) => ({
    ...chart,
    reference:
      pact.clauses.find(({ id }) => over === 'clause' && id === chart.key)?.reference ?? null,
    watched: watchedFor(world, over === 'party' ? chart.key : filter.party, axis),
  }));
  const empty = charts.filter((chart) => !isHeld(chart)).map(({ key }) => key);
  const head = trendsHead(world, { ...filter, by });
  return {
    ...head,
    headline: multiplesHeadline(head, over, held, empty.length),
    caveat:
      over === 'clause'
        ? 'An incident that several clauses cover counts under each of them.'
        : 'Counts depend on who was looking, and at whom: a state that is watched closely shows more.',
    over,
    bins: axis.map((bin) => ({ key: bin.key, label: bin.label, ...binDays(bin) })),
    charts: held,
    empty,
    most,
    annotations: trendAnnotations(pact, setting, world.rules, []),
    summary: multiplesSummary(over, held, most),
  };
}
