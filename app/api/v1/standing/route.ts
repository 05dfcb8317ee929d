import { badParameters, notThere } from '@/app/api/v1/asked';
import { reply } from '@/app/api/v1/reply';
import { reachOf } from '@/domain/permission';
import { parseStandingFilter } from '@/domain/standing-filter';
import { actorFromRequest } from '@/server/actor';
import { standingView } from '@/server/standing';

/** How the parties of a pact stand, under a filter. */
export async function GET(request: Request): Promise<Response> {
  const parsed = parseStandingFilter(new URL(request.url).searchParams);
  if (!parsed.ok) return badParameters(parsed.faults);
  const answer = await standingView(parsed.filter, reachOf(await actorFromRequest(request)));
  return answer.ok ? reply(request, answer.view, answer.etag) : notThere(answer.refusal);
}
