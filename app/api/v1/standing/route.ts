import { badParameters, notThere } from '@/app/api/v1/asked';
import { reply } from '@/app/api/v1/reply';
import { parseStandingFilter } from '@/domain/standing-filter';
import type { StandingView } from '@/domain/standing-view';
import { actorFromRequest } from '@/server/actor';
import { visibilityOf } from '@/server/review/blind';
import { standingView } from '@/server/standing';

/** Bodies of views that are kept, so that their letters are too. */
const bodies = new WeakMap<StandingView, { readonly withheld: number; readonly body: object }>();

function bodyOf(view: StandingView, withheld: number): object {
  const known = bodies.get(view);
  if (known?.withheld === withheld) return known.body;
  const body = { ...view, withheld };
  bodies.set(view, { withheld, body });
  return body;
}

/** How the parties of a pact stand, under a filter. `withheld`: records left out until the reader has coded them. */
export async function GET(request: Request): Promise<Response> {
  const parsed = parseStandingFilter(new URL(request.url).searchParams);
  if (!parsed.ok) return badParameters(parsed.faults);
  const visibility = await visibilityOf(await actorFromRequest(request));
  const answer = await standingView(parsed.filter, visibility);
  if (!answer.ok) return notThere(answer.refusal);
  const withheld = visibility.without?.length ?? 0;
  return reply(request, bodyOf(answer.view, withheld), answer.etag);
}
