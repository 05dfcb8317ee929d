import { type Problem, problemSchema } from '@/domain/problem';

export type Answer =
  | { readonly ok: true; readonly body: unknown }
  | { readonly ok: false; readonly problem: Problem };

const failed = (detail: string): Answer => ({
  ...{ ok: false, problem: { status: 0, title: 'Not sent', code: 'unreachable', detail } },
});

/** Sends a change through the one door and tells what came of it. */
export async function send(method: string, path: string, body?: unknown): Promise<Answer> {
  const json = { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) };
  const reply = await fetch(path, { method, ...(body === undefined ? {} : json) }).catch(
    () => null,
  );
  if (reply === null)
    return failed('The server could not be reached. Nothing was changed; try again.');
  const said: unknown = await reply.json().catch(() => null);
  if (reply.ok) return { ok: true, body: said };
  const problem = problemSchema.safeParse(said);
  return problem.success
    ? { ok: false, problem: problem.data }
    : failed('The server answered something unexpected.');
}
