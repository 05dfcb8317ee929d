import { z } from 'zod';
import { bodyOf } from '@/app/api/v1/body';
import { answer, enter } from '@/app/api/v1/entry';
import { refusedAct } from '@/app/api/v1/incidents/refused';
import { requestCoding } from '@/server/review/coding-acts';

const schema = z.strictObject({
  basedOn: z.int().min(1, 'expected the number of a revision').max(2_147_483_646),
});

/** Sends an accepted record to be coded by a second analyst, blind. */
export async function POST(
  request: Request,
  { params }: { readonly params: Promise<{ id: string }> },
): Promise<Response> {
  const entry = await enter(request, 'coding.request', 'write');
  if (!entry.ok) return entry.response;
  const body = await bodyOf(request, schema, { status: 400 });
  if (!body.ok) return body.response;
  const done = await requestCoding(entry.person, (await params).id, body.value.basedOn);
  return done.ok ? answer({ id: done.id }, 201) : refusedAct(done.code);
}
