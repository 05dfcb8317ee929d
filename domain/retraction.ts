import type { Claim } from './claim';
import { endOf, type Instant, parseAsOf } from './dates';
import type { Incident } from './incident';

/** When a claim entered the public record: the end of its interval; undated claims count from `compiledOn` (dossier.md). */
export function claimKnownAt(claim: Pick<Claim, 'date'>, compiledOn: string): Instant {
  if (claim.date !== null) return endOf(claim.date);
  const compiled = parseAsOf(compiledOn);
  if (compiled === null) throw new Error(`compiledOn is not a day: ${compiledOn}`);
  return compiled;
}

function wasRetractedBy(claim: Claim, asOf: Instant): boolean {
  if (claim.status !== 'retracted') return false;
  return claim.retractedOn === undefined || endOf(claim.retractedOn) <= asOf;
}

function wasLive(claim: Claim, claims: readonly Claim[], asOf: Instant): boolean {
  switch (claim.status) {
    case 'live':
      return true;
    case 'superseded':
      return false;
    case 'retracted':
      return !wasRetractedBy(claim, asOf);
    case 'orphaned': {
      // Orphaned by a retraction that had not happened yet on that day.
      const leads = claims.filter(({ id }) => claim.derivedFrom.includes(id));
      return (
        leads.some(({ status }) => status === 'retracted') &&
        leads.every((lead) => !wasRetractedBy(lead, asOf))
      );
    }
  }
}

/**
 * The claims that count on a day: made by then, and not retracted, superseded or orphaned by then.
 * Retraction is bitemporal: removed from today's value, kept in as-of views (method.md 2.4).
 */
export function liveClaims(incident: Incident, asOf: Instant, compiledOn: string): Claim[] {
  return incident.claims
    .filter(
      (claim) => claimKnownAt(claim, compiledOn) <= asOf && wasLive(claim, incident.claims, asOf),
    )
    .map((claim) => (claim.status === 'live' ? claim : { ...claim, status: 'live' as const }));
}

/**
 * Until when a claim counts: the instant from which it is retracted or orphaned; Infinity: it still
 * counts; null: it never does. `liveClaims` asks the same of one day.
 */
export function liveUntil(claim: Claim, claims: readonly Claim[]): Instant | null {
  const ends = (retracted: readonly Claim[]): Instant | null =>
    retracted.some(({ retractedOn }) => retractedOn === undefined)
      ? null
      : Math.min(
          ...retracted.map(({ retractedOn }) =>
            retractedOn === undefined ? -Infinity : endOf(retractedOn),
          ),
        );
  switch (claim.status) {
    case 'live':
      return Infinity;
    case 'superseded':
      return null;
    case 'retracted':
      return ends([claim]);
    case 'orphaned': {
      const leads = claims.filter(
        ({ id, status }) => claim.derivedFrom.includes(id) && status === 'retracted',
      );
      return leads.length === 0 ? null : ends(leads);
    }
  }
}

type Retractable = Pick<Claim, 'id' | 'status' | 'dependence' | 'cluster'> & {
  derivedFrom?: readonly string[] | undefined;
};

/**
 * Retracts one claim: its derivatives become orphaned until re-reviewed, claims that share its
 * evidence survive (method.md 2.4).
 */
export function retract<C extends Retractable>(claims: readonly C[], id: string): C[] {
  return claims.map((claim) => {
    if (claim.id === id) return { ...claim, status: 'retracted' };
    const rested = claim.dependence === 'derivative' && (claim.derivedFrom ?? []).includes(id);
    return rested && claim.status === 'live' ? { ...claim, status: 'orphaned' } : claim;
  });
}
