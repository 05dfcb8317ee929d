import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openInMemory } from '@/server/storage/embedded';
import { embeddedAdapter } from '@/server/storage/embedded-adapter';
import { drift, migrate } from './migrate';
import { checksums, readSchema } from './migration-files';

describe('migrations', () => {
  let pg: Awaited<ReturnType<typeof openInMemory>>;
  beforeAll(async () => {
    pg = await openInMemory();
  });
  afterAll(() => pg.close());

  it('are applied and recorded as Prisma records them, and once', async () => {
    const adapter = embeddedAdapter(() => Promise.resolve(pg));
    const names = checksums().map(({ name }) => name);
    expect(await migrate(adapter)).toEqual(names);
    expect(await migrate(adapter)).toEqual([]);
    const { rows } = await pg.query<{ name: string; checksum: string }>(
      'SELECT migration_name AS name, checksum FROM _prisma_migrations ORDER BY started_at',
    );
    expect(rows).toEqual(checksums());
  });

  it('are refused once one of them was edited', async () => {
    const adapter = embeddedAdapter(() => Promise.resolve(pg));
    await pg.exec(`UPDATE _prisma_migrations SET checksum = reverse(checksum)`);
    await expect(migrate(adapter)).rejects.toThrow(/is not the one that this database was made/);
    await pg.exec('UPDATE _prisma_migrations SET checksum = reverse(checksum)');
  });

  it('lead to exactly what schema.prisma says', async () => {
    expect(await drift(readSchema())).toBeNull();
  });

  it('are found wanting when the schema has a column more', async () => {
    const altered = readSchema().replace('model Pact {', 'model Pact {\n  extra String?\n');
    expect(await drift(altered)).toContain('ADD COLUMN     "extra" TEXT');
  });

  it('report a script that fails instead of recording it', async () => {
    const connection = await embeddedAdapter(() => Promise.resolve(pg)).connect();
    await expect(connection.executeScript('SELECT 1; SELECT wrong()')).rejects.toThrow(/wrong/);
  });
});
