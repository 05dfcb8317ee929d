import chiSquareQuantile from '@stdlib/stats-base-dists-chisquare-quantile';
import { z } from 'zod';
import { daysBetween, type Instant, toDay } from '@/domain/dates';
import { clocksOf, runningClocks } from '@/domain/deadlines';
import type { ResponseLevel } from '@/domain/response/response-columns';
import { responseColumns } from '@/domain/response/response-columns';
import {
  earliestRows,
  type Ladder,
  type ResponseCurve,
  type ResponseView,
  RISK_DAYS,
  responseView,
} from '@/domain/response/response-curves';
import { responseSummary } from '@/domain/response/response-words';
import type { StandingFilter, StandingView } from '@/domain/standing-view';
import type { SurvivalStep } from '@/domain/survival';
import { TREND_POLICY_2026_11 } from '@/domain/trend/trend-policy';
import { counted } from '@/domain/trend/wording';
import { RESPONSE_LEVELS as LEVEL_NAMES } from '@/domain/vocabulary';
import { behindOf, type IncidentRef } from './incident-ref';
import { TEXT_ONLY, type TrendsHead, trendsHead } from './overview';
import type { World } from './world';

export const responseParameters = z.strictObject({});

/** A step with Greenwood's interval; null where it is not defined. */
export interface BandedStep extends SurvivalStep {
  readonly low: number | null;
  readonly high: number | null;
}

export interface BandedCurve extends Omit<ResponseCurve, 'steps'> {
  readonly steps: readonly BandedStep[];
}

/** One case behind the curves: when its accused knew, and the days to a first answer of each level. */
export interface AnsweredCase extends IncidentRef {
  readonly party: string;
  readonly clause: string;
  readonly accused: string;
  readonly knownAt: string;
  /** Days known by the day asked about. */
  readonly known: number;
  /** Null: not by that day. */
  readonly days: Readonly<Record<ResponseLevel, number | null>>;
  readonly highest: number;
}

/** How quickly states answer. */
export interface ResponseAnswer extends TrendsHead {
  readonly curves: readonly BandedCurve[];
  readonly riskDays: readonly number[];
  /** Parties with a curve, those with most cases first. */
  readonly parties: readonly string[];
  readonly cases: { readonly rows: readonly AnsweredCase[]; readonly total: number };
  readonly ladders: readonly Ladder[];
  readonly levels: Readonly<Record<number, string>>;
  readonly clocks: StandingView['clocks'];
  readonly coverage: number;
}

/** Most cases that are sent; the curves rest on all. */
export const CASE_LIMIT = 300;

function banded(curve: ResponseCurve, z: number): BandedCurve {
  const steps = curve.steps.map((step) => {
    const { survival, error } = step;
    return {
      ...step,
      low: error === null ? null : Math.max(0, survival - z * error),
      high: error === null ? null : Math.min(1, survival + z * error),
    };
  });
  return { ...curve, steps };
}

/** Most parties that one sentence tells of one by one. */
const TOLD = 4;

/** Each party in a sentence, or all of them together where they are many. */
function told(view: ResponseView): string {
  if (view.ladders.length <= TOLD) return responseSummary(view);
  const sum = (of: (curve: ResponseCurve) => number, level: ResponseLevel): number =>
    view.curves.reduce((all, curve) => (curve.level === level ? all + of(curve) : all), 0);
  const answered = (level: ResponseLevel): number => sum(({ events }) => events, level);
  return `${view.ladders.length} parties knew of ${counted(
    sum(({ cases }) => cases, 2),
    'case',
  )}: ${answered(2)} acknowledged, ${answered(4)} investigated, ${answered(5)} acted upon.`;
}

function missing({ pact }: Pick<TrendsHead, 'pact'>, summary: string): string {
  if (pact.referenceOnly) return TEXT_ONLY;
  return pact.inForce === null ? 'This pact was never in force: no clock runs under it.' : summary;
}

/** How quickly each party answers what it knows of (method.md 5, "Time to response"). */
export function shapeResponse(world: World, filter: StandingFilter): ResponseAnswer {
  const { sweep, setting, pact } = world;
  const { columns: facts } = sweep;
  const policy = TREND_POLICY_2026_11.values;
  const findings = pact.referenceOnly ? [] : world.select(filter).findings;
  const rows = findings.map(({ row }) => row);
  const columns = responseColumns(sweep);
  const view = responseView(sweep, rows, columns, policy);
  const spread = Math.sqrt(chiSquareQuantile(policy.rateCoverage, 1));
  const byRow = new Map(findings.map((finding) => [finding.row, finding]));
  const taken = (known: Instant, at: number | undefined): number | null =>
    at === undefined || Number.isNaN(at) ? null : daysBetween(known, at);
  const all = earliestRows(sweep, rows, columns).flatMap((row): AnsweredCase[] => {
    const finding = byRow.get(row);
    const [ref] = behindOf(facts, [sweep.incident[row] ?? -1]).refs;
    if (finding === undefined || ref === undefined) return [];
    const known = columns.knownAt[row] ?? setting.asOf;
    const { reached } = columns;
    return [
      {
        ...ref,
        ...{ party: finding.party, clause: finding.clause, accused: finding.accused },
        knownAt: toDay(known),
        known: daysBetween(known, setting.asOf),
        days: {
          2: taken(known, reached[2][row]),
          4: taken(known, reached[4][row]),
          5: taken(known, reached[5][row]),
        },
        highest: columns.highest[row] ?? 0,
      },
    ];
  });
  const head = trendsHead(world, filter);
  return {
    ...head,
    caveat:
      'Only answers on record count: what a state did and told nobody looks like doing nothing.',
    headline: missing(head, told(view)),
    curves: view.curves.map((curve) => banded(curve, spread)),
    riskDays: RISK_DAYS,
    parties: [...view.ladders].sort((one, two) => two.cases - one.cases).map(({ party }) => party),
    cases: {
      rows: all.sort((one, two) => (one.knownAt < two.knownAt ? 1 : -1)).slice(0, CASE_LIMIT),
      total: all.length,
    },
    ladders: view.ladders,
    levels: LEVEL_NAMES,
    clocks: clocksOf(runningClocks(findings), setting.asOf),
    coverage: policy.rateCoverage,
  };
}
