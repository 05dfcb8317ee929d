import { savedAnswer } from '@/app/api/v1/drafts/envelope';
import { answer, enter } from '@/app/api/v1/entry';
import { refusedAct } from '@/app/api/v1/incidents/refused';
import { shelveDraft } from '@/server/incident/draft-acts';

/** Takes a deleted draft back. */
export async function POST(
  request: Request,
  { params }: { readonly params: Promise<{ id: string }> },
): Promise<Response> {
  const entry = await enter(request, 'incident.log', 'write');
  if (!entry.ok) return entry.response;
  const done = await shelveDraft(entry.person, (await params).id, false);
  return done.ok ? answer(savedAnswer(done.draft)) : refusedAct(done.code);
}
