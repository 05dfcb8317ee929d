import gammainc from '@stdlib/math-base-special-gammainc';
import { dot, inverse, square, times } from '@/domain/effect/linear';
import type { Duration } from '@/domain/survival';
import type { TrendValues } from '@/domain/trend/trend-policy';

/** Whether several curves differ by more than chance. */
export interface LogRank {
  readonly statistic: number;
  readonly freedom: number;
  /** Chance of as large a difference or larger, were the curves the same. */
  readonly chance: number;
}

/** Too few answers in a group to compare; the number of each. */
export interface LogRankRefusal {
  readonly code: 'too_few_events';
  readonly events: readonly number[];
  readonly needed: number;
}

interface Tally {
  readonly atRisk: number[];
  readonly events: number[];
}

/** Days with an event, each with who was at risk and to whom it came, by group. */
function tallies(groups: readonly (readonly Duration[])[]): Tally[] {
  const sorted = groups.map((group) => Float64Array.from(group, ({ days }) => days).sort());
  const came = groups.map((group) => {
    const byDay = new Map<number, number>();
    for (const { days, event } of group) if (event) byDay.set(days, (byDay.get(days) ?? 0) + 1);
    return byDay;
  });
  const days = [...new Set(came.flatMap((byDay) => [...byDay.keys()]))].sort(
    (one, two) => one - two,
  );
  const gone = groups.map(() => 0);
  return days.map((day) => {
    const atRisk = sorted.map((list, group) => {
      let passed = gone[group] ?? 0;
      while ((list[passed] ?? Infinity) < day) passed += 1;
      gone[group] = passed;
      return list.length - passed;
    });
    return { atRisk, events: came.map((byDay) => byDay.get(day) ?? 0) };
  });
}

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

/**
 * Log-rank test of two or more groups (method.md 5, "Time to response"). Refused where a group has
 * fewer than `logRankEvents` events; null where nothing can tell the groups apart.
 */
export function logRank(
  groups: readonly (readonly Duration[])[],
  { logRankEvents }: Pick<TrendValues, 'logRankEvents'>,
): LogRank | LogRankRefusal | null {
  const events = groups.map((group) => group.filter(({ event }) => event).length);
  if (events.some((n) => n < logRankEvents))
    return { code: 'too_few_events', events, needed: logRankEvents };
  const freedom = groups.length - 1;
  if (freedom < 1) return null;
  const excess = new Float64Array(freedom);
  const spread = square(freedom);
  for (const { atRisk, events: came } of tallies(groups)) {
    const [all, d] = [sum(atRisk), sum(came)];
    const scale = all > 1 ? (d * (all - d)) / (all - 1) : 0;
    for (let one = 0; one < freedom; one += 1) {
      const share = (atRisk[one] ?? 0) / all;
      excess[one] = (excess[one] ?? 0) + (came[one] ?? 0) - d * share;
      for (let two = 0; two < freedom; two += 1) {
        const place = one * freedom + two;
        const other = (atRisk[two] ?? 0) / all;
        const product = scale * share * ((one === two ? 1 : 0) - other);
        spread.values[place] = (spread.values[place] ?? 0) + product;
      }
    }
  }
  const inverted = inverse(spread);
  if (inverted === null) return null;
  const statistic = dot(excess, times(inverted, excess));
  return { statistic, freedom, chance: gammainc(statistic / 2, freedom / 2, true, true) };
}
