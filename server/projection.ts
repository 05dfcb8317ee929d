import 'server-only';
import { endOf, startOf } from '@/domain/dates';
import type { Incident } from '@/domain/incident';

const LONGEST_WORD = 60;
/** Letters of one record that are searched; PostgreSQL's index of them ends at a megabyte. */
const MOST_SEARCHED = 100_000;

/** Words as the search compares them: lower case, no accents, letters and digits only. */
export function foldedWords(text: string): string[] {
  const folded = text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
  const words = folded.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
  return words.map((word) => word.slice(0, LONGEST_WORD));
}

/** The states that live claims accuse, in their order. */
export function accusedStates(incident: Incident): string[] {
  const states = incident.claims.flatMap(({ accused, proposition, status }) =>
    accused !== null && proposition !== 'OTHER' && status === 'live' ? [accused] : [],
  );
  return [...new Set(states)];
}

function searchText(incident: Incident): string {
  const { id, title, summary, victims, victimStates, claims } = incident;
  const actors = claims.flatMap(({ actor, claimant }) => [actor ?? '', claimant.name]);
  const all = [id, title, summary, ...victims, ...victimStates, ...actors].join(' ');
  return [...new Set(foldedWords(all))].join(' ').slice(0, MOST_SEARCHED);
}

/** The columns by which incidents are searched, filtered and sorted, made from the current revision. */
export function projectionOf(incident: Incident) {
  const { title, summary, severity, status, tlp, victimStates, conduct, objects } = incident;
  return {
    ...{ title, summary, severity, status, tlp, victimStates, conduct, objects },
    startedFrom: new Date(startOf(incident.started)),
    startedTo: new Date(endOf(incident.started)),
    disclosed: incident.disclosed === null ? null : new Date(startOf(incident.disclosed)),
    accused: accusedStates(incident),
    searchText: searchText(incident),
  };
}
export type Projection = ReturnType<typeof projectionOf>;
