import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { MigrationList } from '@prisma/schema-engine-wasm/schema_engine_bg';

/** The folder of this room, `prisma/`. */
export const room = fileURLToPath(new URL('.', import.meta.url));
const folder = join(room, 'migrations');

export const schemaFile = join(room, 'schema.prisma');
export const readSchema = (): string => readFileSync(schemaFile, 'utf8');

/** Names of the migrations on disk, oldest first. */
function names(): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

const scriptOf = (name: string) => readFileSync(join(folder, name, 'migration.sql'), 'utf8');

/** Each migration with its checksum as Prisma records it: SHA-256 of the script, in hex. */
export function checksums(): { name: string; checksum: string }[] {
  return names().map((name) => ({
    name,
    checksum: createHash('sha256').update(scriptOf(name)).digest('hex'),
  }));
}

/** The migrations on disk in the form the schema engine takes. */
export function migrationList(): MigrationList {
  const lockfile = join(folder, 'migration_lock.toml');
  return {
    baseDir: folder,
    lockfile: { path: 'migration_lock.toml', content: readFileSync(lockfile, 'utf8') },
    shadowDbInitScript: '',
    migrationDirectories: names().map((name) => ({
      path: name,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: scriptOf(name) } },
    })),
  };
}

export const migrationsFolder = folder;
