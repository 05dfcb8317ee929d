import { badParameters, notThere } from '@/app/api/v1/asked';
import { findingQuestionSchema } from '@/domain/finding-question';
import { parseParameters } from '@/domain/parameters';
import { reachOf } from '@/domain/permission';
import { actorFromRequest } from '@/server/actor';
import { explainFinding } from '@/server/explanation';

/** One finding with every test on the way, passed or failed, and what each claim adds. */
export async function GET(request: Request): Promise<Response> {
  const parsed = parseParameters(findingQuestionSchema, new URL(request.url).searchParams);
  if (!parsed.ok) return badParameters(parsed.faults);
  const answer = await explainFinding(parsed.value, reachOf(await actorFromRequest(request)));
  if (!answer.ok) return notThere(answer.refusal);
  return Response.json(answer.explained, {
    headers: { 'cache-control': 'private, no-cache', vary: 'cookie' },
  });
}
