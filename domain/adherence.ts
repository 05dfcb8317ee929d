import { standingMode } from './bound';
import { type Dated, type Instant, startOf } from './dates';
import { groupBy } from './group';
import type { AdherenceState, Pact } from './pact';

/** What a state did about a pact, on one day, together with the others that did the same. */
export interface AdherenceStep {
  readonly at: Dated;
  readonly state: AdherenceState;
  readonly parties: readonly string[];
  readonly reasons: readonly { readonly party: string; readonly reason: string }[];
  readonly counterProposals: readonly string[];
  readonly sources: readonly string[];
}

/** Adherence events in order of time, those of one day, kind and source together. */
export function adherenceSteps(pact: Pact): AdherenceStep[] {
  const groups = groupBy(
    pact.adherence,
    ({ at, state, sources }) => `${at.date} ${at.precision} ${state} ${sources.join(' ')}`,
  );
  return [...groups.values()]
    .flatMap((events) => {
      const [first] = events;
      if (first === undefined) return [];
      return [
        {
          at: first.at,
          state: first.state,
          parties: events.map(({ party }) => party),
          reasons: events.flatMap(({ party, statedReason }) =>
            statedReason === null ? [] : [{ party, reason: statedReason }],
          ),
          counterProposals: events.flatMap(({ counterProposalId }) =>
            counterProposalId === null ? [] : [counterProposalId],
          ),
          sources: first.sources,
        },
      ];
    })
    .sort((one, two) => startOf(one.at) - startOf(two.at));
}

/** How each party stands towards a pact on a day: its latest step, and whether it is bound at all. */
export interface PartyAdherence {
  readonly party: string;
  readonly mode: 'compliance' | 'compatibility';
  readonly latest: { readonly state: AdherenceState; readonly at: Dated } | null;
}

export function partyAdherence(pact: Pact, asOf: Instant): PartyAdherence[] {
  return pact.parties.map(({ code }) => {
    const events = pact.adherence
      .filter(({ party, at }) => party === code && startOf(at) <= asOf)
      .sort((one, two) => startOf(one.at) - startOf(two.at));
    const last = events.at(-1);
    return {
      party: code,
      mode: standingMode(pact, code),
      latest: last === undefined ? null : { state: last.state, at: last.at },
    };
  });
}

/** Adherence of the parties at a glance: how many last did what, most frequent first. */
export function adherenceSummary(
  parties: readonly PartyAdherence[],
): { readonly state: AdherenceState | null; readonly parties: number }[] {
  const groups = groupBy(parties, ({ latest }) => latest?.state ?? null);
  return [...groups]
    .map(([state, members]) => ({ state, parties: members.length }))
    .sort((one, two) => two.parties - one.parties);
}
