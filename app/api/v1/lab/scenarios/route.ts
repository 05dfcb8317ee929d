import { bodyOf, KIB } from '@/app/api/v1/body';
import { answer, enterOwn } from '@/app/api/v1/entry';
import { personOf } from '@/domain/actor';
import { scenarioSchema } from '@/domain/lab/scenario';
import { actorFromRequest } from '@/server/actor';
import { keepScenario, listScenarios, MOST_SCENARIOS } from '@/server/lab/scenarios';
import { forbidden, problem } from '@/server/problem';

/** One's own named variants, the newest first. */
export async function GET(request: Request): Promise<Response> {
  const person = personOf(await actorFromRequest(request));
  if (person === null) return forbidden('sign_in');
  return answer({ scenarios: await listScenarios(person.id) });
}

/** Names a variant for oneself. */
export async function POST(request: Request): Promise<Response> {
  const entry = await enterOwn(request);
  if (!entry.ok) return entry.response;
  const body = await bodyOf(request, scenarioSchema, { most: 8 * KIB, status: 400 });
  if (!body.ok) return body.response;
  const kept = await keepScenario(entry.person.id, body.value);
  if (kept !== null) return answer(kept, 201);
  return problem({
    ...{ status: 409, title: 'Too many', code: 'too_many' },
    detail: `One keeps at most ${MOST_SCENARIOS} scenarios. Delete some first.`,
  });
}
