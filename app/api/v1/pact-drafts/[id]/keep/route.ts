import { notThere } from '@/app/api/v1/asked';
import { bodyOf } from '@/app/api/v1/body';
import { answer, enter } from '@/app/api/v1/entry';
import { keepSchema } from '@/app/api/v1/pact-drafts/envelope';
import { refusedPactAct } from '@/app/api/v1/pact-drafts/refused';
import { RECORD_TOO_LARGE } from '@/server/corpus/size';
import { keepDraft } from '@/server/pact/keeping';
import { problem } from '@/server/problem';

/** Makes an immutable version of a draft of one's own; the text hash says what it says. */
export async function POST(
  request: Request,
  { params }: { readonly params: Promise<{ id: string }> },
): Promise<Response> {
  const entry = await enter(request, 'pact.draft', 'write');
  if (!entry.ok) return entry.response;
  const body = await bodyOf(request, keepSchema, { status: 400 });
  if (!body.ok) return body.response;
  const kept = await keepDraft(entry.person, (await params).id, body.value);
  if (kept.ok) {
    const { pact, version, textHash } = kept;
    const location = `/api/v1/pacts/${pact}?version=${version}`;
    return answer({ pact, version, textHash }, 201, { location });
  }
  if (kept.code === 'newer_version') {
    const { latest } = kept;
    const detail = `This pact has a version ${latest} by now: bring the draft up to it first.`;
    return problem(
      {
        ...{ status: 409, title: 'Does not fit', code: kept.code, detail },
        faults: [{ path: 'pactVersion', code: kept.code, message: detail }],
      },
      { body: { latest } },
    );
  }
  if (kept.code === 'record_too_large') return notThere(RECORD_TOO_LARGE.refusal);
  if (kept.code !== 'not_keepable') return refusedPactAct(kept.code);
  const faults = kept.faults.slice(0, 100).map(({ path, message }) => ({
    ...{ path: `pact.${path}`, message, code: 'not_keepable' },
  }));
  const [first] = faults;
  const detail =
    first === undefined ? 'The draft cannot be kept.' : `${first.path}: ${first.message}`;
  return problem({ status: 422, title: 'Not to be kept yet', code: kept.code, detail, faults });
}
