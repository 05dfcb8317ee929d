import { z } from 'zod';
import { bodyOf } from '@/app/api/v1/body';
import { enter } from '@/app/api/v1/entry';
import { answer, refusedChange } from '@/app/api/v1/users/answer';
import { setDisabled } from '@/server/users';

const changeSchema = z.strictObject({ disabled: z.boolean() });

/** Disables an account or enables it again. */
export async function PATCH(
  request: Request,
  { params }: { readonly params: Promise<{ id: string }> },
): Promise<Response> {
  const entry = await enter(request, 'user.disable', 'write');
  if (!entry.ok) return entry.response;
  const body = await bodyOf(request, changeSchema);
  if (!body.ok) return body.response;
  const { id } = await params;
  const done = await setDisabled(entry.person, id, body.value.disabled);
  return done.ok ? answer({ id, disabled: body.value.disabled }) : refusedChange(done);
}
