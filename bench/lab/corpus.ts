import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { syntheticIncidents } from '@/bench/synthetic';
import type { Rollup } from '@/domain/lab/rollup';
import { knownOverTime } from '@/domain/sweep/known';
import { type Ours, OursBuilder } from './ours';
import { BENCH_PACT } from './pact';
import { plainQuestion, plainScore } from './plain/loop';
import { type CaseRow, rowsOf } from './rows';
import { SETTING } from './setting';
import { type CaseTable, caseTable, writeCsv } from './sql/case-table';

/** A made-up corpus, prepared once for every engine. */
export interface Corpus {
  readonly incidents: number;
  /** Empty where they were not to be kept. */
  readonly rows: readonly CaseRow[];
  readonly oracle: Rollup;
  readonly ours: Ours;
  readonly oursMs: number;
  /** Bytes of the rows in the heap. */
  readonly rowBytes: number;
}

/** Beyond this many incidents the rows are not kept: the oracle adds them up as they are made. */
const MOST_ROWS = 2_000_000;

export function makeCorpus(incidents: number, seed: number, say: (line: string) => void): Corpus {
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  const builder = new OursBuilder(SETTING);
  const rows: CaseRow[] = [];
  const keeps = incidents <= MOST_ROWS;
  let done = 0;
  function* stream(): Generator<CaseRow> {
    for (const incident of syntheticIncidents(incidents, seed)) {
      const known = knownOverTime(incident, SETTING);
      builder.add(incident, known);
      for (const row of rowsOf(incident, SETTING, known)) {
        if (keeps) rows.push(row);
        yield row;
      }
      done += 1;
      if (done % 250_000 === 0) say(`${done.toLocaleString('en')} incidents made`);
    }
  }
  const oracle = plainScore(stream(), plainQuestion(BENCH_PACT, SETTING));
  const { ours, ms } = builder.build();
  globalThis.gc?.();
  const rowBytes = keeps ? process.memoryUsage().heapUsed - before : 0;
  return { incidents, rows, oracle, ours, oursMs: ms, rowBytes };
}

/** Writes the rows of a corpus where a database can read them; `remove` takes the file away. */
export function tableFile(rows: readonly CaseRow[]): {
  readonly table: CaseTable;
  readonly csv: string;
  readonly remove: () => void;
} {
  const folder = mkdtempSync(join(tmpdir(), 'servanda-bench-'));
  // A PostgreSQL server runs as somebody else.
  chmodSync(folder, 0o755);
  const table = caseTable(rows, SETTING);
  const csv = join(folder, 'cases.csv');
  writeCsv(table, csv);
  return { table, csv, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
