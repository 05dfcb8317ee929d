import { z } from 'zod';
import { bodyOf } from '@/app/api/v1/body';
import { answer, enterAny } from '@/app/api/v1/entry';
import { refusedAct } from '@/app/api/v1/incidents/refused';
import { text } from '@/domain/text';
import { actorFromRequest } from '@/server/actor';
import { forbidden } from '@/server/problem';
import { actOnRecord, RECORD_ACTS } from '@/server/review/judging';
import { recordReview } from '@/server/review/record-review';

interface Context {
  readonly params: Promise<{ id: string }>;
}

const actSchema = z.strictObject({
  action: z.enum(RECORD_ACTS, 'expected submit, take_up, accept or return'),
  reason: text(2000).nullable().default(null),
  basedOn: z.int().min(1, 'expected the number of a revision').max(2_147_483_646),
});

/** Where a record stands on its path, which steps led there, and what the reader may do now. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const review = await recordReview(await actorFromRequest(request), (await params).id);
  return review === null ? forbidden('hidden') : answer(review);
}

/** Submits a record, takes it up, accepts or returns it, on the revision that was looked at. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const entry = await enterAny(request, ['incident.submit', 'incident.accept'], 'write');
  if (!entry.ok) return entry.response;
  const body = await bodyOf(request, actSchema, { status: 400 });
  if (!body.ok) return body.response;
  const done = await actOnRecord(entry.person, (await params).id, body.value);
  if (done.ok) return answer({ state: done.state, revision: done.revision });
  return done.code === 'moved_on'
    ? refusedAct(done.code, { current: done.current })
    : refusedAct(done.code);
}
