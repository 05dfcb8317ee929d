import { z } from 'zod';
import { badParameters, notThere } from '@/app/api/v1/asked';
import { askedOf } from '@/app/api/v1/lab/compare/asked';
import { parseParameters } from '@/domain/parameters';
import { stateSchema } from '@/domain/states';
import { localId } from '@/domain/text';
import { VERDICTS } from '@/domain/verdict';
import { casesBehind } from '@/server/compare-cases';

const numberSchema = z.strictObject({
  clause: localId.nullable().default(null),
  bClause: localId.nullable().default(null),
  party: stateSchema.nullable().default(null),
  verdict: z.enum(VERDICTS, 'expected a verdict, such as PENDING'),
});
const NAMES = Object.keys(numberSchema.shape);

/** The findings behind one number of a comparison, or of the lab, the gravest first. */
export async function GET(request: Request): Promise<Response> {
  const question = await askedOf(request, 'lab', NAMES);
  if (!question.ok) return question.response;
  const parameters = [...new URL(request.url).searchParams].filter(([name]) =>
    NAMES.includes(name),
  );
  const parsed = parseParameters(numberSchema, new URLSearchParams(parameters));
  if (!parsed.ok) return badParameters(parsed.faults);
  const { clause, bClause, party, verdict } = parsed.value;
  const number = { clauseA: clause, clauseB: bClause, party, verdict };
  const answer = await casesBehind(question.asked, number, question.actor);
  if (!answer.ok) return notThere(answer.refusal);
  const { rows, total } = answer;
  return Response.json(
    { rows, total },
    { headers: { 'cache-control': 'private, no-cache', vary: 'cookie' } },
  );
}
