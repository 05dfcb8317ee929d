import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { removeTemporaryFolders, temporaryFolder } from '@/server/testing/folder';
import { takeLock } from './lock';
import { processStart } from './process-start';

const newFile = () => join(temporaryFolder(), 'lock');
const held = (file: string) => JSON.parse(readFileSync(file, 'utf8'));
const mine = { pid: process.pid, start: processStart(process.pid) };
const gone = spawnSync(process.execPath, ['-e', '']).pid;

describe('the lock of the embedded database', () => {
  afterAll(removeTemporaryFolders);

  it('names its holder and goes with it', () => {
    const file = newFile();
    const lock = takeLock(file);
    expect(held(file)).toEqual(mine);
    lock.release();
    expect(existsSync(file)).toBe(false);
    lock.release();
  });

  it('refuses a second taker, even of the same process', () => {
    const file = newFile();
    takeLock(file);
    expect(() => takeLock(file)).toThrow(`in use by process ${process.pid}:`);
  });

  it('refuses while a live process holds it', () => {
    const file = newFile();
    writeFileSync(file, JSON.stringify({ pid: process.ppid, start: processStart(process.ppid) }));
    expect(() => takeLock(file)).toThrow(`in use by process ${process.ppid}:`);
  });

  it.each([
    ['a process that is gone', JSON.stringify({ pid: gone, start: null })],
    ['a pid that is another process by now', JSON.stringify({ pid: process.ppid, start: 'x/1' })],
    ['our own pid in an earlier life', JSON.stringify({ pid: process.pid, start: 'x/1' })],
    ['nobody, torn as it was written', '{"pid":'],
  ])('is taken over from %s', (_, content) => {
    const file = newFile();
    writeFileSync(file, content);
    const lock = takeLock(file);
    expect(held(file)).toEqual(mine);
    expect(readdirSync(join(file, '..'))).toEqual(['lock']);
    lock.release();
  });

  it('is let go only by whoever holds it', () => {
    const file = newFile();
    const lock = takeLock(file);
    writeFileSync(file, JSON.stringify({ pid: process.ppid, start: null }));
    lock.release();
    expect(existsSync(file)).toBe(true);
  });
});
