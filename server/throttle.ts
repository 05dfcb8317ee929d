import 'server-only';
import { createHash } from 'node:crypto';
import { RateLimiterPrisma, RateLimiterRes } from 'rate-limiter-flexible';
import { database } from './database';

/** Tries that fail, in how long, before the next is refused. */
const WINDOW_SECONDS = 15 * 60;
export const TRIES = { account: 8, address: 60 } as const;
type By = keyof typeof TRIES;

/** Counters live in the database, so that they hold across instances and restarts. */
function limiter(by: By): RateLimiterPrisma {
  return new RateLimiterPrisma({
    ...{ storeClient: database(), tableName: 'rateLimit', keyPrefix: `sign-in-${by}` },
    ...{ points: TRIES[by], duration: WINDOW_SECONDS, clearExpiredByTimeout: false },
  });
}

/** No address of a person or machine stands in the table. */
const keyOf = (word: string) => createHash('sha256').update(word).digest('base64url');

export type Turn =
  | { readonly ok: true; readonly succeeded: () => Promise<void> }
  | { readonly ok: false; readonly seconds: number };

async function take(by: By, word: string): Promise<number | null> {
  try {
    await limiter(by).consume(keyOf(word));
    return null;
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    return Math.max(1, Math.ceil(error.msBeforeNext / 1000));
  }
}

/**
 * Takes a turn at signing in, counted by account (known or not) and by address before the password
 * is looked at, so that many at once are all counted. Success gives the turn back.
 */
export async function takeTurn(email: string, address: string): Promise<Turn> {
  const wait = (await take('address', address)) ?? (await take('account', email));
  if (wait !== null) return { ok: false, seconds: wait };
  return {
    ok: true,
    succeeded: async () => {
      await limiter('account').delete(keyOf(email));
      await limiter('address').reward(keyOf(address));
    },
  };
}

/** Removes counters that no longer count. */
export async function forgetOldTurns(now: Date): Promise<void> {
  await database().rateLimit.deleteMany({ where: { expire: { lt: now } } });
}

/**
 * The address a request came from: the entry that the outermost of SERVANDA_PROXIES reverse proxies
 * added to X-Forwarded-For. Without proxies Next writes the peer's address there, unless the peer
 * sent the header itself: then the count by account is what holds.
 */
export function addressOf(forwardedFor: string | null | undefined): string {
  const hops = (forwardedFor ?? '').split(',').map((hop) => hop.trim());
  const proxies = Math.max(1, Math.trunc(Number(process.env.SERVANDA_PROXIES) || 1));
  return hops.at(-proxies) || hops[0] || 'unknown';
}
