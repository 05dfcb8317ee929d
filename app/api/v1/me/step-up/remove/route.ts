import { bodyOf, KIB } from '@/app/api/v1/body';
import { enterOwn } from '@/app/api/v1/entry';
import { codeBodySchema } from '@/app/api/v1/me/step-up/code-body';
import { refusedEnrolment } from '@/app/api/v1/me/step-up/refused';
import { removeStepUp } from '@/server/account/step-up-enrolment';

/** Ends one's own step-up, for a code of it. */
export async function POST(request: Request): Promise<Response> {
  const entry = await enterOwn(request);
  if (!entry.ok) return entry.response;
  const body = await bodyOf(request, codeBodySchema, { most: 4 * KIB });
  if (!body.ok) return body.response;
  const done = await removeStepUp(entry.person, body.value.code);
  return done.ok ? new Response(null, { status: 204 }) : refusedEnrolment(done);
}
