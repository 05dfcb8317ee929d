import { answer, enter } from '@/app/api/v1/entry';
import { refusedAct } from '@/app/api/v1/incidents/refused';
import { undoLogging } from '@/server/incident/undo';

/** Undoes logging: for its author, within 60 seconds; answers with the draft it is again. */
export async function POST(
  request: Request,
  { params }: { readonly params: Promise<{ id: string }> },
): Promise<Response> {
  const entry = await enter(request, 'incident.log', 'write');
  if (!entry.ok) return entry.response;
  const done = await undoLogging(entry.person, (await params).id);
  return done.ok ? answer({ draft: done.draft }) : refusedAct(done.code);
}
