import { bodyOf } from '@/app/api/v1/body';
import { answer, enter } from '@/app/api/v1/entry';
import { refusedAct } from '@/app/api/v1/incidents/refused';
import { undoSchema } from '@/domain/proposal';
import { recordImpact } from '@/server/incident/impact';
import { mergedRecord, propose } from '@/server/incident/proposals';
import { forbidden } from '@/server/problem';

/** Asks for a merge to be undone: a proposal to restore the record, which a second person decides. */
export async function POST(
  request: Request,
  { params }: { readonly params: Promise<{ id: string }> },
): Promise<Response> {
  const entry = await enter(request, 'record.restore', 'write');
  if (!entry.ok) return entry.response;
  const body = await bodyOf(request, undoSchema, { status: 400 });
  if (!body.ok) return body.response;
  const { id } = await params;
  const merged = /^[0-9a-f-]{36}$/.test(id) ? await mergedRecord(entry.person, id) : null;
  const impact = merged === null ? null : await recordImpact(entry.person, merged);
  if (merged === null || impact === null) return forbidden('hidden');
  const wanted = { kind: 'restore', reason: body.value.reason } as const;
  const made = await propose(entry.person, merged, wanted, impact);
  return made.ok ? answer({ id: made.id, impact }, 201) : refusedAct(made.code);
}
