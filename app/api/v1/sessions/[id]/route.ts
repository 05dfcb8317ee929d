import { enterOwn } from '@/app/api/v1/entry';
import { endSession } from '@/server/account/sessions';
import { forbidden } from '@/server/problem';

/** Ends one session: one's own, or anybody's by an admin. One that is not there is not told apart. */
export async function DELETE(
  request: Request,
  { params }: { readonly params: Promise<{ id: string }> },
): Promise<Response> {
  const entry = await enterOwn(request);
  if (!entry.ok) return entry.response;
  const done = await endSession(entry.person, (await params).id);
  return done.ok ? new Response(null, { status: 204 }) : forbidden(done.code);
}
