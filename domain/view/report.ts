import { isOpen, isViolation } from '@/domain/compliance-index';
import { toDay } from '@/domain/dates';
import { groupBy } from '@/domain/group';
import { periodEnds, standingSeries } from '@/domain/standing/standing-series';
import { type ShownFinding, shownPeriod } from '@/domain/standing-shape';
import type { FindingRow, StandingFilter } from '@/domain/standing-view';
import { shapeTrend, type TrendView } from './trend';
import type { World } from './world';

/** Where a party stood on a day, as the record was known on it; null without an index. */
export interface BandDay {
  readonly day: string;
  readonly low: number | null;
  readonly high: number | null;
}

export interface PartyBand {
  readonly party: string;
  readonly days: readonly BandDay[];
}

/** What a report on paper draws and lists beside the standing itself. */
export interface ReportViews {
  readonly trend: TrendView;
  /** The bands of the parties with most on record, at most `BANDS`; null where only signed findings count. */
  readonly bands: readonly PartyBand[] | null;
  /** Covered findings, the gravest first, at most `REPORT_ROWS`; `total` counts all. */
  readonly findings: { readonly rows: readonly FindingRow[]; readonly total: number };
}

/** Most findings a report lists; the others are in the full data. */
export const REPORT_ROWS = 200;
/** Most parties whose band is followed over time. */
export const BANDS = 6;
/** Days a band is computed for: fewer of a large corpus, which is scored anew for each. */
const DAYS = { most: 12, least: 4 };
const SCORED = 240_000;

const daysFor = (incidents: number): number =>
  Math.max(DAYS.least, Math.min(DAYS.most, Math.floor(SCORED / Math.max(1, incidents))));

const onRecord = (findings: readonly ShownFinding[]): number =>
  findings.filter(({ verdict }) => isViolation(verdict) || isOpen(verdict)).length;

/** The parties a report follows, in the order of the pact: those with most on record where there are many. */
function followed(world: World, filter: StandingFilter): string[] {
  const parties = world.pact.parties.map(({ code }) => code);
  const asked = parties.filter((code) => filter.party === null || code === filter.party);
  if (asked.length <= BANDS) return asked;
  const own = groupBy(world.select(filter).counted, ({ party }) => party);
  const most = [...asked]
    .sort((one, two) => onRecord(own.get(two) ?? []) - onRecord(own.get(one) ?? []))
    .slice(0, BANDS);
  return asked.filter((code) => most.includes(code));
}

/** The index bands over time, from the whole corpus scored anew for each day. */
export function bandsOf(world: World, filter: StandingFilter): PartyBand[] | null {
  if (filter.counting === 'signed') return null;
  const { pact, setting, sweep } = world;
  const period = pact.referenceOnly ? null : shownPeriod(world, filter);
  if (period === null) return [];
  const points = standingSeries(
    { columns: sweep.columns, pact, setting, filter, signedAs: () => null },
    periodEnds(period, filter.by, daysFor(sweep.columns.incidents.length)),
  );
  const own = groupBy(points, ({ party }) => party);
  return followed(world, filter).map((party) => ({
    party,
    days: (own.get(party) ?? []).map(({ asOf, low, high }) => ({ day: toDay(asOf), low, high })),
  }));
}

/** The views of a report under a filter; `listed` are the findings behind its standing, in their order. */
export function shapeReport(
  world: World,
  filter: StandingFilter,
  listed: readonly FindingRow[],
): ReportViews {
  const { counted } = world.select(filter);
  return {
    trend: shapeTrend(world, filter),
    bands: bandsOf(world, filter),
    findings: {
      rows: listed.filter(({ verdict }) => verdict !== 'NOT_COVERED').slice(0, REPORT_ROWS),
      total: counted.filter(({ verdict }) => verdict !== 'NOT_COVERED').length,
    },
  };
}
