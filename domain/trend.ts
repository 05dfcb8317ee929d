import { adherenceSteps } from './adherence';
import { binDays, binNumber, binSizeFor, binsOver } from './bins';
import { assumedFrom } from './bound';
import { type Instant, startOf, toDay } from './dates';
import type { Setting } from './finding';
import type { AdherenceState, Pact } from './pact';
import { countVerdicts, countVerdictsBy, type Period, type StandingFinding } from './standing';
import type { Annotation, BinSize, FindingBin, HeatCell } from './standing-view';
import { stateName } from './states';
import { VERDICTS, type Verdict } from './verdict';

/** What the series read of a finding; both speeds of the engine give it. */
export interface TrendFinding extends StandingFinding {
  readonly clause: string;
  /** First instant of the incident's start: the day by which it is counted. */
  readonly onset: Instant;
}

/** The period of a chart, stretched back to the first finding that is covered though it began before. */
export function chartPeriod(
  findings: readonly TrendFinding[],
  period: Period | null,
): Period | null {
  let from = period?.from ?? Infinity;
  let to = period?.to ?? -Infinity;
  for (const { onset, verdict } of findings)
    if (verdict !== 'NOT_COVERED') {
      from = Math.min(from, onset);
      to = Math.max(to, onset);
    }
  return from <= to ? { from, to } : null;
}

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
export function findingBins(
  counted: readonly TrendFinding[],
  { period, by, monitored }: BinQuestion,
): { readonly by: BinSize; readonly bins: FindingBin[] } {
  if (period === null) return { by, bins: [] };
  const size = binSizeFor(period, by);
  const counts = countVerdictsBy(counted, ({ onset }) => binNumber(onset, size));
  const bins = binsOver(period, size).map((bin) => ({
    key: bin.key,
    label: bin.label,
    ...binDays(bin),
    counts: counts.get(binNumber(bin.from, size)) ?? countVerdicts([]),
    monitored: monitored({
      from: Math.max(bin.from, period.from),
      to: Math.min(bin.to, period.to),
    }),
  }));
  return { by: size, bins };
}

const gravestOf = (counts: Readonly<Record<Verdict, number>>): Verdict =>
  VERDICTS.find((verdict) => counts[verdict] > 0) ?? 'NOT_COVERED';

/** Findings by clause and year of onset; a cell where nothing was covered is left out. */
export function heatOf(
  findings: readonly TrendFinding[],
  clauses: readonly string[],
  period: Period | null,
): { clauses: string[]; years: number[]; cells: HeatCell[] } {
  const place = new Map(clauses.map((clause, at) => [clause, at]));
  const cellOf = (clause: string, year: number): number =>
    (place.get(clause) ?? -1) + year * clauses.length;
  const asked = findings.filter(
    ({ clause, verdict }) => verdict !== 'NOT_COVERED' && place.has(clause),
  );
  const cells = countVerdictsBy(asked, ({ clause, onset }) =>
    cellOf(clause, binNumber(onset, 'year')),
  );
  const years =
    period === null ? [] : binsOver(period, 'year').map(({ from }) => binNumber(from, 'year'));
  return {
    clauses: [...clauses],
    years,
    cells: clauses.flatMap((clause) =>
      years.flatMap((year) => {
        const counts = cells.get(cellOf(clause, year));
        if (counts === undefined) return [];
        return [{ clause, year, counts, gravest: gravestOf(counts) }];
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
