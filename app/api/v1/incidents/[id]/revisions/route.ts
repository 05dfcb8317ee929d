import { answer } from '@/app/api/v1/entry';
import { actorFromRequest } from '@/server/actor';
import { revisionList } from '@/server/incident/revisions';
import { forbidden } from '@/server/problem';

/** The history of a record, newest first: who changed what, when and why. */
export async function GET(
  request: Request,
  { params }: { readonly params: Promise<{ id: string }> },
): Promise<Response> {
  const revisions = await revisionList(await actorFromRequest(request), (await params).id);
  if (revisions === null) return forbidden('hidden');
  return answer({
    revisions: revisions.map(({ recordedAt, ...each }) => ({
      ...each,
      recordedAt: recordedAt.toISOString(),
    })),
  });
}
