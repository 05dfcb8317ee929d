import { bodyOf } from '@/app/api/v1/body';
import { enter } from '@/app/api/v1/entry';
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
  const entry = await enter(request, 'user.create', 'write');
  if (!entry.ok) return entry.response;
  const body = await bodyOf(request, newUserSchema);
  if (!body.ok) return body.response;
  const made = await createUser(entry.person, body.value);
  return made.ok ? answer({ id: made.id, setUpLink: made.link }, 201) : refusedChange(made);
}
