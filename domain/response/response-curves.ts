import { daysBetween } from '@/domain/dates';
import { groupBy } from '@/domain/group';
import {
  atRiskOn,
  type Duration,
  dayReached,
  kaplanMeier,
  type SurvivalStep,
} from '@/domain/survival';
import type { Sweep } from '@/domain/sweep/sheet';
import type { TrendValues } from '@/domain/trend/trend-policy';
import { type LogRank, type LogRankRefusal, logRank } from './log-rank';
import { RESPONSE_LEVELS, type ResponseColumns, type ResponseLevel } from './response-columns';

/** Days from knowledge at which the table tells who is still at risk. */
export const RISK_DAYS = [0, 7, 30, 90, 180, 365, 730] as const;

/** Time from knowledge to a first answer of some level, for one party. */
export interface ResponseCurve {
  readonly party: string;
  readonly level: ResponseLevel;
  readonly steps: readonly SurvivalStep[];
  readonly cases: number;
  readonly events: number;
  /** Still unanswered on `RISK_DAYS`. */
  readonly atRisk: readonly number[];
  /** Days by which half had been answered at this level; null where fewer were. */
  readonly median: number | null;
}

/** How far up the response ladder a party got, by case; levels -1 to 8. */
export interface Ladder {
  readonly party: string;
  readonly cases: number;
  readonly reached: readonly { readonly level: number; readonly cases: number }[];
}

export interface ResponseView {
  readonly curves: readonly ResponseCurve[];
  /** By level: whether the parties differ by more than chance, or why that is not asked. */
  readonly compared: readonly {
    readonly level: ResponseLevel;
    readonly test: LogRank | LogRankRefusal | null;
  }[];
  readonly ladders: readonly Ladder[];
}

/** Of the rows of each case, the one whose clock began first. Rows of a case follow each other. */
export function earliestRows(
  sweep: Sweep,
  rows: ArrayLike<number>,
  { knownAt }: ResponseColumns,
): number[] {
  const chosen: number[] = [];
  let held = -1;
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at] ?? -1;
    const known = knownAt[row] ?? Number.NaN;
    if (Number.isNaN(known)) continue;
    const key = sweep.key[row] ?? -1;
    const last = chosen.at(-1);
    if (key !== held) chosen.push(row);
    else if (last !== undefined && known < (knownAt[last] ?? 0)) chosen[chosen.length - 1] = row;
    held = key;
  }
  return chosen;
}

const LADDER = [-1, 0, 1, 2, 3, 4, 5, 6, 7, 8];

function durationsOf(
  rows: readonly number[],
  { knownAt, reached }: ResponseColumns,
  level: ResponseLevel,
  asOf: number,
): Duration[] {
  return rows.map((row) => {
    const known = knownAt[row] ?? asOf;
    const answered = reached[level][row] ?? Number.NaN;
    const event = !Number.isNaN(answered);
    return { days: daysBetween(known, event ? answered : asOf), event };
  });
}

/**
 * How quickly each party answers (method.md 5, "Time to response"): Kaplan-Meier from knowledge to
 * the first answer of each level, what is unanswered censored on the day of the sweep, one curve a
 * case. Unverified answers count as at most 3, and answers before knowledge as made at once
 * (method.md 3). Days are calendar days; `rows` are in order.
 */
export function responseView(
  sweep: Sweep,
  rows: ArrayLike<number>,
  columns: ResponseColumns,
  policy: Pick<TrendValues, 'logRankEvents'>,
): ResponseView {
  const { asOf } = sweep.setting;
  const groups = groupBy(
    earliestRows(sweep, rows, columns),
    (row) => sweep.parties[sweep.partition[row] ?? -1] ?? '',
  );
  const parties = sweep.pact.parties.map(({ code }) => code).filter((code) => groups.has(code));
  const own = (party: string): number[] => groups.get(party) ?? [];
  const timed = RESPONSE_LEVELS.map((level) => ({
    level,
    durations: parties.map((party) => durationsOf(own(party), columns, level, asOf)),
  }));
  return {
    curves: timed.flatMap(({ level, durations }) =>
      parties.map((party, at) => {
        const times = durations[at] ?? [];
        const steps = kaplanMeier(times);
        return {
          ...{ party, level, steps },
          cases: times.length,
          events: times.filter(({ event }) => event).length,
          atRisk: atRiskOn(times, RISK_DAYS),
          median: dayReached(steps, 0.5),
        };
      }),
    ),
    compared: timed.map(({ level, durations }) => ({
      level,
      test: durations.length < 2 ? null : logRank(durations, policy),
    })),
    ladders: parties.map((party) => ({
      party,
      cases: own(party).length,
      reached: LADDER.map((level) => ({
        level,
        cases: own(party).filter((row) => columns.highest[row] === level).length,
      })),
    })),
  };
}
