import { badParameters, notThere } from '@/app/api/v1/asked';
import { bodyOf, KIB } from '@/app/api/v1/body';
import { answer, enter } from '@/app/api/v1/entry';
import { refusedAct } from '@/app/api/v1/findings/refused';
import { reply } from '@/app/api/v1/reply';
import { parseStandingFilter } from '@/domain/standing-filter';
import { actorFromRequest } from '@/server/actor';
import { nominate, nominationSchema } from '@/server/commission/nominating';
import { visibilityOf } from '@/server/review/blind';
import { standingFindings } from '@/server/standing';

/** The findings that a filter of the standing page counts: one an incident and accused state. `withheld`: records left out until the reader has coded them. */
export async function GET(request: Request): Promise<Response> {
  const parsed = parseStandingFilter(new URL(request.url).searchParams);
  if (!parsed.ok) return badParameters(parsed.faults);
  const visibility = await visibilityOf(await actorFromRequest(request));
  const found = await standingFindings(parsed.filter, visibility);
  if (!found.ok) return notThere(found.refusal);
  const withheld = visibility.without?.length ?? 0;
  return reply(request, { ...found.list, withheld }, found.etag);
}

/** Nominates a computed finding for the commission; it supersedes an earlier one that is stale or revoked. */
export async function POST(request: Request): Promise<Response> {
  const entry = await enter(request, 'finding.nominate', 'write');
  if (!entry.ok) return entry.response;
  const body = await bodyOf(request, nominationSchema, { most: 4 * KIB });
  if (!body.ok) return body.response;
  const made = await nominate(entry.person, body.value);
  return made.ok ? answer({ id: made.id, state: made.state }, 201) : refusedAct(made);
}
