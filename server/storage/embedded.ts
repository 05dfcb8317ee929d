import 'server-only';
import { existsSync, fsyncSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { type Lock, takeLock } from './lock';

/** PGlite's own parameters, in UTC, which Prisma's adapters take for granted. */
const IN_MEMORY = [...PGlite.defaultStartParams, '-c', 'timezone=UTC'];

/** On disk with fsync (PGlite passes `-F`, which turns it off), by the call the file system below answers. */
const ON_DISK = [
  ...IN_MEMORY.filter((parameter) => parameter !== '-F'),
  ...['-c', 'wal_sync_method=fsync'],
];

interface FileStream {
  readonly nfd?: number;
}

/**
 * Emscripten's Node file system leaves fsync undone; this does it, so that an acknowledged write
 * survives the loss of the machine and not only of the process.
 */
function syncToDisk(pg: PGlite): void {
  Object.assign(pg.Module.NODEFS.stream_ops, {
    fsync: ({ nfd }: FileStream) => {
      if (nfd !== undefined) fsyncSync(nfd);
      return 0;
    },
  });
}

export interface Embedded {
  readonly pg: PGlite;
  /** Closes the database and lets go of its lock; the event loop stays alive until then. */
  close(): Promise<void>;
}

async function start(directory: string): Promise<PGlite> {
  const pg = await PGlite.create({
    dataDir: directory,
    startParams: ON_DISK,
    relaxedDurability: false,
  });
  syncToDisk(pg);
  return pg;
}

/** A new cluster is made aside and moved into place whole: a killed first start leaves nothing behind. */
async function create(directory: string): Promise<void> {
  const aside = `${directory}.new`;
  rmSync(aside, { recursive: true, force: true });
  const pg = await start(aside);
  await pg.close();
  renameSync(aside, directory);
}

async function openUnder(lock: Lock, directory: string): Promise<Embedded> {
  if (!existsSync(directory)) await create(directory);
  const pg = await start(directory);
  const onExit = () => lock.release();
  process.once('exit', onExit);
  return {
    pg,
    close: async () => {
      if (!pg.closed) await pg.close();
      lock.release();
      process.removeListener('exit', onExit);
    },
  };
}

/**
 * Opens the PostgreSQL that runs inside this process, its files under `folder`.
 * @throws StorageRefused when another process has it open.
 */
export async function openEmbedded(folder: string): Promise<Embedded> {
  mkdirSync(folder, { recursive: true });
  const lock = takeLock(join(folder, 'lock'));
  try {
    return await openUnder(lock, join(folder, 'postgres'));
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** An embedded PostgreSQL in memory, empty or from a dump: shadow databases and tests. */
export function openInMemory(dump?: Blob): Promise<PGlite> {
  return PGlite.create({
    startParams: IN_MEMORY,
    ...(dump === undefined ? {} : { loadDataDir: dump }),
  });
}
