import { stateName } from '@/domain/states';
import type { Place } from './places';
import { counted } from './wording';

const most = (places: readonly Place[], of: (place: Place) => number): string | null => {
  const [first] = [...places].sort((one, two) => of(two) - of(one));
  return first === undefined || of(first) === 0
    ? null
    : `${stateName(first.state)} (${counted(of(first), 'incident')})`;
};

/** The map in words: who is a victim most often, and where acts are linked to most often. */
export function placesSummary(places: readonly Place[]): string {
  const [victim, linked] = [most(places, (one) => one.victim), most(places, (one) => one.linked)];
  if (victim === null) return 'No incident is shown.';
  const links =
    linked === null ? 'no act is linked to a state' : `acts are linked most often to ${linked}`;
  return `${counted(places.length, 'state')} shown. Most often a victim: ${victim}; ${links}. A link says where an act came from or whose nationals did it, not that the state did it. Borders are drawn for orientation and take no side.`;
}
