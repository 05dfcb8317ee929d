import { z } from 'zod';
import { bodyOf, KIB } from '@/app/api/v1/body';
import { answer, enter } from '@/app/api/v1/entry';
import { refusedAct } from '@/app/api/v1/findings/refused';
import { HOUSE, may } from '@/domain/permission';
import { actorFromRequest } from '@/server/actor';
import { sessionPage } from '@/server/commission/session-page';
import { closeSession } from '@/server/commission/sessions';
import { forbidden } from '@/server/problem';

interface Context {
  readonly params: Promise<{ id: string }>;
}

/** One session: its sittings, who came, what it has before it and how far each finding is. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const actor = await actorFromRequest(request);
  const decision = may(actor, 'commission.read', HOUSE);
  if (!decision.allowed) return forbidden(decision.code);
  const page = await sessionPage(actor, (await params).id);
  return page === null ? forbidden('hidden') : answer(page);
}

/** Closes a session: `{ "closed": true }`. */
export async function PATCH(request: Request, { params }: Context): Promise<Response> {
  const entry = await enter(request, 'commission.convene', 'write');
  if (!entry.ok) return entry.response;
  const body = await bodyOf(request, z.strictObject({ closed: z.literal(true) }), { most: KIB });
  if (!body.ok) return body.response;
  const { id } = await params;
  const done = await closeSession(entry.person, id);
  return done.ok ? answer({ id, closed: true }) : refusedAct(done);
}
