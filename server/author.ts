import 'server-only';

/** Who writes: a person with an account (a `Person` of domain/actor.ts will do), or the program itself. */
export type Author =
  | { readonly kind: 'person'; readonly id: string }
  | { readonly kind: 'program'; readonly name: 'seed' | 'import' | 'setup' | 'ledger' | 'review' };

/** The account of an author, for rows that name it; null for a program. */
export function accountOf(author: Author): string | null {
  return author.kind === 'person' ? author.id : null;
}

/** The author as the ledger writes it, in its field `actor`. */
export function actorName(author: Author): string {
  return author.kind === 'person' ? author.id : author.name;
}
