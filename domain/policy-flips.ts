import type { Instant } from './dates';
import type { Incident } from './incident';
import type { Pact } from './pact';
import type { Policy } from './policy';
import type { PolicyFlip, PolicyFlips } from './policy-proposal';
import { type Columns, columnsOf, type Memo } from './sweep/columns';
import { ruleAt } from './sweep/row';
import type { Sweep } from './sweep/sheet';
import { sweep } from './sweep/sweep';
import { VERDICTS, type Verdict } from './verdict';

/** A corpus laid out under one policy, for scoring any pact. */
export interface PolicyColumns {
  readonly policy: Policy;
  readonly columns: Columns;
}

export function underPolicy(
  incidents: readonly Incident[],
  policy: Policy,
  compiledOn: string,
  memo?: Memo,
): PolicyColumns {
  return { policy, columns: columnsOf(incidents, { policy, compiledOn }, memo) };
}

function score({ policy, columns }: PolicyColumns, pact: Pact, asOf: Instant): Sweep {
  const setting = { policy, asOf, compiledOn: columns.compiledOn };
  return sweep(columns, pact, setting, { partiesOnly: true });
}

/** Whether a row of both is the same case: which cases there are depends on no value of the policy. */
function isSameCase(one: Sweep, other: Sweep, row: number): boolean {
  return (
    one.incident[row] === other.incident[row] &&
    one.clause[row] === other.clause[row] &&
    one.partition[row] === other.partition[row]
  );
}

function flipAt(swept: Sweep, row: number, from: Verdict, to: Verdict): PolicyFlip {
  const incident = swept.columns.incidents[swept.incident[row] ?? -1];
  const accused = swept.columns.partitions[swept.partition[row] ?? -1]?.state;
  const clause = swept.tests[swept.clause[row] ?? -1]?.clause.id;
  if (incident === undefined || accused === undefined || clause === undefined)
    throw new RangeError(`the sweep has no row ${row}`);
  return { incident: incident.id, title: incident.title, clause, accused, from, to };
}

const keyOf = ({ incident, clause, accused }: PolicyFlip) => `${incident} ${clause} ${accused}`;

/**
 * Which findings under a pact another policy would turn, over the same corpus on the same day: by
 * the sweeping path, which equals the explaining one. `sees` tells which incidents the reader may
 * know of; of the others only the number of flips is told.
 * @throws Error where the two were not laid out from the same incidents.
 */
export function policyFlips(
  before: PolicyColumns,
  after: PolicyColumns,
  {
    pact,
    asOf,
    sees,
  }: {
    readonly pact: Pact;
    readonly asOf: Instant;
    readonly sees: (incident: string) => boolean;
  },
): PolicyFlips {
  const [old, fresh] = [score(before, pact, asOf), score(after, pact, asOf)];
  const seen = fresh.columns.incidents.map(({ id }) => sees(id));
  const counts = new Map(VERDICTS.map((verdict) => [verdict, { before: 0, after: 0 }]));
  const flips: PolicyFlip[] = [];
  let beyond = 0;
  for (let row = 0; row < Math.max(old.rows, fresh.rows); row += 1) {
    if (!isSameCase(old, fresh, row)) throw new Error('the two score different cases');
    const [from, to] = [ruleAt(old, row).verdict, ruleAt(fresh, row).verdict];
    const visible = seen[fresh.incident[row] ?? -1] === true;
    const [was, is] = [counts.get(from), counts.get(to)];
    if (visible && was !== undefined && is !== undefined) {
      was.before += 1;
      is.after += 1;
    }
    if (from === to) continue;
    if (visible) flips.push(flipAt(fresh, row, from, to));
    else beyond += 1;
  }
  return {
    pact: pact.id,
    counts: [...counts]
      .filter(([verdict]) => verdict !== 'NOT_COVERED')
      .map(([verdict, count]) => ({ verdict, ...count })),
    flips: flips.sort((one, two) => (keyOf(one) < keyOf(two) ? -1 : 1)),
    beyond,
  };
}
