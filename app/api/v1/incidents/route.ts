import { answer, enter } from '@/app/api/v1/entry';
import { actorFromRequest } from '@/server/actor';
import { logRecord } from '@/server/incident/logging';
import { listIncidents } from '@/server/incidents';
import { problem } from '@/server/problem';
import { visibilityOf } from '@/server/review/blind';
import { parseQuery } from './query';
import { refusedAct } from './refused';
import { loggedSchema, submissionOf } from './submission';

/**
 * One page of the incidents the reader may see. `withheld`: how many they still have to code, which
 * are left out whatever was asked.
 */
export async function GET(request: Request): Promise<Response> {
  const parsed = parseQuery(new URL(request.url).searchParams);
  if (!parsed.ok)
    return problem({
      ...{ status: 400, title: 'Not a question we know', code: 'invalid_query' },
      detail: 'Some parameters are not what was expected.',
      faults: [...parsed.faults],
    });
  const actor = await actorFromRequest(request);
  const visibility = await visibilityOf(actor);
  const { total, page, pageSize, items } = await listIncidents(parsed.query, visibility);
  return Response.json(
    {
      ...{ total, page, size: pageSize, withheld: visibility.without?.length ?? 0 },
      incidents: items.map(({ incident, revision, published, state }) => ({
        ...{ revision, published, review: state, incident },
      })),
    },
    { headers: { 'cache-control': 'private, no-cache', vary: 'cookie' } },
  );
}

/** Logs an incident: who asks is settled before the body is looked at. */
export async function POST(request: Request): Promise<Response> {
  const entry = await enter(request, 'incident.log', 'write');
  if (!entry.ok) return entry.response;
  const sent = await submissionOf(request, loggedSchema);
  if (!sent.ok) return sent.response;
  const { submission, warnings } = sent.value;
  const logged = await logRecord(entry.person, submission);
  if (!logged.ok) return refusedAct(logged.code);
  const { id } = submission.incident;
  return answer({ id, revision: logged.revision, warnings }, 201, {
    location: `/api/v1/incidents/${id}`,
  });
}
