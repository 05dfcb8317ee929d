import { answer, enterOwn } from '@/app/api/v1/entry';
import { personOf } from '@/domain/actor';
import { endEverySession, listSessions } from '@/server/account/sessions';
import { actorFromRequest, sessionFromRequest } from '@/server/actor';
import { forbidden } from '@/server/problem';

/** One's own sessions under way. */
export async function GET(request: Request): Promise<Response> {
  const person = personOf(await actorFromRequest(request));
  if (person === null) return forbidden('sign_in');
  const current = await sessionFromRequest(request);
  return answer({ sessions: await listSessions(current, person.id) });
}

/** Signs out everywhere, here too. */
export async function DELETE(request: Request): Promise<Response> {
  const entry = await enterOwn(request);
  if (!entry.ok) return entry.response;
  const done = await endEverySession(entry.person, entry.person.id);
  return done.ok ? new Response(null, { status: 204 }) : forbidden(done.code);
}
