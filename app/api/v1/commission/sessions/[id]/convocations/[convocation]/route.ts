import { bodyOf, KIB } from '@/app/api/v1/body';
import { answer, enter } from '@/app/api/v1/entry';
import { refusedAct } from '@/app/api/v1/findings/refused';
import { recordPresence } from '@/server/commission/convocations';
import { presenceSchema } from '@/server/commission/sessions';

/** Corrects who came to the sitting under way. */
export async function PUT(
  request: Request,
  { params }: { readonly params: Promise<{ id: string; convocation: string }> },
): Promise<Response> {
  const entry = await enter(request, 'commission.quorum', 'write');
  if (!entry.ok) return entry.response;
  const body = await bodyOf(request, presenceSchema, { most: 64 * KIB });
  if (!body.ok) return body.response;
  const { id: session, convocation } = await params;
  const done = await recordPresence(entry.person, { session, convocation }, body.value);
  return done.ok ? answer({ id: convocation, present: body.value.present }) : refusedAct(done);
}
