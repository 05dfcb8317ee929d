import { badParameters, notThere } from '@/app/api/v1/asked';
import { reply } from '@/app/api/v1/reply';
import { isViewName } from '@/domain/view/views';
import { actorFromRequest } from '@/server/actor';
import { visibilityOf } from '@/server/review/blind';
import { trendsView } from '@/server/trends';

/** One view of the trends under a filter: every series it draws, ready made. */
export async function GET(
  request: Request,
  { params }: { readonly params: Promise<{ readonly view: string }> },
): Promise<Response> {
  const { view } = await params;
  if (!isViewName(view))
    return notThere({ code: 'unknown_view', message: `There is no view "${view}".` });
  const asked = new URL(request.url).searchParams;
  const answer = await trendsView(view, asked, await visibilityOf(await actorFromRequest(request)));
  if (answer.ok) return reply(request, answer.shown, answer.etag);
  return 'faults' in answer ? badParameters(answer.faults) : notThere(answer.refusal);
}
