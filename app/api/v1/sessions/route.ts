import { answer } from '@/app/api/v1/entry';
import { HOUSE, may } from '@/domain/permission';
import { listSessions } from '@/server/account/sessions';
import { actorFromRequest, sessionFromRequest } from '@/server/actor';
import { forbidden } from '@/server/problem';

/** Every session under way, for an admin to end and an auditor to see. */
export async function GET(request: Request): Promise<Response> {
  const decision = may(await actorFromRequest(request), 'session.list', HOUSE);
  if (!decision.allowed) return forbidden(decision.code);
  return answer({ sessions: await listSessions(await sessionFromRequest(request)) });
}
