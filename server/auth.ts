import 'server-only';
import type { AuthOptions, User } from 'next-auth';
import type { JWT } from 'next-auth/jwt';
import CredentialsProvider from 'next-auth/providers/credentials';
import { credentialsSchema } from '@/domain/account';
import { localPath } from '@/domain/local-path';
import { isBarred } from './account/demo';
import { isOidc, oidcProvider, verifiedEmail } from './account/oidc';
import { isPassword, TooBusy } from './account/password';
import { findPerson } from './account/people';
import { isSecure } from './account/public-url';
import { sessionSecret } from './account/secret';
import {
  cookieOptions,
  isOver,
  SESSION_SECONDS,
  type SessionToken,
  sessionSchema,
} from './account/session';
import { beginSession, leaveSession, personInSession } from './account/session-row';
import { database } from './database';
import { log } from './log';
import { addressOf, takeTurn } from './throttle';

/** What the sign-in form is told, beside yes; the seconds to wait stand behind a colon. */
const WAIT = 'Wait';
const BUSY = 'Busy';

/**
 * Signs in by password. Unknown, disabled and mistaken are one answer that takes one time; too many
 * tries are another.
 */
async function authorize(given: unknown, forwardedFor: unknown): Promise<User | null> {
  const parsed = credentialsSchema.safeParse(given);
  if (!parsed.success) return null;
  const { email, password } = parsed.data;
  const address = addressOf(typeof forwardedFor === 'string' ? forwardedFor : null);
  const turn = await takeTurn(email, address);
  if (!turn.ok) {
    log().warn({ event: 'sign_in.throttled', address });
    throw new Error(`${WAIT}:${turn.seconds}`);
  }
  const user = await database().user.findUnique({ where: { email } });
  const right = await isPassword(password, user?.passwordHash ?? null).catch((error: unknown) => {
    if (error instanceof TooBusy) throw new Error(BUSY);
    throw error;
  });
  if (!right || user === null || user.disabledAt !== null || isBarred(email)) {
    log().info({ event: 'sign_in.refused', address });
    return null;
  }
  await turn.succeeded();
  log().info({ event: 'sign_in', user: user.id });
  return { id: user.id };
}

/** The account with an address, if it may sign in. */
async function accountWith(email: string | null) {
  if (email === null || isBarred(email)) return null;
  return database().user.findFirst({ where: { email, disabledAt: null } });
}

/** A token for somebody who has just signed in; nothing of their provider stays in it. */
async function begin(userId: string, userAgent: string | null): Promise<SessionToken> {
  const person = await findPerson(userId);
  if (person === null || person.disabled) throw new Error('The account is not there any more.');
  return beginSession(person, userAgent);
}

/** A token that is still good, or a thrown error: next-auth then drops the cookie. */
async function renew(token: JWT): Promise<SessionToken> {
  const session = sessionSchema.parse(token);
  if ((await personInSession(session)) === null || isOver(session, Date.now()))
    throw new Error('The session has ended.');
  return session;
}

const callbacks = (userAgent: string | null): NonNullable<AuthOptions['callbacks']> => ({
  signIn: async ({ account, profile }) =>
    isOidc(account) ? (await accountWith(verifiedEmail(profile))) !== null : true,
  jwt: async ({ token, user, account, profile, trigger }) => {
    if (trigger !== 'signIn') return { ...(await renew(token)) };
    const found = isOidc(account) ? await accountWith(verifiedEmail(profile)) : user;
    if (!found) throw new Error('There is no such account.');
    return { ...(await begin(found.id, userAgent)) };
  },
  // What a person is and may is asked of /api/v1/me; the session itself tells nothing.
  session: ({ session }) => ({ expires: session.expires }),
  redirect: ({ url, baseUrl }) => {
    const path = url.startsWith(`${baseUrl}/`) ? url.slice(baseUrl.length) : url;
    return `${baseUrl}${localPath(path)}`;
  },
});

/** A cookie that was copied before its owner signed out is worth nothing afterwards. */
const signOut: NonNullable<NonNullable<AuthOptions['events']>['signOut']> = async ({ token }) => {
  const session = sessionSchema.safeParse(token);
  if (session.success) await leaveSession(session.data);
};

/** next-auth's settings, read anew for each request: environment and secret may differ by process. */
export function authOptions(userAgent: string | null = null): AuthOptions {
  const oidc = oidcProvider();
  return {
    providers: [
      CredentialsProvider({
        name: 'password',
        credentials: { email: { type: 'email' }, password: { type: 'password' } },
        authorize: (given, request) => authorize(given, request.headers?.['x-forwarded-for']),
      }),
      ...(oidc === null ? [] : [oidc]),
    ],
    secret: sessionSecret(),
    session: { strategy: 'jwt', maxAge: SESSION_SECONDS },
    jwt: { maxAge: SESSION_SECONDS },
    useSecureCookies: isSecure(),
    cookies: cookieOptions(),
    pages: { signIn: '/sign-in', signOut: '/account', error: '/sign-in' },
    callbacks: callbacks(userAgent),
    events: { signOut },
    logger: {
      error: (code, metadata) => log().warn({ event: 'auth', code, reason: reasonOf(metadata) }),
      warn: (code) => log().debug({ event: 'auth', code }),
      debug: () => {},
    },
  };
}

/** The message of what went wrong, without the objects around it. */
function reasonOf(metadata: Error | { [key: string]: unknown }): string {
  const error = metadata instanceof Error ? metadata : metadata.error;
  return error instanceof Error ? error.message : 'unknown';
}
