import 'server-only';
import { createHash, randomBytes } from 'node:crypto';
import type { Tx } from '@/server/ledger';

const HOURS = 24;

/**
 * What a link sets up: the first admin of an installation, or the password of one account. An
 * account's link holds for one epoch of it, so that a newer link, a password set or a disabling
 * makes it void.
 */
export type SetUpFor = 'first' | { readonly userId: string; readonly epoch: number };

export interface SetUpLink {
  /** The path to open, with the token that is kept nowhere. */
  readonly path: string;
  readonly expiresAt: Date;
}

/** The token says what it is for, and the hash binds that: a token cannot be turned to another use. */
const wordOf = (target: SetUpFor) =>
  target === 'first' ? 'first' : `${target.userId}.${target.epoch}`;
const hashOf = (token: string) => createHash('sha256').update(`set-up ${token}`).digest('hex');

/** What a token is for, as it says itself; `findLink` tells whether it is true. */
function targetOf(token: string): SetUpFor | null {
  const [word, epoch] = token.split('.');
  if (!word) return null;
  return word === 'first' ? 'first' : { userId: word, epoch: Number(epoch) };
}

/** A new one-time link, good for 24 hours. */
export async function makeLink(tx: Tx, target: SetUpFor, now: Date): Promise<SetUpLink> {
  const token = `${wordOf(target)}.${randomBytes(32).toString('base64url')}`;
  const expiresAt = new Date(now.getTime() + HOURS * 3_600_000);
  await tx.setupLink.create({ data: { tokenHash: hashOf(token), expiresAt, createdAt: now } });
  return { path: `/set-up/${token}`, expiresAt };
}

/** What a token sets up, or null where it is unknown, used or expired. */
export async function findLink(tx: Tx, token: string, now: Date): Promise<SetUpFor | null> {
  const link = await tx.setupLink.findUnique({ where: { tokenHash: hashOf(token) } });
  if (link === null || link.usedAt !== null || link.expiresAt <= now) return null;
  return targetOf(token);
}

/** Uses a token up: of two who try at once, one is told no. */
export async function spendLink(tx: Tx, token: string, now: Date): Promise<boolean> {
  const { count } = await tx.setupLink.updateMany({
    where: { tokenHash: hashOf(token), usedAt: null, expiresAt: { gt: now } },
    data: { usedAt: now },
  });
  return count === 1;
}
