import { toDay } from '@/domain/dates';
import { groupBy } from '@/domain/group';
import { stateName } from '@/domain/states';
import type { StandingPoint } from './standing-series';

const band = ({ low, high }: StandingPoint): string =>
  low === null || high === null
    ? 'no index'
    : `${Math.round(high)} (${Math.round(low)} to ${Math.round(high)})`;

/** Each party's index at the first and the last day, in the order of the parties; nobody is ranked. */
export function standingSummary(points: readonly StandingPoint[]): string {
  if (points.length === 0) return 'There is no standing to follow.';
  const told = [...groupBy(points, ({ party }) => party)].map(([party, own]) => {
    const shown = own.filter(({ high }) => high !== null);
    const [first, last] = [shown[0], shown.at(-1)];
    if (first === undefined || last === undefined) return `${stateName(party)} has no index`;
    if (first === last) return `${stateName(party)} ${band(first)} on ${toDay(first.asOf)}`;
    return `${stateName(party)} from ${band(first)} on ${toDay(first.asOf)} to ${band(last)} on ${toDay(last.asOf)}`;
  });
  return `Index from 0 to 100, as known on each day: ${told.join('; ')}.`;
}
