import 'server-only';
import type { Person } from '@/domain/actor';
import { agentInBrief } from '@/domain/session';
import { now } from '@/server/clock';
import { database } from '@/server/database';
import { PERSON_ROW, personIn } from './people';
import { overBefore, type SessionToken } from './session';

/** How often a session under way is noted as seen, in milliseconds. */
const SEEN_EVERY_MS = 5 * 60_000;

/** Begins a session of an account at its present epoch; rows of its sessions long over go. */
export async function beginSession(
  user: { readonly id: string; readonly epoch: number },
  userAgent: string | null,
): Promise<SessionToken> {
  const at = now();
  const userId = user.id;
  await database().session.deleteMany({ where: { userId, startedAt: { lt: overBefore(at) } } });
  const { id: sid } = await database().session.create({
    data: {
      ...{ userId, epoch: user.epoch, agent: agentInBrief(userAgent) },
      ...{ startedAt: new Date(at), seenAt: new Date(at) },
    },
  });
  return { sub: userId, sid, epoch: user.epoch, since: Math.floor(at / 1000) };
}

/**
 * The person of a session as they stand now, or null where it has ended: by its owner or an admin,
 * with every session of the account, or with the account.
 */
export async function personInSession({ sub, sid, epoch }: SessionToken): Promise<Person | null> {
  const row = await database().session.findUnique({
    where: { id: sid },
    select: { userId: true, endedAt: true, seenAt: true, user: { select: PERSON_ROW } },
  });
  if (row === null || row.endedAt !== null || row.userId !== sub) return null;
  const person = personIn(row.user);
  if (person.disabled || row.user.sessionEpoch !== epoch) return null;
  const at = now();
  if (row.seenAt.getTime() < at - SEEN_EVERY_MS)
    await database().session.updateMany({ where: { id: sid }, data: { seenAt: new Date(at) } });
  return person;
}

/** Ends a session as its owner signs out. */
export async function leaveSession({ sub, sid }: SessionToken): Promise<void> {
  await database().session.updateMany({
    where: { id: sid, userId: sub, endedAt: null },
    data: { endedAt: new Date(now()) },
  });
}
