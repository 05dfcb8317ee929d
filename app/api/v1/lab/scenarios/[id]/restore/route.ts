import { answer, enterOwn } from '@/app/api/v1/entry';
import { shelveScenario } from '@/server/lab/scenarios';
import { forbidden } from '@/server/problem';

/** Takes a deleted scenario back. */
export async function POST(
  request: Request,
  { params }: { readonly params: Promise<{ id: string }> },
): Promise<Response> {
  const entry = await enterOwn(request);
  if (!entry.ok) return entry.response;
  const { id } = await params;
  return (await shelveScenario(entry.person.id, id, false)) ? answer({ id }) : forbidden('hidden');
}
