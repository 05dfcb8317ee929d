import { answer } from '@/app/api/v1/entry';
import { actorFromRequest } from '@/server/actor';
import { readRevision } from '@/server/incident/revisions';
import { forbidden } from '@/server/problem';
import { whyHidden } from '@/server/review/blind';

/** One revision of a record, whole. */
export async function GET(
  request: Request,
  { params }: { readonly params: Promise<{ id: string; number: string }> },
): Promise<Response> {
  const { id, number } = await params;
  const actor = await actorFromRequest(request);
  const asked = /^[1-9]\d{0,8}$/.test(number) ? Number(number) : null;
  const revision = asked === null ? null : await readRevision(actor, id, asked);
  if (revision === null) return forbidden(await whyHidden(actor, id));
  const { incident, reason, author, recordedAt, payloadHash: hash } = revision;
  return answer({
    ...{ revision: revision.number, hash, reason, author: author?.name ?? null },
    ...{ recordedAt: recordedAt.toISOString(), incident },
  });
}
