import { enter } from '@/app/api/v1/entry';
import { answer, refusedChange } from '@/app/api/v1/users/answer';
import { inviteUser } from '@/server/users';

/** A new one-time link by which the account's owner sets a password; earlier ones are void. */
export async function POST(
  request: Request,
  { params }: { readonly params: Promise<{ id: string }> },
): Promise<Response> {
  const entry = await enter(request, 'user.invite', 'write');
  if (!entry.ok) return entry.response;
  const made = await inviteUser(entry.person, (await params).id);
  return made.ok ? answer({ setUpLink: made.link }, 201) : refusedChange(made);
}
