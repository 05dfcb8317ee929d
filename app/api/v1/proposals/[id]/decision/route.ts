import { bodyOf } from '@/app/api/v1/body';
import { answer, enter } from '@/app/api/v1/entry';
import { refusedAct } from '@/app/api/v1/incidents/refused';
import { decisionSchema } from '@/domain/proposal';
import { decide } from '@/server/incident/decision';
import { forbidden } from '@/server/problem';

/** Accepts or declines a proposal, with a reason. */
export async function POST(
  request: Request,
  { params }: { readonly params: Promise<{ id: string }> },
): Promise<Response> {
  const entry = await enter(request, 'record.second', 'write');
  if (!entry.ok) return entry.response;
  const body = await bodyOf(request, decisionSchema, { status: 400 });
  if (!body.ok) return body.response;
  const { id } = await params;
  if (!/^[0-9a-f-]{36}$/.test(id)) return forbidden('hidden');
  const done = await decide(entry.person, id, body.value);
  return done.ok ? answer({ id, accepted: body.value.accept }) : refusedAct(done.code);
}
