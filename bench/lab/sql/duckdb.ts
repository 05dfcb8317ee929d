import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import type { LoadedEngine, Way } from '@/bench/lab/engine';
import { lineOf, rollupFrom } from './answer';
import { type CaseTable, createTable } from './case-table';
import { type Formulation, scoreStatement } from './query';

const THREADS = 2;

const FORMULATIONS: readonly (Formulation & { readonly name: string })[] = [
  { name: 'a query a clause, wide turns', query: 'literal', turnForm: 'wide', fenced: false },
  { name: 'a query a clause, turns as a list', query: 'literal', turnForm: 'list', fenced: false },
  { name: 'join with the clauses, wide turns', query: 'joined', turnForm: 'wide', fenced: false },
  {
    name: 'join with the clauses, turns as a list',
    query: 'joined',
    turnForm: 'list',
    fenced: false,
  },
];

function listTurns({ turns }: CaseTable): string {
  const names = ['day', 'link', 'link_clusters', 'state', 'state_clusters'];
  const all = Array.from({ length: turns }, (_, at) => {
    const fields = names.map((name) => `${name}: t${at + 1}_${name}`);
    return `CASE WHEN t${at + 1}_day IS NOT NULL THEN {${fields.join(', ')}} END`;
  });
  return `CREATE OR REPLACE TABLE cases AS SELECT *,
    list_filter([${all.join(', ')}], lambda t: t IS NOT NULL) AS turns FROM cases`;
}

function wayOf(
  connection: DuckDBConnection,
  table: CaseTable,
  { name, ...form }: (typeof FORMULATIONS)[number],
): Way {
  return {
    name,
    prepare: async (pact, setting) => {
      const { setup, query } = scoreStatement(table, pact, setting, form);
      for (const statement of setup) await connection.run(statement);
      const prepared = await connection.prepare(query);
      return async () => {
        const read = await prepared.runAndReadAll();
        return rollupFrom(read.getRowObjectsJS().map(lineOf), pact);
      };
    },
  };
}

/** DuckDB in memory on two threads, its rows in the order of accused and conduct. */
export async function openDuckDb(table: CaseTable, csv: string): Promise<LoadedEngine> {
  const instance = await DuckDBInstance.create(':memory:', { threads: `${THREADS}` });
  const connection = await instance.connect();
  await connection.run(createTable(table));
  await connection.run(
    `COPY cases FROM '${csv}' (FORMAT csv, HEADER false, AUTO_DETECT false, DELIM ',', NULLSTR '')`,
  );
  await connection.run(listTurns(table));
  const version = await connection.runAndReadAll('SELECT version()');
  return {
    name: 'DuckDB',
    about: `${version.getRows()[0]?.[0]}, in memory, ${THREADS} threads`,
    ways: FORMULATIONS.map((formulation) => ({
      ...wayOf(connection, table, formulation),
      threads: () => THREADS,
    })),
    bytes: async () => {
      const read = await connection.runAndReadAll(
        'SELECT sum(memory_usage_bytes)::float8 FROM duckdb_memory()',
      );
      return Number(read.getRows()[0]?.[0]);
    },
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}
