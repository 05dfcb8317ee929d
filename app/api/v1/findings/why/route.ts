import { badParameters, notThere } from '@/app/api/v1/asked';
import { findingQuestionSchema } from '@/domain/finding-question';
import { parseParameters } from '@/domain/parameters';
import { actorFromRequest } from '@/server/actor';
import { explainFinding } from '@/server/explanation';
import { forbidden } from '@/server/problem';
import { isBlindTo, visibilityOf } from '@/server/review/blind';

/** One finding with every test on the way, passed or failed, and what each claim adds. */
export async function GET(request: Request): Promise<Response> {
  const parsed = parseParameters(findingQuestionSchema, new URL(request.url).searchParams);
  if (!parsed.ok) return badParameters(parsed.faults);
  const actor = await actorFromRequest(request);
  if (await isBlindTo(actor, parsed.value.incident)) return forbidden('blind');
  const answer = await explainFinding(parsed.value, await visibilityOf(actor));
  if (!answer.ok) return notThere(answer.refusal);
  return Response.json(answer.explained, {
    headers: { 'cache-control': 'private, no-cache', vary: 'cookie' },
  });
}
