import 'server-only';
import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { PrismaClient } from '@/prisma/generated/client';
import { processWide } from './process-wide';
import { ending, StorageRefused } from './refused';
import { type Embedded, openEmbedded } from './storage/embedded';
import { embeddedAdapter } from './storage/embedded-adapter';
import { migratingServerAdapter, serverAdapter } from './storage/server-adapter';

interface Storage {
  client?: PrismaClient;
  embedded?: Promise<Embedded>;
  listening?: boolean;
  closers: Set<() => Promise<void>>;
}

const storage = processWide<Storage>('storage', () => ({ closers: new Set() }));

/** The address of the PostgreSQL server, or null: then the database is embedded. */
export function databaseUrl(): string | null {
  return process.env.DATABASE_URL || null;
}

/** Where the embedded database and everything else of this installation lies. */
export function dataFolder(): string {
  return resolve(/* turbopackIgnore: true */ process.env.SERVANDA_DATA_DIR || '.data');
}

function embedded(): Promise<Embedded> {
  storage.embedded ??= openEmbedded(dataFolder());
  storage.embedded.catch(() => {
    delete storage.embedded;
  });
  return storage.embedded;
}

const openPglite = async () => (await embedded()).pg;

/** Closes on SIGTERM and SIGINT, then lets the signal do what it would have done. */
function closeOnSignals(): void {
  if (storage.listening) return;
  storage.listening = true;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      ending.asked = true;
      void closeDatabase().finally(() => {
        if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
      });
    });
  }
}

/** The adapter that migrations run on: the same database, not yet asked whether it is migrated. */
export function migratingAdapter() {
  const url = databaseUrl();
  closeOnSignals();
  return url === null ? embeddedAdapter(openPglite) : migratingServerAdapter(url);
}

/**
 * The database of this process: the server at DATABASE_URL, else the PostgreSQL embedded in this
 * process. Opens at the first query; `openDatabase` opens it at once and says plainly why not.
 */
export function database(): PrismaClient {
  if (storage.client !== undefined) return storage.client;
  closeOnSignals();
  const url = databaseUrl();
  storage.client = new PrismaClient({
    adapter: url === null ? embeddedAdapter(openPglite) : serverAdapter(url),
    transactionOptions: { maxWait: 30_000, timeout: 60_000 },
  });
  return storage.client;
}

/** The newest migration of this checkout, or null where the files are not at hand. */
function newestMigration(): string | null {
  const folder = join(process.cwd(), 'prisma', 'migrations');
  if (!existsSync(folder)) return null;
  const names = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  return names.sort().at(-1) ?? null;
}

/**
 * Opens the database, migrated or not.
 * @throws StorageRefused when another process holds it or it cannot be reached.
 */
export async function reachDatabase(): Promise<PrismaClient> {
  if (databaseUrl() === null) await embedded();
  const client = database();
  try {
    await client.$queryRaw`SELECT 1`;
  } catch (error) {
    if (databaseUrl() === null) throw error;
    throw new StorageRefused(
      'The database at DATABASE_URL cannot be reached: check the address and that the server runs.',
    );
  }
  return client;
}

/**
 * The database, open and migrated.
 * @throws StorageRefused as `reachDatabase`, and when migrations are missing.
 */
export async function openDatabase(): Promise<PrismaClient> {
  const client = await reachDatabase();
  const [table] = await client.$queryRaw<{ there: boolean }[]>`
    SELECT to_regclass('_prisma_migrations') IS NOT NULL AS there`;
  const applied =
    table?.there === true
      ? await client.$queryRaw<{ name: string }[]>`
          SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL`
      : [];
  const newest = newestMigration();
  if (applied.length === 0 || (newest !== null && !applied.some(({ name }) => name === newest)))
    throw new StorageRefused(
      'The database is not migrated: run prisma/prepare.ts (npm start does) before the server.',
    );
  return client;
}

/** Adds something to close before the database is. */
export function beforeClose(close: () => Promise<void>): void {
  storage.closers.add(close);
}

/** Closes everything; the process can end, and another may open the embedded database. */
export async function closeDatabase(): Promise<void> {
  const { client, embedded: opened, closers } = storage;
  delete storage.client;
  delete storage.embedded;
  for (const close of closers) await close();
  await client?.$disconnect();
  const open = await opened?.catch(() => undefined);
  await open?.close();
}
