import { answer } from '@/app/api/v1/entry';
import { actorFromRequest } from '@/server/actor';
import { recordImpact } from '@/server/incident/impact';
import { forbidden } from '@/server/problem';

/** What rests on a record: told before it is retracted, merged or restored. */
export async function GET(
  request: Request,
  { params }: { readonly params: Promise<{ id: string }> },
): Promise<Response> {
  const impact = await recordImpact(await actorFromRequest(request), (await params).id);
  return impact === null ? forbidden('hidden') : answer(impact);
}
