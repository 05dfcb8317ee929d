import 'server-only';
import {
  type LedgerEntry,
  type LedgerRecord,
  type LedgerVerdict,
  verifyLedger,
} from '@/domain/ledger';
import { Prisma } from '@/prisma/generated/client';
import type { Author } from './author';
import { noteChange } from './changes';
import { database } from './database';
import { enterAfter, type Happening, holdChain, lastLink, type Tx } from './ledger/chain';
import { dayIsOver, rootDay } from './ledger/day-root';
import { recordsAfter } from './ledger/records';
import { type Tellable, tell, tellable } from './notice/telling';

export type { Tx };

/** What a transaction has entered of which somebody may have to be told when it ends. */
const entered = new WeakMap<Tx, Tellable[]>();

/**
 * Adds an entry to the chain inside the caller's transaction; it stands or falls with it. Writers
 * wait for each other here until they commit, so call it (or `writing`) before touching rows. The
 * first entry of a new day (UTC) is the Merkle root of the day before, then comes this one.
 */
export async function append(tx: Tx, happening: Happening): Promise<LedgerEntry> {
  await holdChain(tx);
  const last = await lastLink(tx);
  const at = new Date(Math.max(Date.now(), Date.parse(last?.at ?? '1970-01-01'))).toISOString();
  const before = dayIsOver(last, at) ? await rootDay(tx, last, at) : last;
  const entry = await enterAfter(tx, before, at, happening);
  const told = tellable(entry, happening);
  if (told === null) return entry;
  const all = entered.get(tx) ?? [];
  all.push(told);
  entered.set(tx, all);
  return entry;
}

/**
 * A transaction that changes what is kept: writers wait for each other from its start, so guards
 * asked inside it see what every earlier writer committed. Readers of this process see it at once.
 * People are told of it (server/notice) in the same transaction.
 * `timeout` in milliseconds ends it, undone.
 */
export async function writing<T>(work: (tx: Tx) => Promise<T>, timeout = 60_000): Promise<T> {
  const guarded = async (tx: Tx) => {
    await holdChain(tx);
    const result = await work(tx);
    await tell(tx, entered.get(tx) ?? []);
    const last = await tx.ledgerEntry.aggregate({ _max: { seq: true } });
    return { result, seq: last._max.seq ?? 0 };
  };
  const done = await database().$transaction(guarded, { maxWait: timeout, timeout });
  noteChange(done.seq);
  return done.result;
}

/** Empties payload and salt of one entry, keeps their hash, and enters that this was done and why. */
export async function redact(
  tx: Tx,
  actor: Author,
  seq: number,
  reason: string,
  beside: Readonly<Record<string, number>> = {},
): Promise<LedgerEntry> {
  const entry = await append(tx, {
    ...{ actor, type: 'ledger.redacted', subject: `ledger:${seq}` },
    payload: { seq, reason, ...beside },
  });
  await tx.ledgerPayload.update({
    where: { seq },
    data: { payload: Prisma.DbNull, salt: null, redactedAt: new Date(entry.at) },
  });
  return entry;
}

const PAGE = 500;

/** The whole ledger, oldest first. */
export async function ledgerRecords(): Promise<LedgerRecord[]> {
  const records: LedgerRecord[] = [];
  for (;;) {
    const page = await recordsAfter(records.at(-1)?.seq ?? 0, PAGE);
    records.push(...page);
    if (page.length < PAGE) return records;
  }
}

/** Whether the ledger of this database is whole. */
export async function checkLedger(): Promise<LedgerVerdict> {
  return verifyLedger(await ledgerRecords());
}
