import { answer } from '@/app/api/v1/entry';
import { actorFromRequest } from '@/server/actor';
import { recordImpact } from '@/server/incident/impact';
import { forbidden } from '@/server/problem';
import { whyHidden } from '@/server/review/blind';

/** What rests on a record: told before it is retracted, merged or restored. */
export async function GET(
  request: Request,
  { params }: { readonly params: Promise<{ id: string }> },
): Promise<Response> {
  const { id } = await params;
  const actor = await actorFromRequest(request);
  const impact = await recordImpact(actor, id);
  return impact === null ? forbidden(await whyHidden(actor, id)) : answer(impact);
}
