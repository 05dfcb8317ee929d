import { answer } from '@/app/api/v1/entry';
import { refusedAct } from '@/app/api/v1/findings/refused';
import { actorFromRequest } from '@/server/actor';
import { findingPage } from '@/server/commission/finding-page';

/** One finding on its way: what was computed, who did what, what was decided, and what one may do to it. */
export async function GET(
  request: Request,
  { params }: { readonly params: Promise<{ id: string }> },
): Promise<Response> {
  const page = await findingPage(await actorFromRequest(request), (await params).id);
  return page.ok ? answer(page.view) : refusedAct(page);
}
