import { bodyOf } from '@/app/api/v1/body';
import { answer, enter } from '@/app/api/v1/entry';
import { refusedAct } from '@/app/api/v1/incidents/refused';
import { withdrawalSchema } from '@/domain/evidence-upload';
import { withdrawEvidence } from '@/server/evidence/withdrawing';

/** Withdraws a piece of evidence for a stated reason; it is kept and can be brought back. */
export async function POST(
  request: Request,
  { params }: { readonly params: Promise<{ item: string }> },
): Promise<Response> {
  const entry = await enter(request, 'evidence.withdraw', 'write');
  if (!entry.ok) return entry.response;
  const body = await bodyOf(request, withdrawalSchema, { status: 400 });
  if (!body.ok) return body.response;
  const { item } = await params;
  const done = await withdrawEvidence(entry.person, item, body.value.reason, false);
  return done.ok ? answer({ id: item, withdrawn: true }) : refusedAct(done.code);
}
