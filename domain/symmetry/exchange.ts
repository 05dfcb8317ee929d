import type { Monitoring } from '@/domain/dossier';
import type { Incident } from '@/domain/incident';
import type { Pact } from '@/domain/pact';

/** Two names taken for each other. */
export type Exchange = (state: string) => string;

export const exchangeOf =
  (one: string, other: string): Exchange =>
  (state) =>
    state === one ? other : state === other ? one : state;

const maybe = (name: Exchange, state: string | null): string | null =>
  state === null ? null : name(state);

/** An incident in which two states have changed places: as victims, accused, claimants and answerers. */
export function exchangedIncident(incident: Incident, name: Exchange): Incident {
  const { selfDisclosedBy, victimStates, joint } = incident;
  const by = <T extends { by: string }>(items: readonly T[]): T[] =>
    items.map((item) => ({ ...item, by: name(item.by) }));
  return {
    ...incident,
    victimStates: victimStates.map(name),
    joint: joint.map((group) => group.map(name)),
    ...(selfDisclosedBy === undefined ? {} : { selfDisclosedBy: name(selfDisclosedBy) }),
    claims: incident.claims.map((claim) => ({
      ...claim,
      accused: maybe(name, claim.accused),
      claimant: { ...claim.claimant, state: maybe(name, claim.claimant.state) },
    })),
    notifications: by(incident.notifications).map((notice) => ({
      ...notice,
      to: name(notice.to),
      ...(notice.onBehalfOf === undefined ? {} : { onBehalfOf: name(notice.onBehalfOf) }),
    })),
    responses: by(incident.responses),
    extensions: by(incident.extensions),
    pleas: by(incident.pleas),
    objections: by(incident.objections),
  };
}

/** A pact in which two states have changed places, their reservations and succession with them. */
export function exchangedPact(pact: Pact, name: Exchange): Pact {
  const party = <T extends { party: string }>(items: readonly T[]): T[] =>
    items.map((item) => ({ ...item, party: name(item.party) }));
  return {
    ...pact,
    parties: pact.parties.map(({ code, succeeds }) => ({
      code: name(code),
      succeeds: succeeds.map(name),
    })),
    adherence: party(pact.adherence),
    clauses: pact.clauses.map((clause) => ({
      ...clause,
      reservations: party(clause.reservations),
    })),
  };
}

export const exchangedMonitoring = (
  monitoring: readonly Monitoring[],
  name: Exchange,
): Monitoring[] =>
  monitoring.map((record) => ({ ...record, victimState: name(record.victimState) }));
