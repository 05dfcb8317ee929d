import { type Hash, hashOf } from './ledger';
import type { Pact } from './pact';

/**
 * SHA-256 of what a pact says, clause by clause: id, reference and text in their order, as canonical
 * JSON. A different machine test under the same words leaves it alone; a changed word does not.
 */
export function textHash(pact: Pick<Pact, 'clauses'>): Hash {
  return hashOf(pact.clauses.map(({ id, reference, text }) => ({ id, reference, text })));
}
