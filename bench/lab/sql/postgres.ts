import { PGlite } from '@electric-sql/pglite';
import { Client } from 'pg';
import type { LoadedEngine, Way } from '@/bench/lab/engine';
import { installedPrograms, startCluster } from '@/server/testing/cluster';
import { lineOf, rollupFrom } from './answer';
import { type CaseTable, createTable, csvOf } from './case-table';
import { type Formulation, scoreStatement } from './query';

/** Layers are fenced: folded into each other they would repeat every expression. */
const FORMULATIONS: readonly (Formulation & { readonly name: string })[] = [
  { name: 'a query a clause', query: 'literal', turnForm: 'wide', fenced: true },
  { name: 'join with the clauses', query: 'joined', turnForm: 'wide', fenced: true },
];

/** `kept`: the name under which a server keeps the plan of a statement that is asked again. */
type Ask = (sql: string, kept?: string) => Promise<readonly Readonly<Record<string, unknown>>[]>;

function waysOf(ask: Ask, table: CaseTable): Way[] {
  return FORMULATIONS.map(({ name, ...formulation }) => ({
    name,
    prepare: async (pact, setting) => {
      const { setup, query } = scoreStatement(table, pact, setting, formulation);
      for (const statement of setup) await ask(statement);
      return async () => rollupFrom((await ask(query, name)).map(lineOf), pact);
    },
    threads: async (pact, setting) => {
      const { query } = scoreStatement(table, pact, setting, formulation);
      const [row] = await ask(`EXPLAIN (ANALYZE, FORMAT JSON) ${query}`);
      return 1 + workersIn(row?.['QUERY PLAN']);
    },
  }));
}

/** Most processes that some step of a plan had beside the one that leads it. */
function workersIn(plan: unknown): number {
  if (typeof plan !== 'object' || plan === null) return 0;
  return Math.max(
    0,
    ...Object.entries(plan).map(([key, value]) =>
      key === 'Workers Launched' ? Number(value) : workersIn(value),
    ),
  );
}

const INDEX = 'CREATE INDEX cases_accused_conduct ON cases (accused, conduct)';

/** What a database needs that keeps rows on disk pages. */
async function settle(ask: Ask): Promise<string> {
  await ask(INDEX);
  await ask('VACUUM ANALYZE cases');
  const [row] = await ask('SHOW server_version');
  return `${row?.server_version}`;
}

async function relationBytes(ask: Ask): Promise<number> {
  const [row] = await ask("SELECT pg_total_relation_size('cases') AS bytes");
  return Number(row?.bytes);
}

/**
 * A PostgreSQL server of our own on loopback, its rows in the order of its index; null where no
 * programs are installed. `csv` is a file that its user may read.
 */
export async function openPostgres(table: CaseTable, csv: string): Promise<LoadedEngine | null> {
  const programs = installedPrograms();
  if (programs === null) return null;
  const cluster = await startCluster(programs);
  const client = new Client({ connectionString: cluster.url });
  await client.connect();
  const ask: Ask = async (text, name) =>
    (await client.query(name === undefined ? { text } : { name, text })).rows;
  await ask(createTable(table));
  await ask(`COPY cases FROM '${csv}' (FORMAT csv)`);
  const version = await settle(ask);
  await ask("SET work_mem = '256MB'");
  // Compiling expressions of this length takes longer than running them.
  await ask('SET jit = off');
  return {
    name: 'PostgreSQL',
    about: `${version}, index on accused and conduct, vacuumed and analysed, work_mem 256 MB, jit off`,
    ways: waysOf(ask, table),
    bytes: () => relationBytes(ask),
    close: async () => {
      await client.end();
      await cluster.stop();
    },
  };
}

/** Embedded PostgreSQL, in this process. */
export async function openPglite(table: CaseTable): Promise<LoadedEngine> {
  const database = await PGlite.create();
  const ask: Ask = async (sql) => (await database.query<Record<string, unknown>>(sql)).rows;
  await ask(createTable(table));
  const blob = new Blob([...csvOf(table)]);
  await database.query("COPY cases FROM '/dev/blob' (FORMAT csv)", [], { blob });
  const version = await settle(ask);
  return {
    name: 'PGlite',
    about: `PostgreSQL ${version} as WebAssembly, the same index and statements`,
    ways: waysOf(ask, table),
    bytes: () => relationBytes(ask),
    close: () => database.close(),
  };
}
