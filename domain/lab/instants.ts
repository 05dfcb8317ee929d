import type { Instant } from '@/domain/dates';

const MINUTE_MS = 60_000;
/** Milliseconds a step of a code: two steps a minute. */
export const CODE_MS = MINUTE_MS / 2;
const MOST = 2 ** 29;

/** An instant that never comes, among codes. */
export const NEVER = 2 ** 30;

/**
 * Instants as whole numbers of 32 bits, in order of time: 2k is the first millisecond of minute k
 * after the epoch, 2k - 1 the last before it. Dates of a record start at the one and end at the other.
 * Years 1460 to 2480; other and finer instants have no code (null). The difference of any two codes is
 * a whole number of 32 bits, that of NEVER and a code too.
 */
export function codeOf(at: Instant): number | null {
  const last = at % MINUTE_MS === MINUTE_MS - 1 || at % MINUTE_MS === -1;
  const code = last ? ((at + 1) / MINUTE_MS) * 2 - 1 : (at / MINUTE_MS) * 2;
  return Number.isInteger(code) && Math.abs(code) <= MOST ? code : null;
}

/** The latest code at or before an instant. */
export function codeBy(at: Instant): number {
  if (at >= MOST * CODE_MS) return NEVER - 1;
  if (at <= -MOST * CODE_MS) return -MOST - 1;
  const minute = Math.floor(at / MINUTE_MS);
  return at - minute * MINUTE_MS >= MINUTE_MS - 1 ? minute * 2 + 1 : minute * 2;
}

/** The instant of a code. */
export const instantOf = (code: number): Instant =>
  ((code + (code & 1)) / 2) * MINUTE_MS - (code & 1);
