import { z } from 'zod';
import { badParameters, notThere } from '@/app/api/v1/asked';
import { labShape } from '@/domain/lab/address';
import { parseParameters } from '@/domain/parameters';
import { stateSchema } from '@/domain/states';
import { localId, slug } from '@/domain/text';
import { actorFromRequest } from '@/server/actor';
import { labTraces } from '@/server/lab/traces';
import { forbidden } from '@/server/problem';
import { isBlindTo } from '@/server/review/blind';

const tracesSchema = z.strictObject({
  ...labShape,
  ...{ incident: slug, clause: localId, accused: stateSchema },
});

/** One finding twice, with every test on the way: under the pact as in its text, and under the variant. */
export async function GET(request: Request): Promise<Response> {
  const parsed = parseParameters(tracesSchema, new URL(request.url).searchParams);
  if (!parsed.ok) return badParameters(parsed.faults);
  const actor = await actorFromRequest(request);
  const { incident, clause, accused, ...asked } = parsed.value;
  if (await isBlindTo(actor, incident)) return forbidden('blind');
  const found = await labTraces(asked, { incident, clause, accused }, actor);
  if (!found.ok) return notThere(found.refusal);
  return Response.json(found.traces, {
    headers: { 'cache-control': 'private, no-cache', vary: 'cookie' },
  });
}
