import { fileAnswer } from '@/app/api/v1/evidence/file';
import { actorFromRequest } from '@/server/actor';
import { downloadEvidence } from '@/server/evidence/opening';

/** A file of evidence as far as its marking allows; `?copy=redacted`: the working copy. */
export async function GET(
  request: Request,
  { params }: { readonly params: Promise<{ item: string }> },
): Promise<Response> {
  const copy = new URL(request.url).searchParams.get('copy') === 'redacted';
  const actor = await actorFromRequest(request);
  return fileAnswer(await downloadEvidence(actor, (await params).item, copy));
}
