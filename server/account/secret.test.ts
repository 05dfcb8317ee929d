import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { StorageRefused } from '@/server/refused';
import { temporaryFolder } from '@/server/testing/folder';
import { sessionSecret } from './secret';

let folder = '';
beforeEach(() => {
  folder = temporaryFolder();
  vi.stubEnv('SERVANDA_DATA_DIR', folder);
  vi.stubEnv('DATABASE_URL', '');
  vi.stubEnv('NEXTAUTH_SECRET', '');
});
afterEach(() => vi.unstubAllEnvs());

test('embedded, a secret is made once and only its owner reads it', () => {
  const secret = sessionSecret();
  expect(secret.length).toBeGreaterThanOrEqual(64);
  expect(sessionSecret()).toBe(secret);
  const file = join(folder, 'session-secret');
  expect(readFileSync(file, 'utf8').trim()).toBe(secret);
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

test('what the environment gives comes first, if it is long enough', () => {
  vi.stubEnv('NEXTAUTH_SECRET', 'x'.repeat(40));
  expect(sessionSecret()).toBe('x'.repeat(40));
  vi.stubEnv('NEXTAUTH_SECRET', 'short');
  expect(() => sessionSecret()).toThrow(StorageRefused);
});

test('with a server every instance has to be given the same one', () => {
  vi.stubEnv('DATABASE_URL', 'postgres://localhost/servanda');
  expect(() => sessionSecret()).toThrow(/NEXTAUTH_SECRET is not set: .*every instance/);
});
