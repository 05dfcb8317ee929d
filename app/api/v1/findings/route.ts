import { badParameters, notThere } from '@/app/api/v1/asked';
import { reply } from '@/app/api/v1/reply';
import { reachOf } from '@/domain/permission';
import { parseStandingFilter } from '@/domain/standing-filter';
import { actorFromRequest } from '@/server/actor';
import { standingFindings } from '@/server/standing';

/** The findings that a filter of the standing page counts: one an incident and accused state. */
export async function GET(request: Request): Promise<Response> {
  const parsed = parseStandingFilter(new URL(request.url).searchParams);
  if (!parsed.ok) return badParameters(parsed.faults);
  const answer = await standingFindings(parsed.filter, reachOf(await actorFromRequest(request)));
  return answer.ok ? reply(request, answer.list, answer.etag) : notThere(answer.refusal);
}
