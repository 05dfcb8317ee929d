import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { closeDatabase, database, openDatabase } from './database';
import { checkLedger } from './ledger';
import { removeTemporaryFolders } from './testing/folder';
import { type Program, runProgram } from './testing/program';
import { migratedFolder } from './testing/template';

const WRITER = 'server/testing/writer.ts';
const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe('the embedded database', () => {
  const { DATABASE_URL, SERVANDA_DATA_DIR } = process.env;
  let folder = '';
  let running: Program | undefined;

  beforeEach(async () => {
    folder = await migratedFolder();
    process.env.SERVANDA_DATA_DIR = folder;
    delete process.env.DATABASE_URL;
  });
  afterEach(async () => {
    await closeDatabase();
    running?.child.kill('SIGKILL');
    await running?.ended;
    running = undefined;
    removeTemporaryFolders();
    delete process.env.SERVANDA_DATA_DIR;
    if (SERVANDA_DATA_DIR !== undefined) process.env.SERVANDA_DATA_DIR = SERVANDA_DATA_DIR;
    if (DATABASE_URL !== undefined) process.env.DATABASE_URL = DATABASE_URL;
  });

  it('keeps every acknowledged write through kill -9, three times over', async () => {
    const acknowledged: string[] = [];
    for (let round = 1; round <= 3; round += 1) {
      running = runProgram(WRITER, folder);
      await running.printed(3);
      await sleep(Math.random() * 700);
      running.child.kill('SIGKILL');
      expect(await running.ended).toBe('SIGKILL');
      acknowledged.push(...running.lines().slice(1));
      expect(existsSync(join(folder, 'lock'))).toBe(true);

      await openDatabase();
      const rows = await database().incident.findMany({ select: { id: true } });
      const kept = new Set(rows.map(({ id }) => id));
      expect(acknowledged.filter((id) => !kept.has(id))).toEqual([]);
      expect(kept.size - acknowledged.length).toBeLessThanOrEqual(round);
      expect(await checkLedger()).toMatchObject({ ok: true, entries: kept.size });
      await closeDatabase();
    }
  }, 120_000);

  it('refuses a second process in one sentence and exit code 1, until the first lets go', async () => {
    running = runProgram(WRITER, folder);
    await running.printed(1);
    const sentence = /^The embedded database is in use by process \d+: [^\n]+\.\n$/;

    const preparing = runProgram('prisma/prepare.ts', folder);
    expect(await preparing.ended).toBe(1);
    expect(preparing.stderr()).toMatch(sentence);
    expect(preparing.stderr()).toContain(`process ${running.child.pid}:`);
    expect(preparing.lines()).toEqual([]);
    await expect(openDatabase()).rejects.toThrow(/in use by process/);

    running.child.kill('SIGTERM');
    expect(await running.ended).toBe('SIGTERM');
    expect(existsSync(join(folder, 'lock'))).toBe(false);
    await openDatabase();
    expect(JSON.parse(readFileSync(join(folder, 'lock'), 'utf8'))).toMatchObject({
      pid: process.pid,
    });
  }, 60_000);
});
