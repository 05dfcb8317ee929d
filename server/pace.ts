import 'server-only';
import { RateLimiterMemory, RateLimiterPrisma, RateLimiterRes } from 'rate-limiter-flexible';
import { database } from './database';
import { processWide } from './process-wide';

/**
 * How fast one account may go: turns in so many seconds. Soft: somebody who types never notices, a
 * program that runs away does. A draft is saved every two seconds, in several windows perhaps.
 */
export const PACES = {
  save: { points: 600, seconds: 60 },
  hint: { points: 240, seconds: 60 },
  feed: { points: 120, seconds: 60 },
  write: { points: 120, seconds: 60 },
  /** Short addresses, by the address they are asked from: anybody may have one. */
  link: { points: 30, seconds: 60 },
  /** Reports as PDF, by the address they are asked from: each takes a second of work. */
  report: { points: 20, seconds: 60 },
  /** Questions of the lab, by the address they are asked from: the whole record is judged for each. */
  lab: { points: 120, seconds: 60 },
} as const;
export type Pace = keyof typeof PACES;

/** All but writes are counted in this process, where counting costs nothing beside the work itself. */
const IN_MEMORY: readonly Pace[] = ['save', 'hint', 'feed', 'link', 'report', 'lab'];
const memory = processWide('pace', () => new Map<Pace, RateLimiterMemory>());

function limiterOf(pace: Pace): RateLimiterMemory | RateLimiterPrisma {
  const { points, seconds: duration } = PACES[pace];
  if (!IN_MEMORY.includes(pace))
    return new RateLimiterPrisma({
      ...{ storeClient: database(), tableName: 'rateLimit', keyPrefix: `pace-${pace}` },
      ...{ points, duration, clearExpiredByTimeout: false },
    });
  const known = memory.get(pace) ?? new RateLimiterMemory({ points, duration, keyPrefix: pace });
  memory.set(pace, known);
  return known;
}

/** Takes a turn for an account; null, or the seconds to wait until the next one. */
export async function waitFor(pace: Pace, account: string): Promise<number | null> {
  try {
    await limiterOf(pace).consume(account);
    return null;
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    return Math.max(1, Math.ceil(error.msBeforeNext / 1000));
  }
}
