import 'server-only';
import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { databaseUrl, dataFolder } from '@/server/database';
import { processWide } from '@/server/process-wide';
import { StorageRefused } from '@/server/refused';

const LEAST = 32;
const known = processWide<{ kept?: { folder: string; secret: string } }>('secret', () => ({}));

function read(file: string): string | null {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return null;
  }
}

/** Made once, readable by the owner alone, beside the embedded database. */
function keptIn(folder: string): string {
  if (known.kept?.folder === folder) return known.kept.secret;
  const file = join(folder, 'session-secret');
  mkdirSync(folder, { recursive: true });
  if (read(file) === null)
    try {
      writeFileSync(file, `${randomBytes(48).toString('base64url')}\n`, {
        mode: 0o600,
        flag: 'wx',
      });
    } catch (error) {
      if (read(file) === null) throw error; // Otherwise somebody else was first.
    }
  const secret = read(file) ?? '';
  if (secret.length < LEAST)
    throw new StorageRefused(`${file} is damaged: remove it, and everybody signs in again.`);
  known.kept = { folder, secret };
  return secret;
}

/**
 * The secret that session cookies are encrypted with: NEXTAUTH_SECRET, else one kept beside the
 * embedded database. Instances that share a server have to share it too.
 * @throws StorageRefused where DATABASE_URL is set without it, or it is too short.
 */
export function sessionSecret(): string {
  const given = process.env.NEXTAUTH_SECRET ?? '';
  if (given.length >= LEAST) return given;
  if (given !== '')
    throw new StorageRefused(`NEXTAUTH_SECRET is too short: give it ${LEAST} characters or more.`);
  if (databaseUrl() !== null)
    throw new StorageRefused(
      `NEXTAUTH_SECRET is not set: with DATABASE_URL every instance needs the same secret of ${LEAST} characters or more (for instance from: openssl rand -base64 48).`,
    );
  return keptIn(dataFolder());
}
