import 'server-only';
import { accusedIn } from '@/domain/attribution';
import { corpus, visibleIncidents } from './corpus';
import type { Visibility } from './incident-search';

export interface IncidentStates {
  readonly victims: readonly string[];
  readonly accused: readonly string[];
}

const known = new WeakMap<readonly object[], IncidentStates>();

/** The states that occur in the incidents a reader may see, for filters; kept as long as the corpus stays. */
export async function incidentStates(visibility: Visibility): Promise<IncidentStates> {
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
