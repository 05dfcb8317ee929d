import { DAY_MS, type Instant, startOf } from './dates';
import type { Incident } from './incident';
import type { AdherenceEvent, Pact, Party } from './pact';

/** The time in which a pact binds: `[from, end)`, UTC; `end` may be Infinity. */
export interface InForce {
  readonly from: Instant;
  readonly end: Instant;
}

/** Compliance for parties; compatibility for states whose record holds only refusal or no reply (method.md 1). */
export type StandingMode = 'compliance' | 'compatibility';

/** The party a state answers as: itself, or its successor. */
export function partyOf(pact: Pact, state: string): Party | null {
  return (
    pact.parties.find(({ code }) => code === state) ??
    pact.parties.find(({ succeeds }) => succeeds.includes(state)) ??
    null
  );
}

const eventsOf = (pact: Pact, party: string): AdherenceEvent[] =>
  pact.adherence.filter((event) => event.party === party);

/** Whether a party has compliance or only compatibility under a pact. */
export function standingMode(pact: Pact, party: string): StandingMode {
  const events = eventsOf(pact, party);
  const onlyDeclined = events.every(({ state }) => state === 'refused' || state === 'no_reply');
  return events.length > 0 && onlyDeclined ? 'compatibility' : 'compliance';
}

function firstAt(events: readonly AdherenceEvent[]): Instant | null {
  return events.length === 0 ? null : Math.min(...events.map(({ at }) => startOf(at)));
}

/** Entry into force for one party of a historical pact and its end there; null when it never entered. */
function ownInForce(pact: Pact, party: string): InForce | null {
  const events = eventsOf(pact, party);
  const from = firstAt(events.filter(({ state }) => state === 'in_force'));
  if (from === null) return null;
  const left = firstAt(
    events.filter(
      ({ state, at }) => (state === 'withdrawn' || state === 'suspended') && startOf(at) >= from,
    ),
  );
  return { from, end: left === null ? Infinity : left + pact.noticeDays * DAY_MS };
}

function ending(pact: Pact): Instant {
  return pact.end === undefined ? Infinity : startOf(pact.end);
}

/**
 * When a pact binds two of its parties towards each other (method.md 1, "Time"). A hypothetical
 * pact from the assumed date; a historical one from the later of the two entries into force to the
 * first withdrawal or suspension plus notice. A state that only refused is tested as if bound with
 * the other side. Null: never in force between them.
 */
export function inForceBetween(
  pact: Pact,
  one: string,
  other: string,
  assumedFrom: Instant | null,
): InForce | null {
  if (pact.kind === 'hypothetical')
    return assumedFrom === null ? null : { from: assumedFrom, end: ending(pact) };
  const sides = [one, other]
    .filter((party) => standingMode(pact, party) === 'compliance')
    .map((party) => ownInForce(pact, party));
  const bound = sides.filter((side) => side !== null);
  if (bound.length === 0 || bound.length < sides.length) return null;
  return {
    from: Math.max(...bound.map(({ from }) => from)),
    end: Math.min(ending(pact), ...bound.map(({ end }) => end)),
  };
}

/** When a party is bound towards at least one other party; null when never. */
export function inForceFor(pact: Pact, party: string, assumedFrom: Instant | null): InForce | null {
  const spans = pact.parties
    .filter(({ code }) => code !== party)
    .map(({ code }) => inForceBetween(pact, party, code, assumedFrom))
    .filter((span) => span !== null);
  if (spans.length === 0) return null;
  return {
    from: Math.min(...spans.map(({ from }) => from)),
    end: Math.max(...spans.map(({ end }) => end)),
  };
}

/** The assumed entry into force of a hypothetical pact; null for a historical one. */
export function assumedFrom(pact: Pact): Instant | null {
  return pact.assumedInForce === null ? null : startOf(pact.assumedInForce);
}

/** Parties other than the accused's that are victims of an incident. */
export function victimParties(pact: Pact, incident: Incident, accused: Party | null): Party[] {
  const parties = new Set(incident.victimStates.map((state) => partyOf(pact, state)));
  return [...parties].filter((party) => party !== null && party !== accused) as Party[];
}

/** Whether the conduct lies between signature and entry into force of a historical pact (VCLT 18). */
export function inGoodFaithPeriod(pact: Pact, party: string, start: Instant): boolean {
  const events = eventsOf(pact, party);
  const signed = firstAt(events.filter(({ state }) => state === 'signed'));
  const entered = ownInForce(pact, party)?.from ?? Infinity;
  return pact.kind === 'historical' && signed !== null && signed <= start && start < entered;
}
