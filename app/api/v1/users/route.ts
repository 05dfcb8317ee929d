import { bodyOf } from '@/app/api/v1/body';
import { newUserSchema } from '@/domain/account';
import { HOUSE, may } from '@/domain/permission';
import { listUsers } from '@/server/account/user-list';
import { actorFromRequest } from '@/server/actor';
import { forbidden } from '@/server/problem';
import { createUser } from '@/server/users';
import { answer, refusedChange } from './answer';

/** Every account with its roles. */
export async function GET(request: Request): Promise<Response> {
  const decision = may(await actorFromRequest(request), 'user.list', HOUSE);
  return decision.allowed ? answer({ users: await listUsers() }) : forbidden(decision.code);
}

/** A new account, and the one-time link by which its owner sets a password. */
export async function POST(request: Request): Promise<Response> {
  const actor = await actorFromRequest(request);
  const decision = may(actor, 'user.create', HOUSE);
  if (!decision.allowed) return forbidden(decision.code);
  const body = await bodyOf(request, newUserSchema);
  if (!body.ok) return body.response;
  const made = await createUser(actor, body.value);
  return made.ok ? answer({ id: made.id, setUpLink: made.link }, 201) : refusedChange(made);
}
