import 'server-only';
import { randomBytes } from 'node:crypto';
import { type LedgerEntry, nextEntry } from '@/domain/ledger';
import type { Prisma } from '@/prisma/generated/client';
import { type Author, actorName } from '@/server/author';
import { plainJson } from '@/server/json';

export type Tx = Prisma.TransactionClient;

export interface Happening {
  readonly actor: Author;
  /** What happened, such as `incident.logged`. */
  readonly type: string;
  /** What it happened to, such as `incident:us-2016-dnc-email-leak`. */
  readonly subject: string;
  readonly payload: unknown;
}

/** Of an entry, what its follower needs to know. */
export type Link = Pick<LedgerEntry, 'seq' | 'at' | 'chainHash'>;

const SALT_BYTES = 16;

/** Key of the advisory lock that puts writers in a row: no fork and no gap in the chain. */
const LOCK = 0x5e77a;

/** Waits until every other writer has committed or given up; held to the end of the transaction. */
export async function holdChain(tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${LOCK}::bigint)`;
}

/** The newest entry, or null where there is none. */
export async function lastLink(tx: Tx): Promise<Link | null> {
  const last = await tx.ledgerEntry.findFirst({
    orderBy: { seq: 'desc' },
    select: { seq: true, at: true, chainHash: true },
  });
  return last === null ? null : { ...last, at: last.at.toISOString() };
}

/** Writes the entry that follows `last`; the chain must be held. */
export async function enterAfter(
  tx: Tx,
  last: Link | null,
  at: string,
  { actor, type, subject, payload }: Happening,
): Promise<LedgerEntry> {
  const salt = randomBytes(SALT_BYTES).toString('hex');
  const entry = nextEntry(last, { at, actor: actorName(actor), type, subject, salt }, payload);
  await tx.ledgerEntry.create({
    data: { ...entry, payload: { create: { payload: plainJson(payload), salt } } },
  });
  await tx.$executeRaw`SELECT pg_notify('servanda_ledger', ${String(entry.seq)})`;
  return entry;
}
