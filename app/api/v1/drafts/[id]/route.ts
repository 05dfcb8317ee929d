import { bodyOf } from '@/app/api/v1/body';
import {
  draftAnswer,
  MOST_DRAFT,
  savedAnswer,
  savedDraftSchema,
} from '@/app/api/v1/drafts/envelope';
import { answer, enter } from '@/app/api/v1/entry';
import { refusedAct } from '@/app/api/v1/incidents/refused';
import { shelveDraft } from '@/server/incident/draft-acts';
import { getDraft, saveDraft } from '@/server/incident/drafts';
import { forbidden } from '@/server/problem';

interface Context {
  readonly params: Promise<{ id: string }>;
}

/** One of one's own drafts, whole. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const entry = await enter(request, 'incident.log', 'hint');
  if (!entry.ok) return entry.response;
  const draft = await getDraft(entry.person.id, (await params).id);
  return draft === null ? forbidden('hidden') : answer(draftAnswer(draft));
}

/** Saves a draft on the revision it was typed on; a clash answers with what is kept. */
export async function PUT(request: Request, { params }: Context): Promise<Response> {
  const entry = await enter(request, 'incident.log', 'save');
  if (!entry.ok) return entry.response;
  const body = await bodyOf(request, savedDraftSchema, { most: MOST_DRAFT, status: 400 });
  if (!body.ok) return body.response;
  const { basedOn, payload } = body.value;
  const saved = await saveDraft(entry.person.id, (await params).id, basedOn, payload);
  if (saved.ok) return answer(savedAnswer(saved.draft));
  return saved.code === 'hidden'
    ? forbidden('hidden')
    : refusedAct(saved.code, { theirs: draftAnswer(saved.theirs) });
}

/** Deletes a draft; it is kept, and can be taken back. */
export async function DELETE(request: Request, { params }: Context): Promise<Response> {
  const entry = await enter(request, 'incident.log', 'write');
  if (!entry.ok) return entry.response;
  const done = await shelveDraft(entry.person, (await params).id, true);
  return done.ok ? answer(savedAnswer(done.draft)) : refusedAct(done.code);
}
