import { bodyOf } from '@/app/api/v1/body';
import { answer, enter } from '@/app/api/v1/entry';
import { beginPactDraft } from '@/server/pact/draft-acts';
import { listPactDrafts } from '@/server/pact/drafts';
import { newPactDraftSchema, savedAnswer } from './envelope';
import { refusedPactAct } from './refused';

/** Everybody's drafts of pacts, last saved first, without their contents; `?deleted` lists those deleted. */
export async function GET(request: Request): Promise<Response> {
  const entry = await enter(request, 'pact_draft.read', 'hint');
  if (!entry.ok) return entry.response;
  const drafts = await listPactDrafts(new URL(request.url).searchParams.has('deleted'));
  return answer({
    drafts: drafts.map(({ deletedAt, savedAt, ...draft }) => ({
      ...draft,
      savedAt: savedAt.toISOString(),
      deletedAt: deletedAt?.toISOString() ?? null,
    })),
  });
}

/** Begins a draft: from a version of a pact, or from a blank pact of two parties. */
export async function POST(request: Request): Promise<Response> {
  const entry = await enter(request, 'pact.draft', 'write');
  if (!entry.ok) return entry.response;
  const body = await bodyOf(request, newPactDraftSchema, { status: 400 });
  if (!body.ok) return body.response;
  const begun = await beginPactDraft(entry.person, body.value);
  if (!begun.ok) return refusedPactAct(begun.code);
  const { draft } = begun;
  return answer(savedAnswer(draft), 201, { location: `/api/v1/pact-drafts/${draft.id}` });
}
