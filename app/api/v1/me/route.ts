import { answer } from '@/app/api/v1/users/answer';
import { actorFromRequest } from '@/server/actor';

/** Who is asking: a visitor, or a person with the roles they hold at this moment. */
export async function GET(request: Request): Promise<Response> {
  const actor = await actorFromRequest(request);
  if (actor.kind === 'visitor') return answer({ kind: 'visitor' });
  const { kind, id, name, grants } = actor;
  return answer({ kind, id, name, grants });
}
