import { reply } from '@/app/api/v1/reply';
import { reachOf } from '@/domain/permission';
import { actorFromRequest } from '@/server/actor';
import { getIncident } from '@/server/incidents';
import { forbidden } from '@/server/problem';

/** One incident in the dossier format. What one may not see answers as what is not there. */
export async function GET(
  request: Request,
  { params }: { readonly params: Promise<{ id: string }> },
): Promise<Response> {
  const { id } = await params;
  const record = await getIncident(id, reachOf(await actorFromRequest(request)));
  if (record === null) return forbidden('hidden');
  const { incident, revision, published, payloadHash, recordedAt } = record;
  const recorded = recordedAt.toISOString();
  return reply(
    request,
    { revision, published, hash: payloadHash, recordedAt: recorded, incident },
    `"${payloadHash}-${published}"`,
  );
}
