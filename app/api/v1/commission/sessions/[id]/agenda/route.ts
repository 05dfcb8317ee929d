import { bodyOf, KIB } from '@/app/api/v1/body';
import { answer, enter } from '@/app/api/v1/entry';
import { refusedAct } from '@/app/api/v1/findings/refused';
import { agendaSchema, table } from '@/server/commission/sessions';

/** Puts a finding before the session. */
export async function POST(
  request: Request,
  { params }: { readonly params: Promise<{ id: string }> },
): Promise<Response> {
  const entry = await enter(request, 'finding.table', 'write');
  if (!entry.ok) return entry.response;
  const body = await bodyOf(request, agendaSchema, { most: KIB });
  if (!body.ok) return body.response;
  const { finding } = body.value;
  const done = await table(entry.person, { finding, session: (await params).id });
  return done.ok ? answer({ finding, state: done.state }, 201) : refusedAct(done);
}
