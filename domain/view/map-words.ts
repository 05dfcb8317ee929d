import type { ViewHead } from '@/domain/standing-view';
import { stateInProse } from '@/domain/states';
import type { Place } from '@/domain/trend/places';
import { counted, listed } from '@/domain/trend/wording';
import type { Unplaced } from './map';

/** States named one by one up to this many. */
const NAMED = 3;

const named = (states: readonly string[]): string =>
  states.length <= NAMED ? listed(states.map(stateInProse)) : `${states.length} states`;

/** The answer in one sentence: where the victims were, and what acts are linked to. */
export function mapHeadline({ pact }: Pick<ViewHead, 'pact'>, places: readonly Place[]): string {
  if (pact.referenceOnly) return 'This pact is kept for its text: nothing is counted under it.';
  if (pact.inForce === null) return 'This pact was never in force: nothing is counted under it.';
  const would = pact.kind === 'hypothetical' ? 'would cover' : 'covered';
  const victims = places.filter(({ victim }) => victim > 0).map(({ state }) => state);
  const linked = places.filter((place) => place.linked > 0).map(({ state }) => state);
  if (places.length === 0) return `No incident that the pact ${would} falls in this period.`;
  const where =
    victims.length === 0 ? 'name no state as victim' : `had victims in ${named(victims)}`;
  const to =
    linked.length === 0
      ? '; none is linked to a party'
      : ` and are linked to territory or nationals of ${named(linked)}`;
  return `Incidents that the pact ${would} ${where}${to}.`;
}

/** What is not on the map, in a sentence each. */
export function leftOut(unplaced: Unplaced): string[] {
  const { shown, withoutVictim, withoutLink, uncovered, uncoveredWithoutVictim } = unplaced;
  const of = counted(shown, 'covered incident');
  const without =
    uncoveredWithoutVictim === 0
      ? ''
      : `, ${uncoveredWithoutVictim} of them without a state among the victims on record`;
  return [
    ...(withoutVictim === 0
      ? []
      : [
          `Of ${of}, ${withoutVictim} ${withoutVictim === 1 ? 'names' : 'name'} no state as victim (unknown, or a body of no one state such as the European Union): not on the map, counted in every other figure.`,
        ]),
    ...(withoutLink === 0
      ? []
      : [`Of ${of}, ${withoutLink} ${withoutLink === 1 ? 'is' : 'are'} linked to no party.`]),
    ...(uncovered === 0
      ? []
      : [
          `${counted(uncovered, 'incident')} under this filter ${uncovered === 1 ? 'is' : 'are'} not covered by the pact and not shown${without}.`,
        ]),
  ];
}
