import 'server-only';
import {
  messages,
  type PGlite,
  type Transaction as PGliteTransaction,
  type QueryOptions,
  types,
} from '@electric-sql/pglite';
import {
  DriverAdapterError,
  type IsolationLevel,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
  type Transaction,
} from '@prisma/driver-adapter-utils';
import { PrismaPGlite } from 'pglite-prisma-adapter';
import { openInMemory } from './embedded';

/**
 * One turn of the event loop. PGlite answers within microtasks, so that a busy writer would
 * otherwise keep timers, requests and signals waiting for as long as it is busy.
 */
const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

/** What the database said, in the words Prisma's engines understand. */
function fail(error: unknown): never {
  if (!(error instanceof messages.DatabaseError)) throw error;
  const { code, severity, message, detail, column, hint } = error;
  throw new DriverAdapterError({
    ...{ kind: 'postgres', code: code ?? 'N/A', severity: severity ?? 'N/A' },
    ...{ message, detail, column, hint },
  });
}

/** A transaction that PGlite holds open until `end` is called; `done` settles with its commit. */
interface Held {
  readonly tx: PGliteTransaction;
  readonly end: () => void;
  readonly done: Promise<void>;
}

function hold(pg: PGlite, isolation: IsolationLevel | undefined): Promise<Held> {
  return new Promise((resolve, reject) => {
    let opened = (_: PGliteTransaction, _end: () => void) => {};
    const done = pg.transaction(async (tx) => {
      if (isolation !== undefined) await tx.exec(`SET TRANSACTION ISOLATION LEVEL ${isolation}`);
      await new Promise<void>((end) => opened(tx, end));
    });
    opened = (tx, end) => resolve({ tx, end, done });
    done.catch(reject);
  });
}

/** A transaction on PGlite's one connection; `commit` resolves only once PostgreSQL has committed. */
async function begin(pg: PGlite, isolation: IsolationLevel | undefined): Promise<Transaction> {
  await turn();
  const { tx, end, done } = await hold(pg, isolation).catch(fail);
  const run = async (statement: string) => void (await tx.exec(statement).catch(fail));
  return {
    ...(await queryable(tx)),
    options: { usePhantomQuery: true },
    commit: async () => {
      end();
      await done.catch(fail);
    },
    rollback: async () => {
      await tx.rollback();
      end();
      await done.catch(fail);
    },
    createSavepoint: (name) => run(`SAVEPOINT ${name}`),
    rollbackToSavepoint: (name) => run(`ROLLBACK TO SAVEPOINT ${name}`),
    releaseSavepoint: (name) => run(`RELEASE SAVEPOINT ${name}`),
  };
}

/**
 * Bytes as PostgreSQL writes and reads them, by whole files: PGlite and the adapter take each byte
 * by itself, which holds everything up for ten seconds at 25 MiB.
 */
const wholeBytes = (options?: QueryOptions): QueryOptions => ({
  ...options,
  serializers: {
    ...options?.serializers,
    [types.BYTEA]: (bytes: Uint8Array) => `\\x${Buffer.from(bytes).toString('hex')}`,
  },
  parsers: {
    ...options?.parsers,
    [types.BYTEA]: (hex: string) => new Uint8Array(Buffer.from(hex.slice(2), 'hex')),
  },
});

/** Queries with the value conversions of pglite-prisma-adapter, which asks its client only `query`. */
async function queryable(client: Pick<PGlite, 'query'>) {
  const asked: Pick<PGlite, 'query'> = {
    query: (sql, values, options) => client.query(sql, values, wholeBytes(options)),
  };
  const inner = await new PrismaPGlite(asked as PGlite).connect();
  return {
    provider: inner.provider,
    adapterName: inner.adapterName,
    queryRaw: inner.queryRaw.bind(inner),
    executeRaw: inner.executeRaw.bind(inner),
  };
}

async function adapter(pg: PGlite, dispose: () => Promise<void>): Promise<SqlDriverAdapter> {
  const { queryRaw, executeRaw, ...rest } = await queryable(pg);
  return {
    ...rest,
    queryRaw: (query) => turn().then(() => queryRaw(query)),
    executeRaw: (query) => turn().then(() => executeRaw(query)),
    executeScript: async (script) => void (await pg.exec(script).catch(fail)),
    startTransaction: (isolation) => begin(pg, isolation),
    getConnectionInfo: () => ({ supportsRelationJoins: true }),
    dispose,
  };
}

/**
 * pglite-prisma-adapter with some things put right: scripts are awaited and report their errors,
 * a failed COMMIT is not swallowed, and a shadow database is closed when it is done with.
 * Whoever opened `pg` closes it.
 */
export function embeddedAdapter(
  open: () => Promise<PGlite>,
): SqlMigrationAwareDriverAdapterFactory {
  return {
    provider: 'postgres',
    adapterName: 'pglite-prisma-adapter',
    connect: async () => adapter(await open(), () => Promise.resolve()),
    connectToShadowDb: async () => {
      const shadow = await openInMemory();
      return adapter(shadow, () => shadow.close());
    },
  };
}
