import { enter } from '@/app/api/v1/entry';
import { refusedEnrolment } from '@/app/api/v1/me/step-up/refused';
import { resetStepUp } from '@/server/account/step-up-enrolment';

/** Ends the step-up of somebody who has lost their authenticator, and their sessions with it. */
export async function DELETE(
  request: Request,
  { params }: { readonly params: Promise<{ id: string }> },
): Promise<Response> {
  const entry = await enter(request, 'step_up.reset', 'write');
  if (!entry.ok) return entry.response;
  const done = await resetStepUp(entry.person, (await params).id);
  return done.ok ? new Response(null, { status: 204 }) : refusedEnrolment(done);
}
