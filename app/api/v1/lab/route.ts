import { badParameters, notThere } from '@/app/api/v1/asked';
import { reply } from '@/app/api/v1/reply';
import { labSchema } from '@/domain/lab/address';
import { parseParameters } from '@/domain/parameters';
import { actorFromRequest } from '@/server/actor';
import { labAnswer } from '@/server/lab/answer';

/** A pact as in its text, a variant of it, and the findings that turn between the two. */
export async function GET(request: Request): Promise<Response> {
  const parsed = parseParameters(labSchema, new URL(request.url).searchParams);
  if (!parsed.ok) return badParameters(parsed.faults);
  const found = await labAnswer(parsed.value, await actorFromRequest(request));
  return found.ok ? reply(request, found.answer, found.etag) : notThere(found.refusal);
}
