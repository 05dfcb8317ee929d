import 'server-only';
import type { Actor, Person } from '@/domain/actor';
import { may, type Refusal, type Subject, type SubjectOf } from '@/domain/permission';
import type { Action } from '@/domain/privilege';
import { actorWithin } from './actor';
import type { Tx } from './ledger';
import { enterRefusal } from './refused-access';

/** What the ledger calls a subject that says so itself. */
const nameOf = (subject: Subject): string =>
  subject.kind === 'account' ? `user:${subject.id}` : subject.kind;

/**
 * The actor as they stand inside a transaction and may do this, or why not. A refusal that matters is
 * entered, of the subject as the ledger names it, so it has to be answered with a value: the
 * transaction commits.
 */
export async function guardWithin<A extends Action>(
  tx: Tx,
  actor: Actor,
  action: A,
  subject: SubjectOf<A>,
  named = nameOf(subject),
): Promise<
  { readonly ok: true; readonly author: Person } | { readonly ok: false; readonly code: Refusal }
> {
  const author = await actorWithin(tx, actor);
  const decision = may(author, action, subject);
  if (!decision.allowed) {
    await enterRefusal(tx, author, { action, subject: named, code: decision.code });
    return { ok: false, code: decision.code };
  }
  if (author.kind !== 'person') return { ok: false, code: 'sign_in' };
  return { ok: true, author };
}
