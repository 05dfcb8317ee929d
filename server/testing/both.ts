import { randomBytes } from 'node:crypto';
import { afterAll, describe, inject } from 'vitest';
import { closeDatabase } from '@/server/database';
import { removeTemporaryFolders } from './folder';
import { databaseAt, query } from './server';
import { migratedFolder } from './template';

/** Gives the suite a migrated, empty database of its own behind `database()`; the last one is closed. */
export type Fresh = () => Promise<void>;

async function freshEmbedded(): Promise<void> {
  await closeDatabase();
  delete process.env.DATABASE_URL;
  process.env.SERVANDA_DATA_DIR = await migratedFolder();
}

const newName = () => `servanda_test_${randomBytes(6).toString('hex')}`;

/** Databases of one suite on the run's server, each a copy of its migrated template. */
function served() {
  const server = inject('server');
  const made: string[] = [];
  return {
    possible: server !== null,
    fresh: async () => {
      if (server === null) throw new Error('There is no PostgreSQL server to copy a database on.');
      await closeDatabase();
      const name = newName();
      await query(server.url, `CREATE DATABASE ${name} TEMPLATE ${server.template}`);
      made.push(name);
      process.env.DATABASE_URL = databaseAt(server.url, name);
    },
    stop: async () => {
      if (server === null) return;
      for (const name of made) await query(server.url, `DROP DATABASE ${name} WITH (FORCE)`);
    },
  };
}

/** Puts the environment back as it was before a suite chose its database. */
function environmentKeeper(): () => void {
  const before = { ...process.env };
  return () => {
    for (const key of ['DATABASE_URL', 'SERVANDA_DATA_DIR'])
      if (before[key] === undefined) delete process.env[key];
      else process.env[key] = before[key];
  };
}

/** Runs a suite on embedded PostgreSQL alone: for what a database has no say in. */
export function onEmbedded(name: string, suite: (fresh: Fresh) => void): void {
  const restore = environmentKeeper();
  describe(`${name}, on embedded PostgreSQL`, () => {
    afterAll(async () => {
      await closeDatabase();
      restore();
      removeTemporaryFolders();
    });
    suite(freshEmbedded);
  });
}

/**
 * Runs a suite on embedded PostgreSQL always, and on a PostgreSQL server when TEST_DATABASE_URL is
 * set or installed programs can start a throw-away one (server.ts); where neither is so, a skipped
 * test says so.
 */
export function onBoth(name: string, suite: (fresh: Fresh) => void): void {
  const restore = environmentKeeper();
  onEmbedded(name, suite);
  const server = served();
  const why = server.possible ? '' : ' (no TEST_DATABASE_URL, and no initdb and postgres found)';
  describe.skipIf(!server.possible)(`${name}, on a PostgreSQL server${why}`, () => {
    afterAll(async () => {
      await closeDatabase();
      await server.stop();
      restore();
      removeTemporaryFolders();
    });
    suite(server.fresh);
  });
}
