import { answer, enter } from '@/app/api/v1/entry';
import { savedAnswer } from '@/app/api/v1/pact-drafts/envelope';
import { refusedPactAct } from '@/app/api/v1/pact-drafts/refused';
import { shelvePactDraft } from '@/server/pact/draft-acts';

/** Takes a deleted draft of one's own back. */
export async function POST(
  request: Request,
  { params }: { readonly params: Promise<{ id: string }> },
): Promise<Response> {
  const entry = await enter(request, 'pact.draft', 'write');
  if (!entry.ok) return entry.response;
  const done = await shelvePactDraft(entry.person, (await params).id, false);
  return done.ok ? answer(savedAnswer(done.draft)) : refusedPactAct(done.code);
}
