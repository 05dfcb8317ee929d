import { z } from 'zod';
import { bodyOf } from '@/app/api/v1/body';
import { answer, refusedChange } from '@/app/api/v1/users/answer';
import { mayEver } from '@/domain/permission';
import { actorFromRequest } from '@/server/actor';
import { forbidden } from '@/server/problem';
import { setDisabled } from '@/server/users';

const changeSchema = z.strictObject({ disabled: z.boolean() });

/** Disables an account or enables it again. */
export async function PATCH(
  request: Request,
  { params }: { readonly params: Promise<{ id: string }> },
): Promise<Response> {
  const actor = await actorFromRequest(request);
  const decision = mayEver(actor, 'user.disable');
  if (!decision.allowed) return forbidden(decision.code);
  const body = await bodyOf(request, changeSchema);
  if (!body.ok) return body.response;
  const { id } = await params;
  const done = await setDisabled(actor, id, body.value.disabled);
  return done.ok ? answer({ id, disabled: body.value.disabled }) : refusedChange(done);
}
