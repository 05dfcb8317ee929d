import 'server-only';
import {
  type LedgerEntry,
  type LedgerRecord,
  type LedgerVerdict,
  nextEntry,
  verifyLedger,
} from '@/domain/ledger';
import { Prisma } from '@/prisma/generated/client';
import { type Author, actorName } from './author';
import { noteChange } from './changes';
import { database } from './database';
import { plainJson } from './json';

export type Tx = Prisma.TransactionClient;

/** Key of the advisory lock that puts writers in a row: no fork and no gap in the chain. */
const LOCK = 0x5e77a;

export interface Happening {
  readonly actor: Author;
  /** What happened, such as `incident.logged`. */
  readonly type: string;
  /** What it happened to, such as `incident:us-2016-dnc-email-leak`. */
  readonly subject: string;
  readonly payload: unknown;
}

/**
 * Adds an entry to the chain inside the caller's transaction; it stands or falls with it. Writers
 * wait for each other here until they commit, so call it (or `writing`) before touching rows.
 */
export async function append(
  tx: Tx,
  { actor, type, subject, payload }: Happening,
): Promise<LedgerEntry> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${LOCK}::bigint)`;
  const last = await tx.ledgerEntry.findFirst({ orderBy: { seq: 'desc' } });
  const at = new Date(Math.max(Date.now(), last?.at.getTime() ?? 0)).toISOString();
  const entry = nextEntry(last, { at, actor: actorName(actor), type, subject }, payload);
  await tx.ledgerEntry.create({
    data: { ...entry, payload: { create: { payload: plainJson(payload) } } },
  });
  await tx.$executeRaw`SELECT pg_notify('servanda_ledger', ${String(entry.seq)})`;
  return entry;
}

/**
 * A transaction that changes what is kept: writers wait for each other from its start, so guards
 * asked inside it see what every earlier writer committed. Readers of this process see it at once.
 * `timeout` in milliseconds ends it, undone.
 */
export async function writing<T>(work: (tx: Tx) => Promise<T>, timeout = 60_000): Promise<T> {
  const guarded = async (tx: Tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(${LOCK}::bigint)`;
    const result = await work(tx);
    const last = await tx.ledgerEntry.aggregate({ _max: { seq: true } });
    return { result, seq: last._max.seq ?? 0 };
  };
  const done = await database().$transaction(guarded, { maxWait: timeout, timeout });
  noteChange(done.seq);
  return done.result;
}

/** Empties the payload of one entry, keeps its hash, and enters that this was done and why. */
export async function redact(
  tx: Tx,
  actor: Author,
  seq: number,
  reason: string,
): Promise<LedgerEntry> {
  const entry = await append(tx, {
    ...{ actor, type: 'ledger.redacted', subject: `ledger:${seq}` },
    payload: { seq, reason },
  });
  await tx.ledgerPayload.update({
    where: { seq },
    data: { payload: Prisma.DbNull, redactedAt: new Date(entry.at) },
  });
  return entry;
}

const PAGE = 500;

/** The whole ledger, oldest first. */
export async function ledgerRecords(): Promise<LedgerRecord[]> {
  const records: LedgerRecord[] = [];
  for (;;) {
    const page = await database().ledgerEntry.findMany({
      where: { seq: { gt: records.at(-1)?.seq ?? 0 } },
      orderBy: { seq: 'asc' },
      include: { payload: true },
      take: PAGE,
    });
    for (const { payload, at, ...entry } of page)
      records.push({
        ...entry,
        at: at.toISOString(),
        payload: payload?.payload ?? null,
        redacted: (payload?.redactedAt ?? null) !== null,
      });
    if (page.length < PAGE) return records;
  }
}

/** Whether the ledger of this database is whole. */
export async function checkLedger(): Promise<LedgerVerdict> {
  return verifyLedger(await ledgerRecords());
}
