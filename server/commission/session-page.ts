import 'server-only';
import type { Actor } from '@/domain/actor';
import { HOUSE, may } from '@/domain/permission';
import { refusalSentence } from '@/domain/review';
import type { SessionView } from '@/domain/review/session-view';
import { database } from '@/server/database';
import { briefOf, lookAt, namesOf } from './brief';
import { type HeldFinding, heldFindings, readable } from './finding';
import { isSessionId } from './sessions';
import { settleFindings } from './settling';
import { isFresh, signingOf } from './signing';

const KEPT = {
  convenedBy: { select: { id: true, name: true } },
  closedBy: { select: { id: true, name: true } },
  convocations: { orderBy: { at: 'asc' } },
  agenda: { orderBy: { tabledAt: 'asc' } },
} as const;

/** Everybody who is a delegate of some party now. */
async function delegates() {
  const grants = await database().roleGrant.findMany({
    where: { role: 'delegate', revokedAt: null, user: { disabledAt: null } },
    include: { user: { select: { id: true, name: true } } },
    orderBy: [{ party: 'asc' }, { grantedAt: 'asc' }, { id: 'asc' }],
  });
  const known = new Map(
    grants.flatMap(({ party, user }) => (party === null ? [] : [[user.id, { ...user, party }]])),
  );
  return [...known.values()];
}

/** The findings of an agenda that a reader may see, in its order, none of them stale unawares. */
async function agendaOf(actor: Actor, ids: readonly string[]): Promise<HeldFinding[]> {
  const asked = async () => heldFindings({ id: { in: [...ids] } });
  const held = await asked();
  const stale: string[] = [];
  for (const each of held)
    if (each.row.staleAt === null && !isFresh(each, await signingOf(each))) stale.push(each.id);
  await settleFindings(stale);
  const seen = await readable(actor, stale.length === 0 ? held : await asked());
  return ids.flatMap((id) => seen.find((each) => each.id === id) ?? []);
}

/** Findings that wait to be put before a session. */
async function waitingFindings(actor: Actor): Promise<SessionView['waiting'][number][]> {
  const held = await heldFindings({
    state: { in: ['reviewed', 'procedural', 'before_commission'] },
  });
  const free = held.filter(({ row }) =>
    row.agenda.every(({ session }) => session.closedAt !== null),
  );
  const seen = await readable(actor, free);
  return Promise.all(
    seen.map(async (each) => {
      const { id, incident, pact, accused } = await briefOf(actor, await lookAt(each));
      return { id, incident, pact, accused };
    }),
  );
}

/** Everything the page of a session shows, as one reader sees it; null where there is none. */
export async function sessionPage(actor: Actor, id: string): Promise<SessionView | null> {
  const session = isSessionId(id)
    ? await database().commissionSession.findUnique({ where: { id }, include: KEPT })
    : null;
  if (session === null) return null;
  const { convocations, agenda, convenedBy, closedBy } = session;
  const held = await agendaOf(
    actor,
    agenda.map(({ findingId }) => findingId),
  );
  const named = await namesOf(
    convocations.flatMap(({ present, chairId }) => [chairId, ...present]),
  );
  const decision = may(actor, 'commission.quorum', HOUSE);
  const closed = session.closedAt !== null;
  return {
    ...{ id, title: session.title, convenedBy, closedBy },
    ...{ convenedAt: session.convenedAt.toISOString() },
    closedAt: session.closedAt?.toISOString() ?? null,
    sittings: convocations.map(({ id: sitting, at, chairId, present }) => ({
      ...{ id: sitting, at: at.toISOString(), chair: named(chairId), present: present.map(named) },
    })),
    delegates: await delegates(),
    agenda: await Promise.all(held.map(async (each) => briefOf(actor, await lookAt(each)))),
    waiting: decision.allowed && !closed ? await waitingFindings(actor) : [],
    refusal: decision.allowed
      ? closed
        ? refusalSentence('session_open')
        : null
      : refusalSentence(decision.code),
  };
}
