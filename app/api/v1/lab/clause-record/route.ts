import { z } from 'zod';
import { notThere } from '@/app/api/v1/asked';
import { bodyOf, KIB } from '@/app/api/v1/body';
import { answer, tooFast } from '@/app/api/v1/entry';
import { pactSchema } from '@/domain/pact';
import { caughtOn } from '@/domain/pact-draft/caught';
import { pactLints } from '@/domain/pact-lints';
import { actorFromRequest } from '@/server/actor';
import { RECORD_TOO_LARGE } from '@/server/corpus/size';
import { waitFor } from '@/server/pace';
import { columnsToTry, recordToTry } from '@/server/pact/record';
import { visibilityOf } from '@/server/review/blind';
import { addressOf } from '@/server/throttle';

/** Largest pact that is tried here, and most clauses of one. */
const MOST = 512 * KIB;
const MOST_CLAUSES = 60;

const askedSchema = z.strictObject({
  pact: pactSchema.refine(({ clauses }) => clauses.length <= MOST_CLAUSES, {
    error: `expected at most ${MOST_CLAUSES} clauses`,
    path: ['clauses'],
  }),
});

/**
 * What the clauses of a pact, saved or not, would and would not have caught on the record its reader
 * may see, and what a lawyer would ask about them. Nothing is kept, and nothing of it can be signed.
 */
export async function POST(request: Request): Promise<Response> {
  const actor = await actorFromRequest(request);
  const asker =
    actor.kind === 'person' ? actor.id : addressOf(request.headers.get('x-forwarded-for'));
  const seconds = await waitFor('hint', asker);
  if (seconds !== null) return tooFast(seconds);
  const body = await bodyOf(request, askedSchema, { most: MOST, status: 400 });
  if (!body.ok) return body.response;
  const { pact } = body.value;
  const record = await recordToTry(await visibilityOf(actor));
  if (record === null) return notThere(RECORD_TOO_LARGE.refusal);
  const caught = caughtOn(columnsToTry(record), pact, record.setting);
  const { policy, compiledOn } = record.setting;
  return answer({
    ...caught,
    ...{ policy: policy.version, compiledOn, corpus: record.held.version },
    lints: pactLints(pact, policy, caught.clauses),
  });
}
