import { bodyOf, KIB } from '@/app/api/v1/body';
import { answer, enter } from '@/app/api/v1/entry';
import { refusedAct } from '@/app/api/v1/findings/refused';
import { convene } from '@/server/commission/convocations';
import { presenceSchema } from '@/server/commission/sessions';

/** Holds a sitting of the session now: who sends this presides, and these delegates came. */
export async function POST(
  request: Request,
  { params }: { readonly params: Promise<{ id: string }> },
): Promise<Response> {
  const entry = await enter(request, 'commission.quorum', 'write');
  if (!entry.ok) return entry.response;
  const body = await bodyOf(request, presenceSchema, { most: 64 * KIB });
  if (!body.ok) return body.response;
  const held = await convene(entry.person, (await params).id, body.value);
  return held.ok ? answer({ id: held.id }, 201) : refusedAct(held);
}
