import { bodyOf, KIB } from '@/app/api/v1/body';
import { answer, enter } from '@/app/api/v1/entry';
import { refusedAct } from '@/app/api/v1/findings/refused';
import { HOUSE, may } from '@/domain/permission';
import { actorFromRequest } from '@/server/actor';
import { listCommissionSessions } from '@/server/commission/session-list';
import { newSessionSchema, openSession } from '@/server/commission/sessions';
import { forbidden } from '@/server/problem';

/** The sessions of the commission, open ones first. */
export async function GET(request: Request): Promise<Response> {
  const actor = await actorFromRequest(request);
  const decision = may(actor, 'commission.read', HOUSE);
  if (!decision.allowed) return forbidden(decision.code);
  return answer({ sessions: await listCommissionSessions(actor) });
}

/** Convenes a session. */
export async function POST(request: Request): Promise<Response> {
  const entry = await enter(request, 'commission.convene', 'write');
  if (!entry.ok) return entry.response;
  const body = await bodyOf(request, newSessionSchema, { most: 16 * KIB });
  if (!body.ok) return body.response;
  const made = await openSession(entry.person, body.value);
  return made.ok ? answer({ id: made.id }, 201) : refusedAct(made);
}
