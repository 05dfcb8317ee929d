import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { afterAll, beforeAll, describe } from 'vitest';
import { migrate } from '@/prisma/migrate';
import { closeDatabase } from '@/server/database';
import { migratingServerAdapter } from '@/server/storage/server-adapter';
import { type Cluster, installedPrograms, startCluster } from './cluster';
import { removeTemporaryFolders } from './folder';
import { migratedFolder } from './template';

/** Gives the suite a migrated, empty database of its own behind `database()`; the last one is closed. */
export type Fresh = () => Promise<void>;

async function freshEmbedded(): Promise<void> {
  await closeDatabase();
  delete process.env.DATABASE_URL;
  process.env.SERVANDA_DATA_DIR = await migratedFolder();
}

async function query(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}

const named = (url: string, name: string) => Object.assign(new URL(url), { pathname: name }).href;
const newName = () => `servanda_test_${randomBytes(6).toString('hex')}`;

/** Databases on one server: a migrated template, and a copy of it for each `fresh`. */
function served() {
  const programs = process.env.TEST_DATABASE_URL ? null : installedPrograms();
  const made: string[] = [];
  const template = newName();
  let url = process.env.TEST_DATABASE_URL ?? '';
  let cluster: Cluster | undefined;
  const create = async (name: string, from: string) => {
    await query(url, `CREATE DATABASE ${name} TEMPLATE ${from}`);
    made.push(name);
  };
  return {
    possible: url !== '' || programs !== null,
    start: async () => {
      if (programs !== null) cluster = await startCluster(programs);
      url = cluster?.url ?? url;
      await create(template, 'template0');
      await migrate(migratingServerAdapter(named(url, template)));
    },
    fresh: async () => {
      await closeDatabase();
      const name = newName();
      await create(name, template);
      process.env.DATABASE_URL = named(url, name);
    },
    stop: async () => {
      if (cluster !== undefined) return cluster.stop();
      for (const name of made) await query(url, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
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
 * set or installed programs can start a throw-away one; where neither is so, a skipped test says so.
 */
export function onBoth(name: string, suite: (fresh: Fresh) => void): void {
  const restore = environmentKeeper();
  onEmbedded(name, suite);
  const server = served();
  const why = server.possible ? '' : ' (no TEST_DATABASE_URL, and no initdb and postgres found)';
  describe.skipIf(!server.possible)(`${name}, on a PostgreSQL server${why}`, () => {
    beforeAll(server.start);
    afterAll(async () => {
      await closeDatabase();
      await server.stop();
      restore();
      removeTemporaryFolders();
    });
    suite(server.fresh);
  });
}
