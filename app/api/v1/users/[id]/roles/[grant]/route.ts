import { enter } from '@/app/api/v1/entry';
import { refusedChange } from '@/app/api/v1/users/answer';
import { revokeRole } from '@/server/users';

/** Takes a role away. */
export async function DELETE(
  request: Request,
  { params }: { readonly params: Promise<{ id: string; grant: string }> },
): Promise<Response> {
  const entry = await enter(request, 'role.revoke', 'write');
  if (!entry.ok) return entry.response;
  const { id, grant } = await params;
  const done = await revokeRole(entry.person, id, grant);
  return done.ok ? new Response(null, { status: 204 }) : refusedChange(done);
}
