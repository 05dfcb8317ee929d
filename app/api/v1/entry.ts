import { type Person, personOf } from '@/domain/actor';
import { mayEver } from '@/domain/permission';
import { type Action, isWatched } from '@/domain/privilege';
import { actorFromRequest } from '@/server/actor';
import { type Pace, waitFor } from '@/server/pace';
import { forbidden, problem } from '@/server/problem';
import { noteRefusal, subjectOfAddress } from '@/server/refused-access';

export type Entry =
  | { readonly ok: true; readonly person: Person }
  | { readonly ok: false; readonly response: Response };

/** That an account sends more than it may at a time. */
export function tooFast(seconds: number): Response {
  return problem(
    {
      ...{ status: 429, title: 'Too fast', code: 'too_fast' },
      detail: `That was more than one may send at a time. Try again in ${seconds} ${seconds === 1 ? 'second' : 'seconds'}.`,
    },
    { headers: { 'retry-after': `${seconds}` }, body: { retryAfter: seconds } },
  );
}

/**
 * The door of a write: who asks, whether they may ever do this, and whether they go too fast; all
 * before the body is read. Whether they may do it to this very thing is asked inside the transaction.
 * The ledger is told of refusals that matter.
 */
export const enter = (request: Request, action: Action, pace: Pace): Promise<Entry> =>
  enterAny(request, [action], pace);

/** The same where the body says which of several actions it is: one of them is enough here. */
export async function enterAny(
  request: Request,
  actions: readonly [Action, ...Action[]],
  pace: Pace,
): Promise<Entry> {
  const actor = await actorFromRequest(request);
  const action = actions.find(isWatched) ?? actions[0];
  const decision = mayEver(actor, action);
  if (!decision.allowed && !actions.some((each) => mayEver(actor, each).allowed)) {
    const { code } = decision;
    await noteRefusal(actor, { action, code, subject: subjectOfAddress(request.url) });
    return { ok: false, response: forbidden(code) };
  }
  if (actor.kind === 'visitor') return { ok: false, response: forbidden('sign_in') };
  const seconds = await waitFor(pace, actor.id);
  return seconds === null ? { ok: true, person: actor } : { ok: false, response: tooFast(seconds) };
}

/** The same for what people do to their own account, which takes no role: signed in, and not too fast. */
export async function enterOwn(request: Request, pace: Pace = 'write'): Promise<Entry> {
  const person = personOf(await actorFromRequest(request));
  if (person === null) return { ok: false, response: forbidden('sign_in') };
  const seconds = await waitFor(pace, person.id);
  return seconds === null ? { ok: true, person } : { ok: false, response: tooFast(seconds) };
}

/** An answer to one reader that no cache keeps. */
export const answer = (body: unknown, status = 200, headers: Record<string, string> = {}) =>
  Response.json(body, { status, headers: { 'cache-control': 'no-store', ...headers } });
