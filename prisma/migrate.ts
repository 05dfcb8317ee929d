import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import { StorageRefused } from '@/server/refused';
import { openInMemory } from '@/server/storage/embedded';
import { embeddedAdapter } from '@/server/storage/embedded-adapter';
import { checksums, migrationList, migrationsFolder, readSchema } from './migration-files';
import { withSchemaEngine } from './schema-engine';

const filters = { externalTables: [], externalEnums: [] };

/** The migrations applied, with the checksum each had, asked without loading the engine. */
async function applied(
  adapter: SqlMigrationAwareDriverAdapterFactory,
): Promise<Map<string, string>> {
  const connection = await adapter.connect();
  try {
    const { rows } = await connection.queryRaw({
      sql: `SELECT migration_name, checksum FROM _prisma_migrations
            WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`,
      ...{ args: [], argTypes: [] },
    });
    return new Map(rows.map(([name, checksum]) => [String(name), String(checksum)]));
  } catch {
    return new Map(); // No such table yet, or no database: the engine will tell.
  } finally {
    await connection.dispose();
  }
}

/** Whether every migration on disk is applied as it stands. */
async function isCurrent(adapter: SqlMigrationAwareDriverAdapterFactory): Promise<boolean> {
  const known = await applied(adapter);
  const wanted = checksums();
  const edited = wanted.find(({ name, checksum }) => (known.get(name) ?? checksum) !== checksum);
  if (edited !== undefined)
    throw new StorageRefused(
      `Migration ${edited.name} is not the one that this database was made with: restore that file, or start with a new database.`,
    );
  return known.size === wanted.length && wanted.every(({ name }) => known.has(name));
}

/** Changes with every migration; what is made from a migrated database can be kept under it. */
export const migrationsFingerprint = (): string => JSON.stringify(checksums());

/**
 * Applies the migrations that are missing; returns their names. A second call does nothing.
 * @throws StorageRefused when a migration was edited after it had been applied.
 */
export async function migrate(adapter: SqlMigrationAwareDriverAdapterFactory): Promise<string[]> {
  if (await isCurrent(adapter)) return [];
  return withSchemaEngine(adapter, null, async (engine) => {
    const migrationsList = migrationList();
    const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList, filters });
    return appliedMigrationNames;
  });
}

/** The SQL that leads from the migrations on disk to `schema`, or null where there is nothing to do. */
export async function drift(schema: string): Promise<string | null> {
  const pg = await openInMemory();
  try {
    return await withSchemaEngine(
      embeddedAdapter(() => Promise.resolve(pg)),
      schema,
      async (engine) => {
        const files = [{ path: 'schema.prisma', content: schema }];
        const { exitCode, stdout } = await engine.diff({
          from: { tag: 'migrations', ...migrationList() },
          to: { tag: 'schemaDatamodel', files },
          script: true,
          exitCode: true,
          filters,
        });
        return exitCode === 0 ? null : stdout;
      },
    );
  } finally {
    await pg.close();
  }
}

/** Writes a new migration from the difference between migrations and schema; returns its name. */
async function createMigration(name: string, at: Date): Promise<string | null> {
  const script = await drift(readSchema());
  if (script === null) return null;
  const stamp = at.toISOString().replaceAll(/\D/g, '').slice(0, 14);
  const directory = `${stamp}_${name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '_')}`;
  mkdirSync(join(migrationsFolder, directory), { recursive: true });
  writeFileSync(join(migrationsFolder, directory, 'migration.sql'), script);
  return directory;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [option, name] = process.argv.slice(2);
  if (option !== '--create' || name === undefined) {
    process.stderr.write('usage: migrate.ts --create NAME   (to apply: prisma/prepare.ts)\n');
    process.exitCode = 2;
  } else {
    const made = await createMigration(name, new Date());
    process.stdout.write(made === null ? 'Nothing to migrate.\n' : `prisma/migrations/${made}\n`);
  }
}
