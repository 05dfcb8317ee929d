import 'server-only';
import type { Actor } from '@/domain/actor';
import type { SessionRow } from '@/domain/review/session-view';
import { database } from '@/server/database';
import { heldFindings, readable } from './finding';

/** The newest sessions that are listed. */
const MOST = 200;

/** The sessions of the commission, open ones first, then the newest; findings one may not see are not counted. */
export async function listCommissionSessions(actor: Actor): Promise<SessionRow[]> {
  const sessions = await database().commissionSession.findMany({
    orderBy: [{ closedAt: { sort: 'desc', nulls: 'first' } }, { convenedAt: 'desc' }],
    include: {
      agenda: { select: { findingId: true } },
      _count: { select: { convocations: true } },
    },
    take: MOST,
  });
  const ids = sessions.flatMap(({ agenda }) => agenda.map(({ findingId }) => findingId));
  const seen = await readable(actor, await heldFindings({ id: { in: ids } }));
  const known = new Map(seen.map((held) => [held.id, held]));
  return sessions.map(({ id, title, convenedAt, closedAt, agenda, _count }) => {
    const own = agenda.flatMap(({ findingId }) => known.get(findingId) ?? []);
    return {
      ...{ id, title, convenedAt: convenedAt.toISOString() },
      ...{ closedAt: closedAt?.toISOString() ?? null, sittings: _count.convocations },
      findings: own.length,
      decided: own.filter(({ reckoning }) => reckoning?.session === id).length,
    };
  });
}
