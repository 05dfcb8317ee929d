import 'server-only';
import { cookies } from 'next/headers';
import { type Actor, VISITOR } from '@/domain/actor';
import { findPerson } from './account/people';
import { readSession, sessionCookie } from './account/session';
import { personInSession } from './account/session-row';
import type { Tx } from './ledger';

/**
 * The actor behind a session cookie, asked of the rows of session and user each time: a person who
 * was disabled, signed out everywhere or lost a role has lost it with the next request.
 */
async function actorIn(cookie: string | undefined): Promise<Actor> {
  const session = await readSession(cookie);
  return (session === null ? null : await personInSession(session)) ?? VISITOR;
}

/** Who looks at a page. */
export async function actorFrom(): Promise<Actor> {
  return actorIn((await cookies()).get(sessionCookie())?.value);
}

function cookieIn(header: string | null, name: string): string | undefined {
  const found = (header ?? '')
    .split(';')
    .map((part) => part.trim())
    .find((part) => part.startsWith(`${name}=`));
  return found?.slice(name.length + 1);
}

/** Who sent a request to a route. */
export function actorFromRequest(request: Request): Promise<Actor> {
  return actorIn(cookieIn(request.headers.get('cookie'), sessionCookie()));
}

/** The id of the session a page is looked at in, or null. */
export async function sessionFrom(): Promise<string | null> {
  const cookie = (await cookies()).get(sessionCookie())?.value;
  return (await readSession(cookie))?.sid ?? null;
}

/** The id of the session a request was sent in, or null. */
export async function sessionFromRequest(request: Request): Promise<string | null> {
  const cookie = cookieIn(request.headers.get('cookie'), sessionCookie());
  return (await readSession(cookie))?.sid ?? null;
}

/** The same actor as they stand inside a transaction, for guards that are asked again there. */
export async function actorWithin(tx: Tx, actor: Actor): Promise<Actor> {
  if (actor.kind === 'visitor') return VISITOR;
  const person = await findPerson(actor.id, tx);
  if (person === null) return VISITOR;
  const { epoch: _, ...now } = person;
  return now;
}
