import { bodyOf } from '@/app/api/v1/body';
import { enter } from '@/app/api/v1/entry';
import { answer, refusedChange } from '@/app/api/v1/users/answer';
import { grantSchema } from '@/domain/role';
import { grantRole } from '@/server/users';

/** Grants a role; a delegate's names a party, and a pact or null for all. */
export async function POST(
  request: Request,
  { params }: { readonly params: Promise<{ id: string }> },
): Promise<Response> {
  const entry = await enter(request, 'role.grant', 'write');
  if (!entry.ok) return entry.response;
  const body = await bodyOf(request, grantSchema);
  if (!body.ok) return body.response;
  const granted = await grantRole(entry.person, (await params).id, body.value);
  return granted.ok ? answer({ id: granted.id, ...body.value }, 201) : refusedChange(granted);
}
