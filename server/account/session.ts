import 'server-only';
import type { CookiesOptions } from 'next-auth';
import { decode } from 'next-auth/jwt';
import { z } from 'zod';
import { isSecure } from './public-url';
import { sessionSecret } from './secret';

/** A session ends for good this long after signing in, in seconds. */
export const SESSION_SECONDS = 12 * 60 * 60;

/** What the encrypted cookie says: who, in which session, since when, under which epoch. */
export const sessionSchema = z.object({
  sub: z.string().min(1),
  /** The session's row; ending it ends the session. */
  sid: z.string().min(1),
  /** `User.sessionEpoch` when they signed in; raising it ends every session at once. */
  epoch: z.int(),
  /** When they signed in, in seconds. */
  since: z.number(),
});
export type SessionToken = z.infer<typeof sessionSchema>;

/** The session cookie's name; the prefix makes browsers insist on https. */
export const sessionCookie = (): string =>
  `${isSecure() ? '__Secure-' : ''}next-auth.session-token`;

/** The session cookie: out of reach of scripts, not sent along with other sites' requests. */
export function cookieOptions(): Partial<CookiesOptions> {
  return {
    sessionToken: {
      name: sessionCookie(),
      options: { httpOnly: true, sameSite: 'lax', path: '/', secure: isSecure() },
    },
  };
}

/** When a session that is over at an instant has begun at the latest. */
export const overBefore = (now: number): Date => new Date(now - SESSION_SECONDS * 1000);

/** Whether a session of that beginning is over at an instant in milliseconds. */
export const isOver = ({ since }: SessionToken, now: number): boolean =>
  now > (since + SESSION_SECONDS) * 1000;

/** The session in a cookie, or null where it is none of ours, expired or altered. */
export async function readSession(cookie: string | undefined): Promise<SessionToken | null> {
  if (!cookie) return null;
  const payload = await decode({ token: cookie, secret: sessionSecret() }).catch(() => null);
  const parsed = sessionSchema.safeParse(payload);
  return parsed.success && !isOver(parsed.data, Date.now()) ? parsed.data : null;
}
