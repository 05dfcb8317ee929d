import { answer } from '@/app/api/v1/entry';
import { actorFromRequest } from '@/server/actor';
import { impactOfEvidence } from '@/server/evidence/withdrawing';
import { forbidden } from '@/server/problem';

/** What withdrawing a piece of evidence, or bringing it back, would change: told before it is done. */
export async function GET(
  request: Request,
  { params }: { readonly params: Promise<{ item: string }> },
): Promise<Response> {
  const told = await impactOfEvidence(await actorFromRequest(request), (await params).item);
  return told.ok ? answer(told.impact) : forbidden(told.code);
}
