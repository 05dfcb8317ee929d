import type { Grant, Role } from './role';

/** Whoever looks without an account, or signed out. */
export interface Visitor {
  readonly kind: 'visitor';
}

/** Somebody with an account, with the roles they hold now. */
export interface Person {
  readonly kind: 'person';
  readonly id: string;
  readonly name: string;
  readonly grants: readonly Grant[];
  /** A disabled person may nothing beyond a visitor. */
  readonly disabled: boolean;
}

export type Actor = Visitor | Person;

export const VISITOR: Visitor = { kind: 'visitor' };

/** The roles an actor may use: none for a visitor and for a disabled person. */
export function rolesOf(actor: Actor): readonly Role[] {
  if (actor.kind === 'visitor' || actor.disabled) return [];
  return [...new Set(actor.grants.map(({ role }) => role))];
}

/** The person behind an actor, or null where nobody is signed in or the account is disabled. */
export function personOf(actor: Actor): Person | null {
  return actor.kind === 'person' && !actor.disabled ? actor : null;
}
