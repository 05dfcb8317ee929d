import { bodyOf, KIB } from '@/app/api/v1/body';
import { answer, enterOwn } from '@/app/api/v1/entry';
import { codeBodySchema } from '@/app/api/v1/me/step-up/code-body';
import { refusedEnrolment } from '@/app/api/v1/me/step-up/refused';
import { confirmStepUp } from '@/server/account/step-up-enrolment';

/** Puts the authenticator in use with its first code; tells the recovery codes, once. */
export async function POST(request: Request): Promise<Response> {
  const entry = await enterOwn(request);
  if (!entry.ok) return entry.response;
  const body = await bodyOf(request, codeBodySchema, { most: 4 * KIB });
  if (!body.ok) return body.response;
  const done = await confirmStepUp(entry.person, body.value.code);
  return done.ok ? answer({ recoveryCodes: done.recoveryCodes }, 201) : refusedEnrolment(done);
}
