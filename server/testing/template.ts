import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { migrate, migrationsFingerprint } from '@/prisma/migrate';
import { openEmbedded } from '@/server/storage/embedded';
import { embeddedAdapter } from '@/server/storage/embedded-adapter';
import { temporaryFolder } from './folder';

const KEPT = join('node_modules', '.cache', 'servanda');

/** What a migrated, empty embedded database depends on. */
function fingerprint(): string {
  const pglite = readFileSync(join('node_modules', '@electric-sql', 'pglite', 'package.json'));
  return createHash('sha256')
    .update(pglite)
    .update(migrationsFingerprint())
    .digest('hex')
    .slice(0, 16);
}

/** A migrated, empty embedded database, made once for these migrations and kept for the next run. */
export async function template(): Promise<string> {
  const kept = join(KEPT, `migrated-${fingerprint()}`);
  if (existsSync(kept)) return kept;
  const folder = temporaryFolder();
  const opened = await openEmbedded(folder);
  await migrate(embeddedAdapter(() => Promise.resolve(opened.pg)));
  await opened.close();
  mkdirSync(KEPT, { recursive: true });
  const aside = `${kept}.${process.pid}`;
  cpSync(folder, aside, { recursive: true });
  try {
    renameSync(aside, kept);
  } catch {
    rmSync(aside, { recursive: true, force: true }); // Another worker was first.
  }
  return kept;
}

/** A folder of its own with a migrated, empty embedded database, for SERVANDA_DATA_DIR. */
export async function migratedFolder(): Promise<string> {
  const from = await template();
  const folder = temporaryFolder();
  cpSync(from, folder, { recursive: true });
  return folder;
}
