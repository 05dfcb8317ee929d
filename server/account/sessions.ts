import 'server-only';
import type { Person } from '@/domain/actor';
import type { Refusal } from '@/domain/permission';
import type { ListedSession } from '@/domain/session';
import { actorWithin } from '@/server/actor';
import { now } from '@/server/clock';
import { database } from '@/server/database';
import { guardWithin } from '@/server/guard';
import { append, type Tx, writing } from '@/server/ledger';
import { findPerson } from './people';
import { overBefore } from './session';

export type Ended = { readonly ok: true } | { readonly ok: false; readonly code: Refusal };

/** Sessions under way: not ended, not too old, and of the epoch their account has now. */
export async function listSessions(
  current: string | null,
  userId?: string,
): Promise<ListedSession[]> {
  const rows = await database().session.findMany({
    where: {
      ...(userId === undefined ? {} : { userId }),
      ...{ endedAt: null, startedAt: { gt: overBefore(now()) }, user: { disabledAt: null } },
    },
    orderBy: [{ seenAt: 'desc' }, { id: 'desc' }],
    include: { user: { select: { id: true, name: true, sessionEpoch: true } } },
  });
  return rows
    .filter(({ epoch, user }) => epoch === user.sessionEpoch)
    .map(({ id, agent, startedAt, seenAt, user }) => ({
      ...{ id, agent, user: { id: user.id, name: user.name } },
      ...{ startedAt: startedAt.toISOString(), seenAt: seenAt.toISOString() },
      current: id === current,
    }));
}

/** Somebody else's sessions are for an admin to end; one's own are one's own. */
async function ending(tx: Tx, actor: Person, userId: string) {
  if (actor.id !== userId)
    return guardWithin(tx, actor, 'session.end', { kind: 'account', id: userId });
  const author = await actorWithin(tx, actor);
  return author.kind === 'person' && !author.disabled
    ? ({ ok: true, author } as const)
    : ({ ok: false, code: 'sign_in' } as const);
}

interface Told {
  readonly author: Person;
  readonly userId: string;
  readonly payload: object;
}

const enter = (tx: Tx, { author, userId, payload }: Told) =>
  append(tx, {
    ...{ actor: author, type: 'session.ended', subject: `user:${userId}` },
    payload: { user: userId, by: author.id === userId ? 'owner' : 'admin', ...payload },
  });

/** Ends one session: of oneself, or by an admin. */
export function endSession(actor: Person, id: string): Promise<Ended> {
  return writing(async (tx) => {
    const session = await tx.session.findUnique({ where: { id } });
    const isOthers = session?.userId !== actor.id;
    if (session === null || (isOthers && !actor.grants.some(({ role }) => role === 'admin')))
      return { ok: false, code: 'hidden' };
    const guard = await ending(tx, actor, session.userId);
    if (!guard.ok) return guard;
    if (session.endedAt !== null) return { ok: false, code: 'hidden' };
    const told = { author: guard.author, userId: session.userId, payload: { session: id } };
    const { at } = await enter(tx, told);
    await tx.session.update({ where: { id }, data: { endedAt: new Date(at) } });
    return { ok: true };
  });
}

/** Ends every session of an account, those yet unknown to this instance too: one's own, or by an admin. */
export function endEverySession(actor: Person, userId: string): Promise<Ended> {
  return writing(async (tx) => {
    const guard = await ending(tx, actor, userId);
    if (!guard.ok) return guard;
    if ((await findPerson(userId, tx)) === null) return { ok: false, code: 'hidden' };
    await enter(tx, { author: guard.author, userId, payload: { every: true } });
    await tx.user.update({ where: { id: userId }, data: { sessionEpoch: { increment: 1 } } });
    return { ok: true };
  });
}
