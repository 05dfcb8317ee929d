import { bodyOf, KIB } from '@/app/api/v1/body';
import { answer, enterOwn } from '@/app/api/v1/entry';
import { scenarioName } from '@/domain/lab/scenario';
import { renameScenario, shelveScenario } from '@/server/lab/scenarios';
import { forbidden } from '@/server/problem';

interface Context {
  readonly params: Promise<{ id: string }>;
}

/** Renames one of one's own scenarios. */
export async function PATCH(request: Request, { params }: Context): Promise<Response> {
  const entry = await enterOwn(request);
  if (!entry.ok) return entry.response;
  const body = await bodyOf(request, scenarioName, { most: 8 * KIB, status: 400 });
  if (!body.ok) return body.response;
  const { id } = await params;
  const done = await renameScenario(entry.person.id, id, body.value.name);
  return done ? answer({ id, name: body.value.name }) : forbidden('hidden');
}

/** Deletes one of one's own scenarios; it can be taken back. */
export async function DELETE(request: Request, { params }: Context): Promise<Response> {
  const entry = await enterOwn(request);
  if (!entry.ok) return entry.response;
  const { id } = await params;
  return (await shelveScenario(entry.person.id, id, true)) ? answer({ id }) : forbidden('hidden');
}
