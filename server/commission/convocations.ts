import 'server-only';
import { randomUUID } from 'node:crypto';
import type { Actor } from '@/domain/actor';
import { append, type Tx, writing } from '@/server/ledger';
import { type Outcome, refused } from './outcome';
import { atOpenSession } from './sessions';

/** Who of some people is no delegate of any party, or not any more. */
async function strangers(tx: Tx, people: readonly string[]): Promise<string[]> {
  const grants = await tx.roleGrant.findMany({
    where: {
      ...{ userId: { in: [...people] }, role: 'delegate', revokedAt: null },
      user: { disabledAt: null },
    },
    select: { userId: true },
  });
  const known = new Set(grants.map(({ userId }) => userId));
  return people.filter((id) => !known.has(id));
}

/** Holds a sitting: the chair presides from now on, and these delegates came. Its time is now. */
export function convene(
  actor: Actor,
  session: string,
  { present }: { readonly present: readonly string[] },
): Promise<Outcome<{ id: string }>> {
  return writing(async (tx): Promise<Outcome<{ id: string }>> => {
    const here = await atOpenSession(tx, actor, 'commission.quorum', session);
    if (!here.ok) return here;
    const unknown = await strangers(tx, present);
    if (unknown.length > 0) return refused('not_delegate', { people: unknown });
    const [id, chair] = [randomUUID(), here.author.id];
    const entry = await append(tx, {
      ...{ actor: here.author, type: 'session.convened', subject: `session:${session}` },
      payload: { session, convocation: id, chair, present },
    });
    const at = new Date(entry.at);
    await tx.convocation.create({
      data: { id, sessionId: session, at, chairId: chair, present: [...present] },
    });
    return { ok: true, id };
  });
}

/**
 * Corrects who came to the sitting under way: somebody arrives late, or was taken for another. Who
 * voted at it was there.
 */
export function recordPresence(
  actor: Actor,
  { session, convocation }: { readonly session: string; readonly convocation: string },
  { present }: { readonly present: readonly string[] },
): Promise<Outcome> {
  return writing(async (tx): Promise<Outcome> => {
    const here = await atOpenSession(tx, actor, 'commission.quorum', session);
    if (!here.ok) return here;
    const held = await tx.convocation.findMany({
      where: { sessionId: session },
      orderBy: [{ at: 'desc' }, { id: 'desc' }],
    });
    const sitting = held.find(({ id }) => id === convocation);
    if (sitting === undefined) return refused('hidden');
    if (sitting !== held[0]) return refused('not_latest');
    const unknown = await strangers(tx, present);
    if (unknown.length > 0) return refused('not_delegate', { people: unknown });
    const leaving = sitting.present.filter((id) => !present.includes(id));
    const voted = await tx.vote.findFirst({
      where: { sessionId: session, voterId: { in: leaving }, castAt: { gte: sitting.at } },
    });
    if (voted !== null) return refused('has_voted');
    await append(tx, {
      ...{ actor: here.author, type: 'session.presence', subject: `session:${session}` },
      payload: { session, convocation, present },
    });
    await tx.convocation.update({ where: { id: convocation }, data: { present: [...present] } });
    return { ok: true };
  });
}
