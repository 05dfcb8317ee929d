import { adherenceSteps } from './adherence';
import { binDays, binNumber, binSizeFor, binsOver, monthsOf } from './bins';
import { assumedFrom } from './bound';
import { type Instant, startOf, toDay } from './dates';
import type { Setting } from './finding';
import { groupBy } from './group';
import type { AdherenceState, Pact } from './pact';
import type { Period, StandingFinding } from './standing';
import type { Annotation, BinSize, FindingBin, HeatCell } from './standing-view';
import { stateName } from './states';
import { VERDICTS, type Verdict } from './verdict';
import { addedUp, countVerdictsBy, type VerdictCounts } from './verdict-counts';

/** What the series read of a finding; both speeds of the engine give it. */
export interface TrendFinding extends StandingFinding {
  readonly clause: string;
  /** First instant of the incident's start: the day by which it is counted. */
  readonly onset: Instant;
}

/** From the first onset of a finding that is covered to the last; null where none is. */
function onsetsOf(findings: readonly TrendFinding[]): Period | null {
  let from = Infinity;
  let to = -Infinity;
  for (const { onset, verdict } of findings)
    if (verdict !== 'NOT_COVERED') {
      from = Math.min(from, onset);
      to = Math.max(to, onset);
    }
  return from <= to ? { from, to } : null;
}

/** The stretch that two stretches span together. */
export const spanning = (one: Period | null, two: Period | null): Period | null =>
  one === null || two === null
    ? (one ?? two)
    : { from: Math.min(one.from, two.from), to: Math.max(one.to, two.to) };

/** The period of a chart, stretched back to the first finding that is covered though it began before. */
export const chartPeriod = (
  findings: readonly TrendFinding[],
  period: Period | null,
): Period | null => spanning(period, onsetsOf(findings));

export interface BinQuestion {
  readonly period: Period | null;
  readonly by: BinSize;
  /** Monitored share of a stretch, 0 to 1; null where there is no record. */
  readonly monitored: (stretch: Period) => number | null;
}

/**
 * Counted findings, one per incident and accused, by the bin of their onset. Empty bins are there,
 * with their monitored share: no record is null and not zero (method.md 4, "Not punishing
 * transparency"). Findings outside the period are not drawn.
 */
export const findingBins = (counted: readonly TrendFinding[], question: BinQuestion): FindingBins =>
  binsOfMonths(countVerdictsBy(counted, monthOf), question);

/** Number of the month of a finding's onset. */
export const monthOf = ({ onset }: Pick<TrendFinding, 'onset'>): number =>
  binNumber(onset, 'month');

export interface FindingBins {
  readonly by: BinSize;
  readonly bins: FindingBin[];
}

/** The same from findings counted by month. */
export function binsOfMonths(
  months: VerdictCounts<number>,
  { period, by, monitored }: BinQuestion,
): FindingBins {
  if (period === null) return { by, bins: [] };
  const size = binSizeFor(period, by);
  const bins = binsOver(period, size).map((bin) => ({
    key: bin.key,
    label: bin.label,
    ...binDays(bin),
    counts: addedUp(monthsOf(bin).map((month) => months.get(month))),
    monitored: monitored({
      from: Math.max(bin.from, period.from),
      to: Math.min(bin.to, period.to),
    }),
  }));
  return { by: size, bins };
}

const gravestOf = (counts: Readonly<Record<Verdict, number>>): Verdict =>
  VERDICTS.find((verdict) => counts[verdict] > 0) ?? 'NOT_COVERED';

/** Covered findings counted by clause, then by year of onset. */
export type YearsByClause = ReadonlyMap<string, VerdictCounts<number>>;

/** Counts the findings that are covered by clause and year. */
export function yearsByClause(findings: readonly TrendFinding[]): YearsByClause {
  const covered = findings.filter(({ verdict }) => verdict !== 'NOT_COVERED');
  const byClause = groupBy(covered, ({ clause }) => clause);
  return new Map(
    [...byClause].map(([clause, own]) => [
      clause,
      countVerdictsBy(own, ({ onset }) => binNumber(onset, 'year')),
    ]),
  );
}

/** Findings by clause and year of onset; a cell where nothing was covered is left out. */
export function heatOf(
  counted: YearsByClause,
  clauses: readonly string[],
  period: Period | null,
): { clauses: string[]; years: number[]; cells: HeatCell[] } {
  const years =
    period === null ? [] : binsOver(period, 'year').map(({ from }) => binNumber(from, 'year'));
  return {
    clauses: [...clauses],
    years,
    cells: clauses.flatMap((clause) =>
      years.flatMap((year) => {
        const counts = counted.get(clause)?.get(year);
        return counts === undefined ? [] : [{ clause, year, counts, gravest: gravestOf(counts) }];
      }),
    ),
  };
}

const STEPS: Readonly<Record<AdherenceState, string>> = {
  proposed: 'proposed',
  offered: 'offered',
  negotiating: 'negotiating',
  signed: 'signed',
  ratified: 'ratified',
  in_force: 'in force',
  suspended: 'suspended',
  withdrawn: 'withdrew',
  refused: 'refused',
  no_reply: 'no reply',
};

/** Most states an annotation names. */
const NAMED = 3;

const named = (parties: readonly string[]): string =>
  parties.length > NAMED ? `${parties.length} states` : parties.map(stateName).join(', ');

/** Dated events of a pact up to `asOf`: the assumed entry into force and every step of adherence. */
export function annotationsOf(
  pact: Pact,
  { asOf, assumedFrom: given }: Pick<Setting, 'asOf' | 'assumedFrom'>,
): Annotation[] {
  const from = pact.kind === 'hypothetical' ? (given ?? assumedFrom(pact)) : null;
  const assumed: Annotation[] =
    from === null || from > asOf ? [] : [{ date: toDay(from), label: 'Assumed entry into force' }];
  const steps = adherenceSteps(pact)
    .filter(({ at }) => startOf(at) <= asOf)
    .map(({ at, state, parties }) => ({
      date: toDay(startOf(at)),
      label: `${named(parties)}: ${STEPS[state]}`,
    }));
  return [...assumed, ...steps].sort((one, two) =>
    one.date < two.date ? -1 : one.date > two.date ? 1 : 0,
  );
}
