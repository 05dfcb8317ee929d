import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils';
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg';
import { processWide } from '@/server/process-wide';

/** The package holds one instance: a second one under it would break what the first has given out. */
const engine = processWide<{ instance?: Promise<void> }>('schema engine', () => ({}));

/** Loads the engine once: the package's own entry imports the wasm as a module, which Node cannot. */
function load(): Promise<void> {
  engine.instance ??= (async () => {
    const entry = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm');
    const bytes = readFileSync(join(dirname(entry), 'schema_engine_bg.wasm'));
    const imports = { './schema_engine_bg.js': Object.fromEntries(Object.entries(bindings)) };
    const { instance: wasm } = await WebAssembly.instantiate(bytes, imports);
    bindings.__wbg_set_wasm(wasm.exports);
    const start = wasm.exports.__wbindgen_start;
    if (typeof start === 'function') start();
  })();
  return engine.instance;
}

/** The same adapter, and a way to dispose of every connection it gave: the engine leaves them open. */
function tracked(adapter: SqlMigrationAwareDriverAdapterFactory) {
  const given = new Set<SqlDriverAdapter>();
  const keep = async (connection: Promise<SqlDriverAdapter>) => {
    const opened = await connection;
    given.add(opened);
    return opened;
  };
  const wrapped: SqlMigrationAwareDriverAdapterFactory = {
    provider: adapter.provider,
    adapterName: adapter.adapterName,
    connect: () => keep(adapter.connect()),
    connectToShadowDb: () => adapter.connectToShadowDb(),
  };
  const dispose = async () => {
    for (const connection of given) await connection.dispose();
  };
  return { wrapped, dispose };
}

/**
 * Runs `work` with Prisma's schema engine, the same program the CLI downloads, as WebAssembly:
 * nothing to download, on embedded and served PostgreSQL alike.
 */
export async function withSchemaEngine<T>(
  adapter: SqlMigrationAwareDriverAdapterFactory,
  schema: string | null,
  work: (engine: bindings.SchemaEngine) => Promise<T>,
): Promise<T> {
  await load();
  const { wrapped, dispose } = tracked(adapter);
  const own = await bindings.SchemaEngine.new(
    { datamodels: schema === null ? undefined : [['schema.prisma', schema]] },
    () => {},
    bindMigrationAwareSqlAdapterFactory(wrapped),
  );
  try {
    return await work(own);
  } finally {
    own.free();
    await dispose();
  }
}
