import { badParameters } from '@/app/api/v1/asked';
import { tooFast } from '@/app/api/v1/entry';
import type { Actor } from '@/domain/actor';
import { type CompareAddress, compareSchema } from '@/domain/lab/compare-address';
import { parseParameters } from '@/domain/parameters';
import { actorFromRequest } from '@/server/actor';
import { type Pace, waitFor } from '@/server/pace';
import { addressOf } from '@/server/throttle';

/** Two sides out of a request, with who asks; or why it is refused. */
export async function askedOf(
  request: Request,
  pace: Pace,
  beside: readonly string[] = [],
): Promise<
  | { readonly ok: true; readonly asked: CompareAddress; readonly actor: Actor }
  | { readonly ok: false; readonly response: Response }
> {
  const parameters = new URL(request.url).searchParams;
  for (const name of beside) parameters.delete(name);
  const parsed = parseParameters(compareSchema, parameters);
  if (!parsed.ok) return { ok: false, response: badParameters(parsed.faults) };
  const seconds = await waitFor(pace, addressOf(request.headers.get('x-forwarded-for')));
  if (seconds !== null) return { ok: false, response: tooFast(seconds) };
  return { ok: true, asked: parsed.value, actor: await actorFromRequest(request) };
}
