import type { ListedUser } from './account';
import { partyOf } from './bound';
import type { Pact } from './pact';
import { COMMISSION_RULES } from './review/roll';

/** Somebody who speaks for a party. */
export interface Delegate {
  readonly id: string;
  readonly name: string;
  /** Named for this pact alone, rather than for every pact. */
  readonly forThisPact: boolean;
}

/** Who speaks for one party to a pact. */
export interface Delegation {
  readonly party: string;
  readonly delegates: readonly Delegate[];
  /** Delegates still missing before the party's side can make a quorum. */
  readonly missing: number;
}

/** Who speaks for each party to a pact (method.md 6: equal delegations, two of each side at least). */
export interface Delegations {
  readonly pact: string;
  readonly title: string;
  readonly hypothetical: boolean;
  readonly delegations: readonly Delegation[];
  /** Parties that are represented, by unequal numbers. */
  readonly unequal: boolean;
}

/** The delegates of a party: those of disabled accounts do not count, nobody counts twice. */
function delegatesOf(pact: Pact, party: string, users: readonly ListedUser[]): Delegate[] {
  return users.flatMap(({ id, name, disabled, grants }) => {
    const own = grants.flatMap(({ grant }) =>
      grant.role === 'delegate' &&
      partyOf(pact, grant.party)?.code === party &&
      (grant.pact === null || grant.pact === pact.id)
        ? [grant]
        : [],
    );
    if (disabled || own.length === 0) return [];
    return [{ id, name, forThisPact: own.every((grant) => grant.pact !== null) }];
  });
}

/** Who speaks for whom under a pact, and what that lacks for a commission. */
export function delegationsOf(pact: Pact, users: readonly ListedUser[]): Delegations {
  const delegations = pact.parties.map(({ code }) => {
    const delegates = delegatesOf(pact, code, users);
    const missing = Math.max(0, COMMISSION_RULES.delegatesASide - delegates.length);
    return { party: code, delegates, missing };
  });
  const sizes = delegations.map(({ delegates }) => delegates.length).filter((size) => size > 0);
  return {
    ...{ pact: pact.id, title: pact.title, hypothetical: pact.kind === 'hypothetical' },
    ...{ delegations, unequal: new Set(sizes).size > 1 },
  };
}
