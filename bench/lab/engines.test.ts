import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { COMPILED, syntheticIncidents } from '@/bench/synthetic';
import type { Setting } from '@/domain/finding';
import { incidentLists, settings } from '@/domain/fixtures/generators';
import { placesOf, SLIDERS, valueAt } from '@/domain/lab/sliders';
import { withChanges } from '@/domain/lab/variant';
import { POLICY_2026_11 } from '@/domain/policy';
import { openCrossfilter } from './crossfilter';
import type { LoadedEngine } from './engine';
import { openJsonRules } from './json-rules';
import { AS_OF, BENCH_PACT } from './pact';
import { plainQuestion, plainScore } from './plain/loop';
import { clauseHash } from './rollup';
import { rowsOf } from './rows';
import { caseTable, writeCsv } from './sql/case-table';
import { openDuckDb } from './sql/duckdb';
import { openPglite } from './sql/postgres';
import { plainPacts } from './testing/pacts';

const setting: Setting = { policy: POLICY_2026_11, compiledOn: COMPILED, asOf: AS_OF };
const rows = [...syntheticIncidents(300)].flatMap((incident) => rowsOf(incident, setting));
const oracle = plainScore(rows, plainQuestion(BENCH_PACT, setting));

const folder = mkdtempSync(join(tmpdir(), 'servanda-bench-'));
chmodSync(folder, 0o755);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const table = caseTable(rows, setting);
const csv = join(folder, 'cases.csv');
writeCsv(table, csv);

const OPENED: readonly (readonly [string, () => LoadedEngine | Promise<LoadedEngine>])[] = [
  ['DuckDB', () => openDuckDb(table, csv)],
  ['PGlite', () => openPglite(table)],
  ['json-rules-engine', () => openJsonRules(rows)],
];

describe.each(OPENED)('%s', (_, open) => {
  test('adds up what the plain loop adds up, in every way it is asked', async () => {
    const engine = await open();
    try {
      for (const { prepare } of engine.ways) {
        const score = await prepare(BENCH_PACT, setting);
        expect(clauseHash(await score())).toBe(clauseHash(oracle));
      }
    } finally {
      await engine.close();
    }
  });
});

test('DuckDB does so on random records and pacts', async () => {
  await fc.assert(
    fc.asyncProperty(incidentLists(8), plainPacts, settings, async (incidents, pact, given) => {
      const own = incidents.flatMap((incident) => rowsOf(incident, given));
      const random = caseTable(own, given);
      const file = join(folder, 'random.csv');
      writeCsv(random, file);
      const engine = await openDuckDb(random, file);
      try {
        const expected = clauseHash(plainScore(own, plainQuestion(pact, given)));
        for (const { prepare } of engine.ways)
          expect(clauseHash(await (await prepare(pact, given))())).toBe(expected);
      } finally {
        await engine.close();
      }
    }),
    { numRuns: 8 },
  );
});

test('crossfilter moves the threshold of responsibility as the plain loop does', () => {
  const { 'theta.state': slider } = SLIDERS;
  const moving = openCrossfilter(rows, BENCH_PACT, setting);
  const values = Array.from({ length: placesOf(slider) }, (_, place) => valueAt(slider, place));
  for (const value of values.filter((one) => one >= moving.least)) {
    const pact = withChanges(BENCH_PACT, [{ slider: 'theta.state', clause: null, value }]);
    const expected = plainScore(rows, plainQuestion(pact, setting));
    expect(clauseHash(moving.at(value))).toBe(clauseHash(expected));
  }
});
