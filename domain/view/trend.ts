import { z } from 'zod';
import { type Bin, binNumber, binsOver } from '@/domain/bins';
import { isViolation } from '@/domain/compliance-index';
import { toDay } from '@/domain/dates';
import { monitoredShares } from '@/domain/monitoring';
import type { Period } from '@/domain/standing';
import { askedParty, type ShownFinding, shownPeriod } from '@/domain/standing-shape';
import type { FindingBin, StandingFilter } from '@/domain/standing-view';
import type { Sweep } from '@/domain/sweep/sheet';
import { chartPeriod, findingBins } from '@/domain/trend';
import { type TrendAnnotation, trendAnnotations } from '@/domain/trend/annotations';
import { countInBins } from '@/domain/trend/bin-finder';
import { effortOn, watchedSides } from '@/domain/trend/effort';
import { type NowcastMonths, nowcastMonths } from '@/domain/trend/nowcast-months';
import { nowcastSummary } from '@/domain/trend/nowcast-words';
import { type OnsetStock, onsetStock, stockNote } from '@/domain/trend/onset-stock';
import { type RatePoint, rateLine } from '@/domain/trend/rate-line';
import { effortBreaks } from '@/domain/trend/scope-break';
import { TREND_POLICY_2026_11 } from '@/domain/trend/trend-policy';
import { type TrendsHead, trendsHead } from './overview';
import { caveatOf, rateSummary, trendHeadline } from './trend-words';
import type { World } from './world';

export const trendParameters = z.strictObject({});

/** Everything the view of the trend shows; each series has one entry for each bin. */
export interface TrendView extends TrendsHead {
  readonly bins: readonly FindingBin[];
  readonly annotations: readonly TrendAnnotation[];
  readonly rate: {
    /** Whether anybody recorded how much was looked; otherwise a month counts as a month. */
    readonly recorded: boolean;
    /** Coverage of the intervals, 0 to 1. */
    readonly coverage: number;
    readonly points: readonly RatePoint[];
    /** First day of what is counted into the rate: within the time in force; null: nothing is. */
    readonly from: string | null;
    readonly summary: string;
  };
  readonly stock: OnsetStock & {
    /** Little's law in words, and what a fall may mean. */
    readonly note: string;
  };
  readonly reporting: NowcastMonths & {
    /** Key of the first bin with a month that is provisional or not over; null: there is none. */
    readonly provisionalBin: string | null;
    readonly summary: string;
  };
}

const POLICY = TREND_POLICY_2026_11.values;
const NO_STOCK: OnsetStock = { bins: [], unknownEnds: 0, little: null };
const NO_REPORTS: NowcastMonths = {
  ...{ months: [], coarse: 0, unreported: 0, provisionalFrom: null },
};
const NO_TIME: Period = { from: 0, to: -1 };

/** The incidents of some findings, each once, as places in the columns of a sweep. */
const incidentsOf = (sweep: Sweep, findings: readonly ShownFinding[]): number[] => [
  ...new Set(findings.map(({ row }) => sweep.incident[row] ?? -1)),
];

/** The first bin that holds a month which is provisional, or which is not over on the day asked about. */
export function provisionalBin(
  axis: readonly Bin[],
  { provisionalFrom }: Pick<NowcastMonths, 'provisionalFrom'>,
  asOf: number,
): string | null {
  const running = binNumber(asOf + 1, 'month');
  const first = Math.min(provisionalFrom ?? running, running);
  return axis.find(({ to }) => binNumber(to, 'month') >= first)?.key ?? null;
}

function stockAndReports(
  { sweep, setting, reports }: World,
  counted: readonly ShownFinding[],
  axis: readonly Bin[],
  period: Period | null,
): { readonly stock: OnsetStock; readonly reported: NowcastMonths } {
  if (period === null) return { stock: NO_STOCK, reported: NO_REPORTS };
  const covered = counted.filter(({ verdict }) => verdict !== 'NOT_COVERED');
  const chosen = incidentsOf(sweep, covered);
  const { asOf } = setting;
  return {
    stock: onsetStock(sweep.columns.facts, chosen, axis, asOf),
    reported: nowcastMonths(reports(), chosen, { period, asOf }, POLICY),
  };
}

/**
 * Findings by verdict, the rate of violations with its exact interval, onsets and active stock of
 * covered incidents, and what is still to be reported (method.md 5). Filters narrow the findings;
 * the exposure is that of the sides which a party of the filter could have wronged, within the time
 * in force.
 */
export function shapeTrend(world: World, filter: StandingFilter): TrendView {
  const { pact, setting, monitoring } = world;
  const party = askedParty(pact, filter);
  const { counted } = world.select(filter);
  const within = shownPeriod(world, filter);
  const period = pact.referenceOnly ? null : chartPeriod(counted, within);
  const monitored = monitoredShares(pact, monitoring, party);
  const { by, bins } = findingBins(counted, { period, by: filter.by, monitored });
  const axis = period === null ? [] : binsOver(period, by);
  const found = counted.filter(({ verdict }) => isViolation(verdict));
  const onsets = found.map(({ onset }) => onset);
  const span = within ?? NO_TIME;
  // What began before the pact bound is covered for what came after; no rate of onsets counts it.
  const bound = onsets.filter((onset) => span.from <= onset && onset <= span.to);
  const sides = watchedSides(pact, party);
  const breaks = effortBreaks(monitoring, sides);
  const effort = effortOn(monitoring, sides);
  const coverage = POLICY.rateCoverage;
  const points = rateLine(axis, countInBins(axis, bound), {
    ...{ period: span, breaks, effort, coverage },
  });
  const { stock, reported } = stockAndReports(world, counted, axis, period);
  const head = trendsHead(world, { ...filter, by });
  const counts = countInBins(axis, onsets);
  const told = bins.map(({ label, monitored: share }, at) => ({
    ...{ label, n: counts[at] ?? 0, watched: share !== null && share > 0 },
  }));
  return {
    ...head,
    headline: trendHeadline(head, told),
    caveat: caveatOf(head, told),
    bins,
    annotations: trendAnnotations(pact, setting, world.rules, breaks),
    rate: {
      ...{ recorded: effort.recorded, coverage, points },
      from: within === null ? null : toDay(within.from),
      summary: rateSummary(bins, points, { recorded: effort.recorded, coverage }),
    },
    stock: { ...stock, note: stockNote(stock, by) },
    reporting: {
      ...reported,
      provisionalBin: provisionalBin(axis, reported, setting.asOf),
      summary: nowcastSummary(reported),
    },
  };
}
