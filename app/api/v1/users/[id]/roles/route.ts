import { bodyOf } from '@/app/api/v1/body';
import { answer, refusedChange } from '@/app/api/v1/users/answer';
import { mayEver } from '@/domain/permission';
import { grantSchema } from '@/domain/role';
import { actorFromRequest } from '@/server/actor';
import { forbidden } from '@/server/problem';
import { grantRole } from '@/server/users';

/** Grants a role; a delegate's names a party, and a pact or null for all. */
export async function POST(
  request: Request,
  { params }: { readonly params: Promise<{ id: string }> },
): Promise<Response> {
  const actor = await actorFromRequest(request);
  const decision = mayEver(actor, 'role.grant');
  if (!decision.allowed) return forbidden(decision.code);
  const body = await bodyOf(request, grantSchema);
  if (!body.ok) return body.response;
  const granted = await grantRole(actor, (await params).id, body.value);
  return granted.ok ? answer({ id: granted.id, ...body.value }, 201) : refusedChange(granted);
}
