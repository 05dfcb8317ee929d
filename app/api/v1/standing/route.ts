import { badParameters, notThere } from '@/app/api/v1/asked';
import { reply } from '@/app/api/v1/reply';
import { parseStandingFilter } from '@/domain/standing-filter';
import { actorFromRequest } from '@/server/actor';
import { visibilityOf } from '@/server/review/blind';
import { standingView } from '@/server/standing';

/** How the parties of a pact stand, under a filter. `withheld`: records left out until the reader has coded them. */
export async function GET(request: Request): Promise<Response> {
  const parsed = parseStandingFilter(new URL(request.url).searchParams);
  if (!parsed.ok) return badParameters(parsed.faults);
  const visibility = await visibilityOf(await actorFromRequest(request));
  const answer = await standingView(parsed.filter, visibility);
  if (!answer.ok) return notThere(answer.refusal);
  const withheld = visibility.without?.length ?? 0;
  return reply(request, { ...answer.view, withheld }, answer.etag);
}
