import { toDay } from '@/domain/dates';
import { groupBy } from '@/domain/group';
import { stateName } from '@/domain/states';
import { monthText } from '@/domain/trend/wording';
import type { StandingPoint } from './standing-series';

const band = ({ low, high }: StandingPoint): string =>
  low === null || high === null
    ? 'no index'
    : `${Math.round(high)} (${Math.round(low)} to ${Math.round(high)})`;

/** `December 2016` of the day of a point. */
function monthOf({ asOf }: StandingPoint): string {
  const [year = 0, month = 1] = toDay(asOf).split('-').map(Number);
  return monthText(year * 12 + month - 1);
}

/** Each party's index at the first and the last day, in the order of the parties; nobody is ranked. */
export function standingSummary(points: readonly StandingPoint[]): string {
  if (points.length === 0) return 'There is no standing to follow.';
  const told = [...groupBy(points, ({ party }) => party)].map(([party, own]) => {
    const shown = own.filter(({ high }) => high !== null);
    const [first, last] = [shown[0], shown.at(-1)];
    if (first === undefined || last === undefined) return `${stateName(party)} has no index`;
    if (first === last) return `${stateName(party)} at ${band(first)} in ${monthOf(first)}`;
    if (band(first) === band(last))
      return `${stateName(party)} at ${band(first)} in ${monthOf(first)} as in ${monthOf(last)}`;
    return `${stateName(party)} from ${band(first)} in ${monthOf(first)} to ${band(last)} in ${monthOf(last)}`;
  });
  return `${told.join('; ')}.`;
}
