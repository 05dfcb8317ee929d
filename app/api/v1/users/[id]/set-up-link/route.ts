import { answer, refusedChange } from '@/app/api/v1/users/answer';
import { mayEver } from '@/domain/permission';
import { actorFromRequest } from '@/server/actor';
import { forbidden } from '@/server/problem';
import { inviteUser } from '@/server/users';

/** A new one-time link by which the account's owner sets a password; earlier ones are void. */
export async function POST(
  request: Request,
  { params }: { readonly params: Promise<{ id: string }> },
): Promise<Response> {
  const actor = await actorFromRequest(request);
  const decision = mayEver(actor, 'user.invite');
  if (!decision.allowed) return forbidden(decision.code);
  const made = await inviteUser(actor, (await params).id);
  return made.ok ? answer({ setUpLink: made.link }, 201) : refusedChange(made);
}
