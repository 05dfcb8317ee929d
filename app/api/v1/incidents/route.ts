import { faultsOf } from '@/domain/fault';
import { incidentSchema } from '@/domain/incident';
import { HOUSE, may, reachOf } from '@/domain/permission';
import { actorFromRequest } from '@/server/actor';
import { listIncidents, logIncident } from '@/server/incidents';
import { forbidden, problem } from '@/server/problem';
import { parseQuery } from './query';

/** One page of the incidents the reader may see. */
export async function GET(request: Request): Promise<Response> {
  const parsed = parseQuery(new URL(request.url).searchParams);
  if (!parsed.ok)
    return problem({
      ...{ status: 400, title: 'Not a question we know', code: 'invalid_query' },
      detail: 'Some parameters are not what was expected.',
      faults: [...parsed.faults],
    });
  const actor = await actorFromRequest(request);
  const { total, page, pageSize, items } = await listIncidents(parsed.query, reachOf(actor));
  return Response.json(
    {
      ...{ total, page, size: pageSize },
      incidents: items.map(({ incident, revision }) => ({ revision, incident })),
    },
    { headers: { 'cache-control': 'private, no-cache', vary: 'cookie' } },
  );
}

const unreadable = () =>
  problem({
    ...{ status: 400, title: 'Not JSON', code: 'not_json' },
    detail: 'Send one incident in the dossier format, as JSON.',
  });

async function bodyOf(request: Request): Promise<{ readonly json: unknown } | null> {
  try {
    return { json: await request.json() };
  } catch {
    return null;
  }
}

/** Logs an incident: who asks is settled before the body is looked at. */
export async function POST(request: Request): Promise<Response> {
  const actor = await actorFromRequest(request);
  const decision = may(actor, 'incident.log', HOUSE);
  if (!decision.allowed) return forbidden(decision.code);
  if (actor.kind === 'visitor') return forbidden('sign_in');
  const body = await bodyOf(request);
  if (body === null) return unreadable();
  const parsed = incidentSchema.safeParse(body.json);
  if (!parsed.success)
    return problem({
      ...{ status: 400, title: 'Not a valid incident', code: 'invalid' },
      detail: 'Each fault names its field and what was expected there.',
      faults: faultsOf(parsed.error, body.json),
    });
  const incident = parsed.data;
  const logged = await logIncident(actor, incident, 'logged');
  if (!logged.ok)
    return problem({
      ...{ status: 409, title: 'Already there', code: logged.code },
      detail: `An incident with the id "${incident.id}" exists; choose another id or revise that one.`,
    });
  return Response.json(
    { id: incident.id, revision: logged.revision },
    { status: 201, headers: { location: `/api/v1/incidents/${incident.id}` } },
  );
}
