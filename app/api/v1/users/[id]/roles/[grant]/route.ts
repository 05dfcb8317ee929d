import { refusedChange } from '@/app/api/v1/users/answer';
import { mayEver } from '@/domain/permission';
import { actorFromRequest } from '@/server/actor';
import { forbidden } from '@/server/problem';
import { revokeRole } from '@/server/users';

/** Takes a role away. */
export async function DELETE(
  request: Request,
  { params }: { readonly params: Promise<{ id: string; grant: string }> },
): Promise<Response> {
  const actor = await actorFromRequest(request);
  const decision = mayEver(actor, 'role.revoke');
  if (!decision.allowed) return forbidden(decision.code);
  const { id, grant } = await params;
  const done = await revokeRole(actor, id, grant);
  return done.ok ? new Response(null, { status: 204 }) : refusedChange(done);
}
