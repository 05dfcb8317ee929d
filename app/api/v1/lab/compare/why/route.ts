import { z } from 'zod';
import { badParameters, notThere } from '@/app/api/v1/asked';
import { askedOf } from '@/app/api/v1/lab/compare/asked';
import { parseParameters } from '@/domain/parameters';
import { stateSchema } from '@/domain/states';
import { localId, slug } from '@/domain/text';
import { explainBoth } from '@/server/compare-why';
import { forbidden } from '@/server/problem';
import { isBlindTo } from '@/server/review/blind';

const caseSchema = z.strictObject({
  incident: slug,
  clause: localId.nullable().default(null),
  bClause: localId.nullable().default(null),
  accused: stateSchema,
});
const NAMES = Object.keys(caseSchema.shape);

/** One case under both sides, with every test on the way. */
export async function GET(request: Request): Promise<Response> {
  const question = await askedOf(request, 'hint', NAMES);
  if (!question.ok) return question.response;
  const parameters = [...new URL(request.url).searchParams].filter(([name]) =>
    NAMES.includes(name),
  );
  const parsed = parseParameters(caseSchema, new URLSearchParams(parameters));
  if (!parsed.ok) return badParameters(parsed.faults);
  if (await isBlindTo(question.actor, parsed.value.incident)) return forbidden('blind');
  const answer = await explainBoth(question.asked, parsed.value, question.actor);
  if (!answer.ok) return notThere(answer.refusal);
  return Response.json(answer.why, {
    headers: { 'cache-control': 'private, no-cache', vary: 'cookie' },
  });
}
