import { z } from 'zod';
import { type Bin, binsOver } from '@/domain/bins';
import { isViolation } from '@/domain/compliance-index';
import { monitoredShares } from '@/domain/monitoring';
import type { Policy } from '@/domain/policy';
import type { Period } from '@/domain/standing';
import { askedParty, type ShownFinding, shownPeriod } from '@/domain/standing-shape';
import type { FindingBin, StandingFilter } from '@/domain/standing-view';
import type { Sweep } from '@/domain/sweep/sheet';
import { chartPeriod, findingBins } from '@/domain/trend';
import { type TrendAnnotation, trendAnnotations } from '@/domain/trend/annotations';
import { effortOn, watchedSides } from '@/domain/trend/effort';
import { type OnsetStock, onsetStock, stockNote } from '@/domain/trend/onset-stock';
import { type RatePoint, rateLine } from '@/domain/trend/rate-line';
import { effortBreaks } from '@/domain/trend/scope-break';
import { TREND_POLICY_2026_11 } from '@/domain/trend/trend-policy';
import { MEASURES, type Measure } from './measure';
import { type TrendsHead, trendsHead } from './overview';
import { trendHeadline } from './trend-words';
import type { World } from './world';

export const trendParameters = z.strictObject({ measure: z.enum(MEASURES).default('violations') });
export type TrendParameters = z.infer<typeof trendParameters>;

/** Everything the view of the trend shows; each series has one entry for each bin. */
export interface TrendView extends TrendsHead {
  readonly measure: Measure;
  readonly bins: readonly FindingBin[];
  readonly annotations: readonly TrendAnnotation[];
  readonly rate: {
    /** Whether anybody recorded how much was looked; otherwise a month counts as a month. */
    readonly recorded: boolean;
    /** Coverage of the intervals, 0 to 1. */
    readonly coverage: number;
    readonly points: readonly RatePoint[];
  };
  readonly stock: OnsetStock & {
    /** Little's law in words, and what a fall may mean. */
    readonly note: string;
  };
}

const counts = (measure: Measure) =>
  measure === 'violations'
    ? ({ verdict }: ShownFinding) => isViolation(verdict)
    : ({ verdict }: ShownFinding) => verdict !== 'NOT_COVERED';

function countIn(bins: readonly Bin[], findings: readonly ShownFinding[]): number[] {
  return bins.map(
    ({ from, to }) => findings.filter(({ onset }) => from <= onset && onset <= to).length,
  );
}

/** The incidents of some findings, each once, as places in the columns of a sweep. */
function incidentsOf(sweep: Sweep, findings: readonly ShownFinding[]): number[] {
  return [...new Set(findings.map(({ row }) => sweep.incident[row] ?? -1))];
}

const rulesOf = ({ version, validFrom }: Policy) => [
  { name: 'Policy', version, validFrom },
  {
    name: 'Policy of trends',
    version: TREND_POLICY_2026_11.version,
    validFrom: TREND_POLICY_2026_11.validFrom,
  },
];

const NO_STOCK: OnsetStock = { bins: [], unknownEnds: 0, little: null };
const NO_TIME: Period = { from: 0, to: -1 };

/**
 * Findings by verdict, the rate with its exact interval, onsets and active stock (method.md 5).
 * Filters narrow the findings; the exposure is that of the sides which a party of the filter could
 * have wronged, within the time in force.
 */
export function shapeTrend(
  world: World,
  filter: StandingFilter,
  { measure }: TrendParameters,
): TrendView {
  const { pact, setting, monitoring, sweep } = world;
  const party = askedParty(pact, filter);
  const { counted } = world.select(filter);
  const within = shownPeriod(world, filter);
  const period = pact.referenceOnly ? null : chartPeriod(counted, within);
  const monitored = monitoredShares(pact, monitoring, party);
  const { by, bins } = findingBins(counted, { period, by: filter.by, monitored });
  const axis = period === null ? [] : binsOver(period, by);
  const measured = counted.filter(counts(measure));
  const numbers = countIn(axis, measured);
  const sides = watchedSides(pact, party);
  const breaks = effortBreaks(monitoring, sides);
  const effort = effortOn(monitoring, sides);
  const coverage = TREND_POLICY_2026_11.values.rateCoverage;
  const stock =
    period === null
      ? NO_STOCK
      : onsetStock(sweep.columns.facts, incidentsOf(sweep, measured), axis, setting.asOf);
  const head = trendsHead(world, { ...filter, by });
  return {
    ...head,
    headline: trendHeadline(
      head,
      measure,
      bins.map(({ label, monitored: share }, at) => ({
        ...{ label, n: numbers[at] ?? 0, watched: share !== null && share > 0 },
      })),
    ),
    measure,
    bins,
    annotations: trendAnnotations(pact, setting, rulesOf(setting.policy), breaks),
    rate: {
      ...{ recorded: effort.recorded, coverage },
      points: rateLine(axis, numbers, {
        ...{ period: within ?? NO_TIME, breaks, effort, coverage },
      }),
    },
    stock: { ...stock, note: stockNote(stock, by) },
  };
}
