import { bodyOf, KIB } from '@/app/api/v1/body';
import { answer, enter } from '@/app/api/v1/entry';
import { refusedAct } from '@/app/api/v1/findings/refused';
import { second, secondingSchema } from '@/server/commission/publishing';

/** Another chair or a reviewer confirms, with a code, or declines, with a reason. */
export async function POST(
  request: Request,
  { params }: { readonly params: Promise<{ id: string; proposal: string }> },
): Promise<Response> {
  const entry = await enter(request, 'finding.second', 'write');
  if (!entry.ok) return entry.response;
  const { id: finding, proposal } = await params;
  const body = await bodyOf(request, secondingSchema, { most: 16 * KIB });
  if (!body.ok) return body.response;
  const done = await second(entry.person, { finding, proposal }, body.value);
  return done.ok ? answer({ id: proposal, accepted: body.value.accept }) : refusedAct(done);
}
