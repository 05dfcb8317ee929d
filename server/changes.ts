import 'server-only';
import { Client } from 'pg';
import { beforeClose, database, databaseUrl } from './database';
import { processWide } from './process-wide';
import { connectionTo } from './storage/server-adapter';

/** How often the ledger's length is asked for where nobody tells us, in milliseconds. */
const POLL_MS = 1000;
const RETRY_MS = 5000;

interface Watch {
  /** The newest ledger entry we know of. */
  seq: number;
  askedAt: number;
  /** The connection that LISTENs; `hearing` once it does. */
  client: Client | null;
  hearing: boolean;
  triedAt: number;
}

const watch = processWide<Watch>('changes', () => ({
  ...{ seq: 0, askedAt: 0, client: null, hearing: false, triedAt: 0 },
}));

/** This process committed ledger entry `seq`: readers refresh without asking the database. */
export function noteChange(seq: number): void {
  watch.seq = Math.max(watch.seq, seq);
}

async function stopListening(): Promise<void> {
  const { client } = watch;
  watch.client = null;
  watch.hearing = false;
  watch.triedAt = 0;
  watch.askedAt = 0;
  watch.seq = 0;
  await client?.end().catch(() => {});
}

/** Hears of other instances' writes over a connection of its own; a lost one falls back to polling. */
async function listen(url: string): Promise<void> {
  watch.triedAt = Date.now();
  const client = new Client(connectionTo(url));
  watch.client = client;
  const lost = () => {
    if (watch.client !== client) return;
    watch.client = null;
    watch.hearing = false;
  };
  client.on('error', lost);
  client.on('end', lost);
  client.on('notification', ({ payload }) => noteChange(Number(payload) || 0));
  try {
    await client.connect();
    await client.query('LISTEN servanda_ledger');
    // Ask once more: something may have been written before we listened.
    const { rows } = await client.query<{ seq: number | null }>(
      'SELECT max(seq) AS seq FROM "LedgerEntry"',
    );
    noteChange(rows[0]?.seq ?? 0);
    watch.hearing = watch.client === client;
  } catch {
    lost();
    await client.end().catch(() => {});
  }
}

/**
 * The newest ledger entry: heard by NOTIFY from a server, known from this process's own writes, and
 * otherwise asked for at most once a second.
 */
export async function latestSeq(): Promise<number> {
  beforeClose(stopListening);
  const url = databaseUrl();
  const now = Date.now();
  if (url !== null && watch.client === null && now - watch.triedAt > RETRY_MS) void listen(url);
  const known = watch.askedAt > 0 && (watch.hearing || now - watch.askedAt < POLL_MS);
  if (known) return watch.seq;
  const { _max } = await database().ledgerEntry.aggregate({ _max: { seq: true } });
  noteChange(_max.seq ?? 0);
  watch.askedAt = now;
  return watch.seq;
}
