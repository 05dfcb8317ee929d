import 'server-only';
import type { Actor, Person } from '@/domain/actor';
import { may, type Refusal, type SubjectOf } from '@/domain/permission';
import type { Action } from '@/domain/privilege';
import { actorWithin } from './actor';
import type { Tx } from './ledger';

/** The actor as they stand inside a transaction and may do this, or why not. */
export async function guardWithin<A extends Action>(
  tx: Tx,
  actor: Actor,
  action: A,
  subject: SubjectOf<A>,
): Promise<
  { readonly ok: true; readonly author: Person } | { readonly ok: false; readonly code: Refusal }
> {
  const author = await actorWithin(tx, actor);
  const decision = may(author, action, subject);
  if (!decision.allowed) return { ok: false, code: decision.code };
  if (author.kind !== 'person') return { ok: false, code: 'sign_in' };
  return { ok: true, author };
}
