import { bodyOf } from '@/app/api/v1/body';
import { answer, enter } from '@/app/api/v1/entry';
import {
  draftAnswer,
  MOST_PACT_DRAFT,
  savedAnswer,
  savedPactDraftSchema,
} from '@/app/api/v1/pact-drafts/envelope';
import { refusedPactAct } from '@/app/api/v1/pact-drafts/refused';
import { shelvePactDraft } from '@/server/pact/draft-acts';
import { getPactDraft, savePactDraft } from '@/server/pact/drafts';
import { testedDraft } from '@/server/pact/tested';
import { forbidden } from '@/server/problem';

interface Context {
  readonly params: Promise<{ id: string }>;
}

/**
 * A draft of a pact, whole, whoever's it is; with the pact that it is tested as (each open bracket as
 * assumed), or null and what it lacks.
 */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const entry = await enter(request, 'pact_draft.read', 'hint');
  if (!entry.ok) return entry.response;
  const draft = await getPactDraft((await params).id);
  if (draft === null) return forbidden('hidden');
  const tested = await testedDraft(draft);
  return answer({
    ...draftAnswer(draft),
    pact: tested.ok ? tested.value : null,
    faults: tested.ok ? [] : tested.faults,
  });
}

/** Saves a draft of one's own on the revision it was typed on; a clash answers with what is held. */
export async function PUT(request: Request, { params }: Context): Promise<Response> {
  const entry = await enter(request, 'pact.draft', 'save');
  if (!entry.ok) return entry.response;
  const most = MOST_PACT_DRAFT;
  const body = await bodyOf(request, savedPactDraftSchema, { most, status: 400 });
  if (!body.ok) return body.response;
  const saved = await savePactDraft(entry.person.id, (await params).id, body.value);
  if (saved.ok) return answer(savedAnswer(saved.draft));
  return 'theirs' in saved
    ? refusedPactAct(saved.code, { theirs: draftAnswer(saved.theirs) })
    : refusedPactAct(saved.code);
}

/** Deletes a draft of one's own; it is held, and can be taken back. */
export async function DELETE(request: Request, { params }: Context): Promise<Response> {
  const entry = await enter(request, 'pact.draft', 'write');
  if (!entry.ok) return entry.response;
  const done = await shelvePactDraft(entry.person, (await params).id, true);
  return done.ok ? answer(savedAnswer(done.draft)) : refusedPactAct(done.code);
}
