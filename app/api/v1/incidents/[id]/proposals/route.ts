import { bodyOf } from '@/app/api/v1/body';
import { answer, enter } from '@/app/api/v1/entry';
import { refusedAct } from '@/app/api/v1/incidents/refused';
import { newProposalSchema } from '@/domain/proposal';
import { recordImpact } from '@/server/incident/impact';
import { propose } from '@/server/incident/proposals';
import { forbidden } from '@/server/problem';
import { whyHidden } from '@/server/review/blind';

/** Asks for a record to be retracted, restored or merged; a second person decides. */
export async function POST(
  request: Request,
  { params }: { readonly params: Promise<{ id: string }> },
): Promise<Response> {
  const entry = await enter(request, 'record.retract', 'write');
  if (!entry.ok) return entry.response;
  const body = await bodyOf(request, newProposalSchema, { status: 400 });
  if (!body.ok) return body.response;
  const { id } = await params;
  const impact = await recordImpact(entry.person, id);
  if (impact === null) return forbidden(await whyHidden(entry.person, id));
  const made = await propose(entry.person, id, body.value, impact);
  return made.ok ? answer({ id: made.id, impact }, 201) : refusedAct(made.code);
}
