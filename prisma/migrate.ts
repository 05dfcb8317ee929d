import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import { openInMemory } from '@/server/storage/embedded';
import { embeddedAdapter } from '@/server/storage/embedded-adapter';
import { checksums, migrationList, migrationsFolder, readSchema } from './migration-files';
import { withSchemaEngine } from './schema-engine';

const filters = { externalTables: [], externalEnums: [] };

/** Whether every migration on disk is applied as it stands, asked without loading the engine. */
async function isCurrent(adapter: SqlMigrationAwareDriverAdapterFactory): Promise<boolean> {
  const connection = await adapter.connect();
  try {
    const { rows } = await connection.queryRaw({
      sql: `SELECT migration_name, checksum FROM _prisma_migrations
            WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`,
      args: [],
      argTypes: [],
    });
    const applied = new Set(rows.map((row) => row.join(' ')));
    const wanted = checksums();
    return (
      applied.size === wanted.length &&
      wanted.every(({ name, checksum }) => applied.has(`${name} ${checksum}`))
    );
  } catch {
    return false; // No such table yet, or no database: the engine will tell.
  } finally {
    await connection.dispose();
  }
}

/** Changes with every migration; what is made from a migrated database can be kept under it. */
export const migrationsFingerprint = (): string => JSON.stringify(checksums());

/** Applies the migrations that are missing; returns their names. A second call does nothing. */
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
