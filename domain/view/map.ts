import { z } from 'zod';
import type { ShownFinding } from '@/domain/standing-shape';
import type { StandingFilter } from '@/domain/standing-view';
import { type Place, placesOf } from '@/domain/trend/places';
import { placesSummary } from '@/domain/trend/places-words';
import { leftOut, mapHeadline } from './map-words';
import { type TrendsHead, trendsHead } from './overview';
import type { World } from './world';

export const mapParameters = z.strictObject({});

/** What the map cannot show at a place, counted so that nothing is dropped in silence. */
export interface Unplaced {
  /** Covered incidents, each once. */
  readonly shown: number;
  /** Of those: no state is among the victims on record. */
  readonly withoutVictim: number;
  /** Of those: linked to no state, nor contested to be. */
  readonly withoutLink: number;
  /** Incidents under the filter that the pact does not cover, and those of them without a state. */
  readonly uncovered: number;
  readonly uncoveredWithoutVictim: number;
}

/** Everything the map shows: states as victims and as what acts are linked to, in order of code. */
export interface MapView extends TrendsHead {
  readonly places: readonly Place[];
  readonly unplaced: Unplaced;
  /** What is not on the map, a sentence each. */
  readonly notes: readonly string[];
  readonly summary: string;
}

function countUnplaced({ sweep }: World, counted: readonly ShownFinding[]): Unplaced {
  const covered = new Set<number>();
  const linked = new Set<number>();
  const all = new Set<number>();
  for (const { row, verdict, link } of counted) {
    const incident = sweep.incident[row] ?? -1;
    all.add(incident);
    if (verdict === 'NOT_COVERED') continue;
    covered.add(incident);
    if (link.predicate !== 'unmet') linked.add(incident);
  }
  const nowhere = (incident: number): boolean =>
    (sweep.columns.incidents[incident]?.victimStates ?? []).length === 0;
  const outside = [...all].filter((incident) => !covered.has(incident));
  return {
    shown: covered.size,
    withoutVictim: [...covered].filter(nowhere).length,
    withoutLink: covered.size - linked.size,
    uncovered: outside.length,
    uncoveredWithoutVictim: outside.filter(nowhere).length,
  };
}

/**
 * Victims and linked territories of covered incidents. A link says that an act came from a state's
 * territory or was done by its nationals (method.md 2), not that the state did it; the states it is
 * tested for are the parties of the pact.
 */
export function shapeMap(world: World, filter: StandingFilter): MapView {
  const { pact, sweep } = world;
  const counted = pact.referenceOnly ? [] : world.select(filter).counted;
  const covered = counted.filter(({ verdict }) => verdict !== 'NOT_COVERED');
  const rows = covered.map(({ row }) => row);
  const places = placesOf(sweep, rows);
  const unplaced = countUnplaced(world, counted);
  const head = trendsHead(world, filter);
  return {
    ...head,
    headline: mapHeadline(head, places),
    caveat: pact.referenceOnly
      ? null
      : 'Links are tested for the parties of the pact alone; where victims were, and who looked for them, decides much of what is on record.',
    places,
    unplaced,
    notes: leftOut(unplaced),
    summary: placesSummary(places),
  };
}
