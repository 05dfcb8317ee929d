import { answer, enterOwn } from '@/app/api/v1/entry';
import { personOf } from '@/domain/actor';
import { actorFromRequest } from '@/server/actor';
import { forbidden } from '@/server/problem';
import { noteLook, sinceLook } from '@/server/review/looks';

interface Context {
  readonly params: Promise<{ id: string }>;
}

/** What has changed in a record since whoever asks last looked at it. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const person = personOf(await actorFromRequest(request));
  if (person === null) return forbidden('sign_in');
  const since = await sinceLook(person, (await params).id);
  return since.ok ? answer(since.value) : forbidden(since.code);
}

/** Notes that whoever sends it has looked at the record as it stands. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const entry = await enterOwn(request, 'hint');
  if (!entry.ok) return entry.response;
  const noted = await noteLook(entry.person, (await params).id);
  return noted.ok ? answer({ revision: noted.value }) : forbidden(noted.code);
}
