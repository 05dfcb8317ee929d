import { z } from 'zod';
import { type AccusationCell, accusations } from '@/domain/attribution/accusations';
import { type AttributionBin, attributionBins } from '@/domain/attribution/attribution-bins';
import { type AttributionLag, attributionLag } from '@/domain/attribution/attribution-lag';
import {
  accusationsSummary,
  attributionSummary,
  lagSummary,
  reachedSummary,
  thresholdSummary,
} from '@/domain/attribution/attribution-words';
import { countsOn, type RecordColumns, recordColumns } from '@/domain/attribution/record-columns';
import { type ThresholdPoint, thresholdCurve } from '@/domain/attribution/threshold-curve';
import { binDays, binSizeFor, binsOver } from '@/domain/bins';
import { confidenceOf } from '@/domain/confidence';
import { isTestable, periodOf, shownPeriod } from '@/domain/standing-shape';
import type { StandingFilter, StandingView } from '@/domain/standing-view';
import { chartPeriod } from '@/domain/trend';
import { CLAIMANT_TYPES } from '@/domain/vocabulary';
import { type Behind, behindOf } from './incident-ref';
import { TEXT_ONLY, type TrendsHead, trendsHead } from './overview';
import type { World } from './world';

export const attributionParameters = z.strictObject({});

/** A bin with its days and its name. */
export interface NamedBin extends AttributionBin {
  readonly label: string;
  readonly from: string;
  readonly to: string;
}

/** Who attributes whom, with the incidents behind it. */
export interface Accusation extends AccusationCell, Behind {
  /** Words for a claimant that speaks for no state; null: a state. */
  readonly kind: string | null;
}

/** How sure the record is. */
export interface AttributionAnswer extends TrendsHead {
  readonly bins: readonly NamedBin[];
  /** The bins in words. */
  readonly said: string;
  readonly intervals: StandingView['confidence'];
  readonly lag: AttributionLag & { readonly said: string };
  readonly accusations: { readonly cells: readonly Accusation[]; readonly said: string };
  /** From 0 to 1 in hundredths, each with what it says. */
  readonly thresholds: readonly (ThresholdPoint & { readonly said: string })[];
  /** What each clause asks for. */
  readonly asked: readonly {
    readonly clause: string;
    readonly link: number;
    readonly state: number;
  }[];
}

/** The incidents of the whole record that began in the period, as places in the columns. */
function incidentsIn({ sweep }: World, filter: StandingFilter): number[] {
  const { columns, setting } = sweep;
  const { from, to } = periodOf(filter);
  return columns.incidents.flatMap(({ conduct }, place) => {
    const onset = columns.facts.startFirst[place] ?? Infinity;
    const kind = filter.conduct === null || conduct.some((one) => one === filter.conduct);
    return kind && from <= onset && onset <= Math.min(to, setting.asOf) ? [place] : [];
  });
}

function placesBehind(
  record: RecordColumns,
  chosen: readonly number[],
  asOf: number,
): ReadonlyMap<string, number[]> {
  const behind = new Map<string, number[]>();
  for (const incident of chosen) {
    const to = record.claimFrom[incident + 1] ?? 0;
    for (let claim = record.claimFrom[incident] ?? 0; claim < to; claim += 1) {
      if (!countsOn(record, claim, asOf)) continue;
      const key = `${record.claimants[record.claimant[claim] ?? 0]} ${record.states[record.accused[claim] ?? 0]}`;
      const list = behind.get(key) ?? [];
      if (list.at(-1) !== incident) list.push(incident);
      behind.set(key, list);
    }
  }
  return behind;
}

const isKind = (claimant: string): claimant is keyof typeof CLAIMANT_TYPES =>
  Object.hasOwn(CLAIMANT_TYPES, claimant);

function accusationsOf(world: World, record: RecordColumns, chosen: readonly number[]) {
  const { asOf } = world.setting;
  const cells = accusations(record, chosen, asOf);
  const behind = placesBehind(record, chosen, asOf);
  return {
    said: accusationsSummary(cells),
    cells: cells.map((cell) => ({
      ...cell,
      ...behindOf(world.sweep.columns, behind.get(`${cell.claimant} ${cell.accused}`) ?? []),
      kind: isKind(cell.claimant) ? CLAIMANT_TYPES[cell.claimant].label : null,
    })),
  };
}

function binsOf(world: World, filter: StandingFilter, rows: readonly number[]) {
  const { counted } = world.select(filter);
  const period = world.pact.referenceOnly ? null : chartPeriod(counted, shownPeriod(world, filter));
  if (period === null) return { by: filter.by, bins: [] };
  const by = binSizeFor(period, filter.by);
  const axis = binsOver(period, by);
  const bins = attributionBins(world.sweep, rows, axis).map((bin, at): NamedBin => {
    const own = axis[at];
    return {
      ...bin,
      ...(own === undefined ? { from: '', to: '' } : binDays(own)),
      label: own?.label ?? bin.key,
    };
  });
  return { by, bins };
}

/**
 * Belief, unattributed mass and conflict over time, the lag to attribution, who attributes whom, and
 * what counts at each threshold (method.md 2.4 and 5). Lag and accusations are of every incident of
 * the period that the reader may see, under the pact or not.
 */
export function shapeAttribution(world: World, filter: StandingFilter): AttributionAnswer {
  const { sweep, pact, setting, detail } = world;
  const { counted } = world.select(filter);
  const covered = pact.referenceOnly
    ? []
    : counted.filter(({ verdict }) => verdict !== 'NOT_COVERED');
  const rows = covered.map(({ row }) => row);
  const { by, bins } = binsOf(world, filter, rows);
  const record = recordColumns(sweep.columns.incidents, setting.compiledOn);
  const chosen = incidentsIn(world, filter);
  const lag = attributionLag(record, chosen, setting.asOf);
  const curve = thresholdCurve(sweep, rows);
  const intervals = confidenceOf(covered, setting.policy.values, { clauses: pact.clauses, detail });
  return {
    ...trendsHead(world, { ...filter, by }),
    caveat:
      'Belief is what the claims on record support at least, and not the chance that an accusation is true.',
    headline: pact.referenceOnly ? TEXT_ONLY : reachedSummary(intervals),
    said: attributionSummary(bins),
    bins,
    intervals,
    lag: { ...lag, said: lagSummary(lag) },
    accusations: accusationsOf(world, record, chosen),
    thresholds: curve.map((point) => ({ ...point, said: thresholdSummary(curve, point.theta) })),
    asked: pact.clauses
      .filter(isTestable)
      .map(({ id, theta }) => ({ clause: id, link: theta.link, state: theta.state })),
  };
}
