import 'server-only';
import { z } from 'zod';
import type { Actor, Person } from '@/domain/actor';
import { HOUSE } from '@/domain/permission';
import { text } from '@/domain/text';
import type { CommissionSession } from '@/prisma/generated/client';
import { guardWithin } from '@/server/guard';
import { append, type Tx, writing } from '@/server/ledger';
import { onFinding } from './act';
import { subjectOf } from './finding';
import { type Outcome, type Refused, refused } from './outcome';
import { type Taken, takeStep } from './step';

const idOf = (what: string) => z.string().regex(/^[0-9a-f-]{36}$/, `expected the id of ${what}`);
const someone = idOf('an account');
export const newSessionSchema = z.strictObject({ title: text(200) });
export const presenceSchema = z.strictObject({
  present: z
    .array(someone)
    .max(1000, 'expected at most 1000 people')
    .refine((list) => new Set(list).size === list.length, 'expected each person once'),
});
export const agendaSchema = z.strictObject({ finding: idOf('a finding') });
export const isSessionId = (id: string): boolean => idOf('a session').safeParse(id).success;

/** Convenes a session of the commission: what sittings and an agenda are then kept for. */
export function openSession(
  actor: Actor,
  { title }: { readonly title: string },
): Promise<Outcome<{ id: string }>> {
  return writing(async (tx): Promise<Outcome<{ id: string }>> => {
    const allowed = await guardWithin(tx, actor, 'commission.convene', HOUSE);
    if (!allowed.ok) return allowed;
    const { author } = allowed;
    const { id } = await tx.commissionSession.create({
      data: { title, convenedById: author.id, convenedAt: new Date() },
      select: { id: true },
    });
    await append(tx, {
      ...{ actor: author, type: 'session.opened', subject: `session:${id}` },
      payload: { session: id, title },
    });
    return { ok: true, id };
  });
}

/** The chair at a session that is open, or why not. */
export async function atOpenSession(
  tx: Tx,
  actor: Actor,
  action: 'commission.convene' | 'commission.quorum',
  id: string,
): Promise<
  { readonly ok: true; readonly author: Person; readonly session: CommissionSession } | Refused
> {
  const allowed = await guardWithin(tx, actor, action, HOUSE);
  if (!allowed.ok) return allowed;
  const session = isSessionId(id) ? await tx.commissionSession.findUnique({ where: { id } }) : null;
  if (session === null) return refused('hidden');
  if (session.closedAt !== null) return refused('session_open');
  return { ok: true, author: allowed.author, session };
}

/** Closes a session; what it did not decide may be put before a later one. */
export function closeSession(actor: Actor, id: string): Promise<Outcome> {
  return writing(async (tx): Promise<Outcome> => {
    const at = await atOpenSession(tx, actor, 'commission.convene', id);
    if (!at.ok) return at;
    const entry = await append(tx, {
      ...{ actor: at.author, type: 'session.closed', subject: `session:${id}` },
      payload: { session: id },
    });
    await tx.commissionSession.update({
      where: { id },
      data: { closedById: at.author.id, closedAt: new Date(entry.at) },
    });
    return { ok: true };
  });
}

/** Puts a finding before a session: from then on the delegates who sit on it read it. */
export function table(
  actor: Actor,
  { finding, session: sessionId }: { readonly finding: string; readonly session: string },
): Promise<Outcome<Taken>> {
  return onFinding(actor, finding, 'table', async ({ tx, author, held, fresh }) => {
    const session = isSessionId(sessionId)
      ? await tx.commissionSession.findUnique({ where: { id: sessionId } })
      : null;
    if (session === null) return refused('hidden');
    const { agenda } = held.row;
    if (agenda.some((item) => item.sessionId === sessionId)) return refused('tabled');
    const taken = await takeStep(tx, held, {
      ...{ actor: author, action: 'table', subject: subjectOf(held) },
      facts: {
        ...{ session_open: session.closedAt === null, fresh, readable: held.tlp !== 'RED' },
        off_agenda: agenda.every((item) => item.session.closedAt !== null),
      },
      payload: { session: sessionId },
    });
    if (!taken.ok) return taken;
    await tx.agendaItem.create({
      data: { sessionId, findingId: held.id, tabledAt: new Date(taken.entry.at) },
    });
    return taken;
  });
}
