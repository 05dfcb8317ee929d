import type { Setting } from '@/domain/finding';
import type { Pact } from '@/domain/pact';
import { casesAt } from './cases';
import { clauseTest } from './clause-test';
import type { Columns } from './columns';
import { pactTest } from './pact-test';
import { scoreRow } from './score';
import { type Sweep, sheet } from './sheet';

export interface SweepOptions {
  /** Leave out states that are no party and incidents that accuse no state. */
  readonly partiesOnly?: boolean;
}

/**
 * Scores a whole corpus under a pact: the sweeping path. It reads the same decision table as
 * `assess`, by integer code, and equals it in every field of every finding (property test); it
 * yields to that path's own functions wherever a case reaches the clock or a plea.
 */
export function sweep(
  columns: Columns,
  pact: Pact,
  setting: Setting,
  { partiesOnly = false }: SweepOptions = {},
): Sweep {
  if (setting.policy !== columns.policy || setting.compiledOn !== columns.compiledOn)
    throw new Error('the columns were laid out under another policy or day of compilation');
  const clauses = pact.referenceOnly ? [] : pact.clauses;
  const tests = clauses.map((clause) => clauseTest(columns, pact, clause));
  const bound = pactTest(columns, pact, setting);
  const cases = tests.length === 0 ? [] : casesAt(columns, bound, setting.asOf, partiesOnly);
  const rows = sheet(cases.length * tests.length);
  const scorer = { columns, setting, rows, hypothetical: pact.kind === 'hypothetical' };
  let row = 0;
  for (const at of cases)
    for (let clause = 0; clause < tests.length; clause += 1) {
      const test = tests[clause];
      if (test === undefined) continue;
      scoreRow(scorer, row, at, test, clause);
      row += 1;
    }
  const parties = columns.partitions.map(
    ({ state }) => pact.parties[bound.partyOf(state)]?.code ?? null,
  );
  return { ...rows, columns, pact, setting, tests, rows: row, parties };
}
