import { closeSync, openSync, writeSync } from 'node:fs';
import type { CaseRow } from '@/bench/lab/rows';
import { conductMask } from '@/domain/sweep/bits';
import { type Cell, COLUMN_GROUPS, type Reading, type SqlType } from './case-columns';
import { decisiveTurns, type FlatTurn } from './turns';

/** Cases as a table for a database: what no pact changes is worked out before. */
export interface CaseTable extends Reading {
  /** Every mask of conduct that occurs. */
  readonly conducts: readonly number[];
  /** How many turns the row with most of them has. */
  readonly turns: number;
  /** By accused, then conduct. */
  readonly rows: readonly CaseRow[];
}

const MOST_STATES = 52;

export function caseTable(rows: readonly CaseRow[], setting: Reading['setting']): CaseTable {
  const names = new Set<string>();
  let turns = 1;
  for (const row of rows) {
    for (const state of [row.accused, ...row.victimStates]) names.add(state);
    turns = Math.max(turns, decisiveTurns(row.turns).length);
  }
  const states = new Map([...names].sort().map((state, at) => [state, at]));
  if (states.size > MOST_STATES) throw new Error(`expected at most ${MOST_STATES} states`);
  const keyed = rows.map((row): [number, CaseRow] => [
    (states.get(row.accused) ?? 0) * 2 ** 32 + conductMask(row.conduct),
    row,
  ]);
  return {
    ...{ states, turns, setting },
    conducts: [...new Set(keyed.map(([key]) => key % 2 ** 32))],
    rows: keyed.sort(([one], [two]) => one - two).map(([, row]) => row),
  };
}

const TURN_TYPES: Readonly<Record<string, SqlType>> = {
  ...{ day: 'int8', link: 'float8', link_clusters: 'int2', state: 'float8' },
  state_clusters: 'int2',
};

/** The statement that creates the table; the turns lie beside each other. */
export function createTable({ turns }: CaseTable): string {
  const columns = COLUMN_GROUPS.flatMap(({ types }) => Object.entries(types));
  const wide = Array.from({ length: turns }, (_, at) =>
    Object.entries(TURN_TYPES).map(([name, type]) => [`t${at + 1}_${name}`, type]),
  ).flat();
  const all = [...columns, ...wide].map(([name, type]) => `${name} ${type}`);
  return `CREATE TABLE cases (${all.join(', ')})`;
}

const turnCells = (turn: FlatTurn | undefined): Cell[] =>
  turn === undefined
    ? [null, null, null, null, null]
    : [turn.day, turn.link, turn.linkClusters, turn.state, turn.stateClusters];

function lineOf(table: CaseTable, row: CaseRow): string {
  const cells = COLUMN_GROUPS.flatMap((group) => group.cells(row, table));
  const turns = decisiveTurns(row.turns);
  for (let at = 0; at < table.turns; at += 1) cells.push(...turnCells(turns[at]));
  return `${cells.join(',')}\n`;
}

/** The rows as lines of CSV, a few thousand at a time; what is unknown is empty. */
export function* csvOf(table: CaseTable): Generator<string> {
  const { rows } = table;
  const step = 5000;
  for (let from = 0; from < rows.length; from += step) {
    let text = '';
    for (const row of rows.slice(from, from + step)) text += lineOf(table, row);
    yield text;
  }
}

/** Writes the rows to a file and tells its size in bytes. */
export function writeCsv(table: CaseTable, file: string): number {
  const out = openSync(file, 'w');
  let bytes = 0;
  for (const part of csvOf(table)) bytes += writeSync(out, part);
  closeSync(out);
  return bytes;
}
