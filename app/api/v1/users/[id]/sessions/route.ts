import { enter } from '@/app/api/v1/entry';
import { endEverySession } from '@/server/account/sessions';
import { forbidden } from '@/server/problem';

/** Ends every session of an account. */
export async function DELETE(
  request: Request,
  { params }: { readonly params: Promise<{ id: string }> },
): Promise<Response> {
  const entry = await enter(request, 'session.end', 'write');
  if (!entry.ok) return entry.response;
  const done = await endEverySession(entry.person, (await params).id);
  return done.ok ? new Response(null, { status: 204 }) : forbidden(done.code);
}
