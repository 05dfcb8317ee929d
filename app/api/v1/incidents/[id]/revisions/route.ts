import { answer } from '@/app/api/v1/entry';
import { actorFromRequest } from '@/server/actor';
import { revisionList } from '@/server/incident/revisions';
import { forbidden } from '@/server/problem';
import { whyHidden } from '@/server/review/blind';

/** The history of a record, newest first: who changed what, when and why. */
export async function GET(
  request: Request,
  { params }: { readonly params: Promise<{ id: string }> },
): Promise<Response> {
  const { id } = await params;
  const actor = await actorFromRequest(request);
  const revisions = await revisionList(actor, id);
  if (revisions === null) return forbidden(await whyHidden(actor, id));
  return answer({
    revisions: revisions.map(({ recordedAt, ...each }) => ({
      ...each,
      recordedAt: recordedAt.toISOString(),
    })),
  });
}
