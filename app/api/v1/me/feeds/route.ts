import { answer, enterOwn } from '@/app/api/v1/entry';
import { personOf } from '@/domain/actor';
import { actorFromRequest } from '@/server/actor';
import { feedState, makeFeeds, revokeFeeds } from '@/server/feed/token';
import { forbidden } from '@/server/problem';

/** Whether one has addresses for feed readers and calendars, and when they were last used. */
export async function GET(request: Request): Promise<Response> {
  const person = personOf(await actorFromRequest(request));
  return person === null ? forbidden('sign_in') : answer(await feedState(person.id));
}

/** New addresses, told here and never again; those before are void. */
export async function POST(request: Request): Promise<Response> {
  const entry = await enterOwn(request);
  return entry.ok ? answer(await makeFeeds(entry.person), 201) : entry.response;
}

/** Makes one's addresses void. */
export async function DELETE(request: Request): Promise<Response> {
  const entry = await enterOwn(request);
  if (!entry.ok) return entry.response;
  await revokeFeeds(entry.person);
  return new Response(null, { status: 204 });
}
