import { bodyOf, KIB } from '@/app/api/v1/body';
import { answer, enter } from '@/app/api/v1/entry';
import { refusedPactAct } from '@/app/api/v1/pact-drafts/refused';
import { adherenceEntrySchema, missingReplies } from '@/domain/pact-adherence';
import { now } from '@/server/clock';
import { recordAdherence } from '@/server/pact/adherence';
import { getPact, listAdherence } from '@/server/pacts';
import { forbidden, problem } from '@/server/problem';

interface Context {
  readonly params: Promise<{ id: string }>;
}

/** What states did about a pact, as recorded, corrected events too, and whose reply is overdue. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { id } = await params;
  const pact = await getPact(id);
  if (pact === null) return forbidden('hidden');
  return Response.json(
    { adherence: await listAdherence(id), missing: missingReplies(pact, now()) },
    { headers: { 'cache-control': 'no-cache' } },
  );
}

/** Records what a party did about a version of a pact, or corrects what was recorded. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const entry = await enter(request, 'adherence.record', 'write');
  if (!entry.ok) return entry.response;
  const most = 256 * KIB;
  const body = await bodyOf(request, adherenceEntrySchema, { most, status: 400 });
  if (!body.ok) return body.response;
  const done = await recordAdherence(entry.person, (await params).id, body.value);
  if (done.ok) return answer({ position: done.position, textHash: done.textHash }, 201);
  if (done.code !== 'not_valid') return refusedPactAct(done.code);
  const faults = done.faults.map(({ path, message }) => ({ path, message, code: 'not_valid' }));
  const [first] = faults;
  return problem({
    ...{ status: 422, title: 'Not valid', code: done.code, faults },
    detail: first === undefined ? 'This cannot be recorded.' : `${first.path}: ${first.message}`,
  });
}
