import 'server-only';
import type { Actor } from '@/domain/actor';
import { type NewRecusal, type NewReply, statementHash } from '@/domain/review/vote';
import { onFinding } from './act';
import { subjectOf } from './finding';
import type { Outcome } from './outcome';
import { type Taken, takeStep } from './step';

/** A delegate steps back from a finding; from then on they fill no seat at it. */
export function recuse(
  actor: Actor,
  id: string,
  { ground, reason }: NewRecusal,
): Promise<Outcome<Taken>> {
  return onFinding(actor, id, 'recuse', async ({ tx, author, held }) => {
    const taken = await takeStep(tx, held, {
      ...{ actor: author, action: 'recuse', subject: subjectOf(held), facts: {}, reason },
      payload: { ground, reasonHash: statementHash(reason) },
    });
    if (!taken.ok) return taken;
    const at = new Date(taken.entry.at);
    await tx.recusal.create({
      data: { findingId: held.id, delegateId: author.id, ground, reason, at },
    });
    return taken;
  });
}

/** The accused side's statement, published with the finding; it may make several. */
export function replyTo(actor: Actor, id: string, { text }: NewReply): Promise<Outcome<Taken>> {
  return onFinding(actor, id, 'reply', async ({ tx, author, held }) => {
    const textHash = statementHash(text);
    const taken = await takeStep(tx, held, {
      ...{ actor: author, action: 'reply', subject: subjectOf(held), facts: {}, reason: text },
      payload: { textHash },
    });
    if (!taken.ok) return taken;
    const { seq, at } = taken.entry;
    await tx.reply.create({
      data: { seq, findingId: held.id, delegateId: author.id, text, textHash, at: new Date(at) },
    });
    return taken;
  });
}
