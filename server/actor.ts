import 'server-only';
import { cookies } from 'next/headers';
import { type Actor, VISITOR } from '@/domain/actor';
import { findPerson } from './account/people';
import { readSession, sessionCookie } from './account/session';
import type { Tx } from './ledger';

/**
 * The actor behind a session cookie, asked of the user's row each time: a person who was disabled,
 * signed out everywhere or lost a role has lost it with the next request.
 */
async function actorIn(cookie: string | undefined): Promise<Actor> {
  const session = await readSession(cookie);
  if (session === null) return VISITOR;
  const person = await findPerson(session.sub);
  if (person === null || person.disabled || person.epoch !== session.epoch) return VISITOR;
  const { epoch: _, ...actor } = person;
  return actor;
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

/** The same actor as they stand inside a transaction, for guards that are asked again there. */
export async function actorWithin(tx: Tx, actor: Actor): Promise<Actor> {
  if (actor.kind === 'visitor') return VISITOR;
  const person = await findPerson(actor.id, tx);
  if (person === null) return VISITOR;
  const { epoch: _, ...now } = person;
  return now;
}
