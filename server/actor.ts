import 'server-only';

/** Who does something: a person with an account, or the program itself. */
export type Actor = { readonly userId: string } | { readonly program: 'seed' | 'import' | 'setup' };

/** The account of an actor, for rows that name their author; null for a program. */
export function authorId(actor: Actor): string | null {
  return 'userId' in actor ? actor.userId : null;
}

/** The actor as the ledger writes it. */
export function actorName(actor: Actor): string {
  return 'userId' in actor ? actor.userId : actor.program;
}
