import { z } from 'zod';
import { badParameters, notThere } from '@/app/api/v1/asked';
import { askedOf } from '@/app/api/v1/lab/compare/asked';
import { parseParameters } from '@/domain/parameters';
import { stateSchema } from '@/domain/states';
import { localId } from '@/domain/text';
import { VERDICTS } from '@/domain/verdict';
import { type AskedNumber, casesBehind } from '@/server/compare-cases';

const shape = {
  clause: localId.nullable().default(null),
  bClause: localId.nullable().default(null),
  side: z.enum(['a', 'b'], 'expected a or b').nullable().default(null),
  party: stateSchema.nullable().default(null),
  verdict: z.enum(VERDICTS, 'expected a verdict, such as PENDING'),
};
const NAMES = Object.keys(shape);

/** A number of clauses, or with a side of how a party stands there: by the gravest of all clauses. */
const numberSchema = z
  .strictObject(shape)
  .transform(({ clause, bClause, side, party, verdict }, context): AskedNumber => {
    if (side === null) return { clauseA: clause, clauseB: bClause, party, verdict };
    if (party !== null && clause === null && bClause === null) return { side, party, verdict };
    const [path, message] =
      party === null
        ? (['party', 'expected a party beside a side'] as const)
        : (['side', 'expected either a side or a clause'] as const);
    context.addIssue({ code: 'custom', path: [path], message });
    return z.NEVER;
  });

/** The findings behind one number of a comparison, or of the lab, the gravest first. */
export async function GET(request: Request): Promise<Response> {
  const question = await askedOf(request, 'lab', NAMES);
  if (!question.ok) return question.response;
  const parameters = [...new URL(request.url).searchParams].filter(([name]) =>
    NAMES.includes(name),
  );
  const parsed = parseParameters(numberSchema, new URLSearchParams(parameters));
  if (!parsed.ok) return badParameters(parsed.faults);
  const answer = await casesBehind(question.asked, parsed.value, question.actor);
  if (!answer.ok) return notThere(answer.refusal);
  const { rows, total } = answer;
  return Response.json(
    { rows, total },
    { headers: { 'cache-control': 'private, no-cache', vary: 'cookie' } },
  );
}
