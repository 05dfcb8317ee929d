import { encode } from 'next-auth/jwt';
import type { Person } from '@/domain/actor';
import type { Grant, PlainRole } from '@/domain/role';
import { rowOf } from '@/server/account/people';
import { sessionSecret } from '@/server/account/secret';
import { sessionCookie } from '@/server/account/session';
import { beginSession } from '@/server/account/session-row';
import { database } from '@/server/database';

let made = 0;

export interface SignedIn {
  readonly actor: Person;
  /** The header by which their browser is known. */
  readonly cookie: string;
}

/** One more session of an account that has not been signed out everywhere yet. */
export async function anotherSession(id: string): Promise<string> {
  const token = await beginSession({ id, epoch: 0 }, null);
  const cookie = await encode({ token: { ...token }, secret: sessionSecret() });
  return `${sessionCookie()}=${cookie}`;
}

/** A new account with some roles, signed in. */
export async function signedIn(name: string, ...roles: PlainRole[]): Promise<SignedIn> {
  process.env.NEXTAUTH_SECRET ??= 'a secret for tests that is long enough to be taken';
  made += 1;
  const grants: Grant[] = roles.map((role) => ({ role }));
  const { id } = await database().user.create({
    data: {
      ...{ name, email: `${name.toLowerCase()}-${made}@example.org` },
      roles: { create: grants.map(rowOf) },
    },
  });
  const cookie = await anotherSession(id);
  return { actor: { kind: 'person', id, name, grants, disabled: false }, cookie };
}

interface Sent {
  readonly cookie?: string | undefined;
  readonly method?: string;
  /** Sent as JSON. */
  readonly json?: unknown;
}

/** A request as a browser sends it. */
export function asked(path: string, { cookie, method, json }: Sent = {}): Request {
  return new Request(`http://localhost:3000/api/v1${path}`, {
    method: method ?? (json === undefined ? 'GET' : 'POST'),
    headers: {
      ...(cookie === undefined ? {} : { cookie }),
      ...(json === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(json === undefined ? {} : { body: JSON.stringify(json) }),
  });
}

/** The second argument of a route with parameters in its path. */
export const at = <T extends object>(params: T): { params: Promise<T> } => ({
  params: Promise.resolve(params),
});
