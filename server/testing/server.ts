import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import type { TestProject } from 'vitest/node';
import { migrate } from '@/prisma/migrate';
import { migratingServerAdapter } from '@/server/storage/server-adapter';
import { installedPrograms, startCluster } from './cluster';
import { removeTemporaryFolders } from './folder';
import { template } from './template';

/** The PostgreSQL server of a test run. */
interface Server {
  /** A superuser's address of one of its databases. */
  readonly url: string;
  /** A migrated, empty database that nobody is connected to, so that it can be copied. */
  readonly template: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    server: Server | null;
  }
}

/** The address of another database on the same server. */
export const databaseAt = (url: string, name: string): string =>
  Object.assign(new URL(url), { pathname: name }).href;

/** Runs one statement on a connection of its own. */
export async function query(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}

/**
 * Before the first test file: the embedded database that each copies, made once; and the server at
 * TEST_DATABASE_URL, else a throw-away one where PostgreSQL is installed, with the migrations
 * applied once. Returns what takes the server away again.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await template();
  const given = process.env.TEST_DATABASE_URL || undefined;
  const programs = given === undefined ? installedPrograms() : null;
  const cluster = programs === null ? undefined : await startCluster(programs);
  const url = given ?? cluster?.url;
  const migrated = `servanda_template_${randomBytes(6).toString('hex')}`;
  if (url !== undefined) {
    await query(url, `CREATE DATABASE ${migrated} TEMPLATE template0`);
    await migrate(migratingServerAdapter(databaseAt(url, migrated)));
  }
  project.provide('server', url === undefined ? null : { url, template: migrated });
  return async () => {
    if (given !== undefined) await query(given, `DROP DATABASE ${migrated} WITH (FORCE)`);
    await cluster?.stop();
    removeTemporaryFolders();
  };
}
