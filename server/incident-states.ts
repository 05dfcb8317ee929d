import 'server-only';
import { accusedIn } from '@/domain/attribution';
import { STATES } from '@/domain/states';
import { corpus, visibleIncidents } from './corpus';
import { isTooLarge } from './corpus/size';
import type { Visibility } from './incident-search';

export interface IncidentStates {
  readonly victims: readonly string[];
  readonly accused: readonly string[];
}

const known = new WeakMap<readonly object[], IncidentStates>();

/** Every state there is, where too many incidents are stored to look for those that occur. */
const ALL = Object.keys(STATES).sort();

/** The states that occur in the incidents a reader may see, for filters; kept as long as the corpus stays. */
export async function incidentStates(visibility: Visibility): Promise<IncidentStates> {
  if (await isTooLarge()) return { victims: ALL, accused: ALL };
  const incidents = visibleIncidents(await corpus(), visibility);
  const held = known.get(incidents);
  if (held !== undefined) return held;
  const states = {
    victims: [...new Set(incidents.flatMap(({ victimStates }) => victimStates))].sort(),
    accused: [...new Set(incidents.flatMap(({ claims }) => accusedIn(claims)))].sort(),
  };
  known.set(incidents, states);
  return states;
}
