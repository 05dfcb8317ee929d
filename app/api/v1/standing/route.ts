import { refuse, reply } from '@/app/api/v1/reply';
import { reachOf } from '@/domain/permission';
import { parseStandingFilter } from '@/domain/standing-filter';
import { actorFromRequest } from '@/server/actor';
import { standingView } from '@/server/standing';

/** How the parties of a pact stand, under a filter. */
export async function GET(request: Request): Promise<Response> {
  const parsed = parseStandingFilter(new URL(request.url).searchParams);
  if (!parsed.ok) {
    const [fault] = parsed.faults;
    return refuse(400, {
      code: 'invalid_filter',
      field: fault?.path ?? null,
      message: fault?.message ?? 'expected other parameters',
    });
  }
  const actor = await actorFromRequest(request);
  const answer = await standingView(parsed.filter, reachOf(actor));
  if (!answer.ok) return refuse(answer.refusal.code === 'unknown_pact' ? 404 : 400, answer.refusal);
  return reply(request, answer.view, answer.etag);
}
