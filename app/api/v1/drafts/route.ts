import { bodyOf } from '@/app/api/v1/body';
import { answer, enter } from '@/app/api/v1/entry';
import { refusedAct } from '@/app/api/v1/incidents/refused';
import { createDraft } from '@/server/incident/draft-acts';
import { listDrafts } from '@/server/incident/drafts';
import { draftAnswer, MOST_DRAFT, newDraftSchema, savedAnswer } from './envelope';

/** One's own drafts, last saved first, without their contents; `?deleted` lists those deleted. */
export async function GET(request: Request): Promise<Response> {
  const entry = await enter(request, 'incident.log', 'hint');
  if (!entry.ok) return entry.response;
  const deleted = new URL(request.url).searchParams.has('deleted');
  const drafts = await listDrafts(entry.person.id, deleted);
  return answer({
    drafts: drafts.map(({ deletedAt, savedAt, ...draft }) => ({
      ...draft,
      savedAt: savedAt.toISOString(),
      deletedAt: deletedAt?.toISOString() ?? null,
    })),
  });
}

/** Begins a draft. */
export async function POST(request: Request): Promise<Response> {
  const entry = await enter(request, 'incident.log', 'write');
  if (!entry.ok) return entry.response;
  const body = await bodyOf(request, newDraftSchema, { most: MOST_DRAFT, status: 400 });
  if (!body.ok) return body.response;
  const made = await createDraft(entry.person, body.value);
  if (!made.ok)
    return 'theirs' in made
      ? refusedAct(made.code, { theirs: draftAnswer(made.theirs) })
      : refusedAct(made.code);
  return answer(savedAnswer(made.draft), 201, { location: `/api/v1/drafts/${made.draft.id}` });
}
