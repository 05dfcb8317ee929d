import type { Setting } from '@/domain/finding';
import type { MonitoringBasis } from '@/domain/monitoring';
import type { Pact } from '@/domain/pact';
import { periodFor, summarise } from '@/domain/standing';
import type { StandingSums } from '@/domain/standing-sums';
import type { StandingLine } from '@/domain/standing-view';
import type { Sweep } from '@/domain/sweep/sheet';
import { VERDICTS, type Verdict } from '@/domain/verdict';
import type { Rollup } from './rollup';
import { VERDICT_OF } from './rules';
import { UNIT } from './weighing';

/** How many verdicts there are: the innermost stride of every count below. */
const WIDE = VERDICTS.length;

/** What the findings under a pact add up to, flat, by verdict in the order of `VERDICTS`. */
export interface Figures {
  readonly clauses: readonly string[];
  readonly parties: readonly string[];
  /** [clause][party][verdict]: findings. */
  readonly byClause: ArrayLike<number>;
  /** [party][verdict]: one finding per incident and accused state, the gravest. */
  readonly byParty: ArrayLike<number>;
  /** By party: expected weighted violations, lower and upper (method.md 4). */
  readonly low: ArrayLike<number>;
  readonly high: ArrayLike<number>;
}

/** The figures of a rollup: rules become verdicts, units become numbers. */
export function figuresOfRollup(rollup: Rollup): Figures {
  const { clauses, parties, counts, caseCounts, caseLow, caseHigh } = rollup;
  const rules = VERDICT_OF.length;
  const byClause = new Int32Array(clauses.length * parties.length * WIDE);
  for (let at = 0; at < counts.length; at += 1) {
    const place = Math.floor(at / rules) * WIDE + (VERDICT_OF[at % rules] ?? 0);
    byClause[place] = (byClause[place] ?? 0) + (counts[at] ?? 0);
  }
  return {
    ...{ clauses, parties, byClause },
    byParty: Int32Array.from(caseCounts),
    low: Float64Array.from(caseLow, (units) => units / UNIT),
    high: Float64Array.from(caseHigh, (units) => units / UNIT),
  };
}

/** The same figures as plain lists, as they go over the wire. */
export const plainFigures = ({ byClause, byParty, low, high, ...names }: Figures): Figures => ({
  ...{ ...names, byClause: Array.from(byClause), byParty: Array.from(byParty) },
  ...{ low: Array.from(low), high: Array.from(high) },
});

/** Whether the incident of a row had begun on the day: before that it is no case, though a sweep has it. */
export const hasBegun = ({ columns, incident, setting }: Sweep, row: number): boolean =>
  (columns.facts.startFirst[incident[row] ?? -1] ?? 0) <= setting.asOf;

/** The same figures from a sweep and the sums over all of it, as plain numbers. */
export function figuresOfSweep(sweep: Sweep, { parties: sums }: StandingSums): Figures {
  const { pact, parties: partyOf, tests } = sweep;
  const parties = pact.parties.map(({ code }) => code);
  const places = partyOf.map((code) => (code === null ? -1 : parties.indexOf(code)));
  const byClause = new Array<number>(tests.length * parties.length * WIDE).fill(0);
  for (let row = 0; row < sweep.rows; row += 1) {
    const party = places[sweep.partition[row] ?? -1] ?? -1;
    if (party < 0 || !hasBegun(sweep, row)) continue;
    const verdict = VERDICT_OF[sweep.rule[row] ?? 0] ?? 0;
    const place = ((sweep.clause[row] ?? 0) * parties.length + party) * WIDE + verdict;
    byClause[place] = (byClause[place] ?? 0) + 1;
  }
  return {
    clauses: tests.map(({ clause }) => clause.id),
    parties,
    byClause,
    byParty: parties.flatMap((code) =>
      VERDICTS.map((verdict) => sums.get(code)?.counts[verdict] ?? 0),
    ),
    low: parties.map((code) => sums.get(code)?.vLow ?? 0),
    high: parties.map((code) => sums.get(code)?.vHigh ?? 0),
  };
}

/** Counts by verdict from a place of a flat list on. */
export function countsAt(counts: ArrayLike<number>, from: number): Record<Verdict, number> {
  const entries = VERDICTS.map((verdict, at) => [verdict, counts[from + at] ?? 0] as const);
  return Object.fromEntries(entries) as Record<Verdict, number>;
}

/** How a party stands under a variant. The word is null where it rests on monitoring not yet looked up. */
export type LabLine = Pick<StandingLine, 'party' | 'mode' | 'low' | 'high' | 'counts' | 'years'> & {
  readonly word: StandingLine['word'] | null;
};

/** A variant as it is drawn: its figures and how the parties stand by them. */
export interface Shown {
  readonly figures: Figures;
  readonly lines: readonly LabLine[];
}

/** What was looked for, by party, in the time a variant would have been in force. */
export type Bases = Readonly<Record<string, MonitoringBasis>>;

const NO_BASIS: MonitoringBasis = {
  ...{ sourceClasses: 0, monitored: null, notified: 0, answered: 0 },
  ...{ adequate: false, broad: false },
};

/**
 * How the parties stand by some figures (method.md 4). Without `bases` a word that only monitoring
 * decides stays open: the sums alone cannot tell "no indication" from "unable to conclude".
 */
export function shownOf(
  figures: Figures,
  question: { readonly pact: Pact; readonly setting: Setting },
  bases: Bases | null,
): Shown {
  const lines = figures.parties.map((party, at): LabLine => {
    const counts = countsAt(figures.byParty, at * WIDE);
    const sums = {
      ...{ counts, expected: 0, none: 1 },
      ...{ vLow: figures.low[at] ?? 0, vHigh: figures.high[at] ?? 0 },
    };
    const basis = bases?.[party];
    const period = periodFor(question, party);
    const { mode, word, low, high, years } = summarise(
      sums,
      { party, period, basis: basis ?? NO_BASIS },
      question,
    );
    const open = basis === undefined && word === 'UNABLE_TO_CONCLUDE';
    return { party, mode, low, high, counts, years, word: open ? null : word };
  });
  return { figures, lines };
}
