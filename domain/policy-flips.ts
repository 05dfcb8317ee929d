import type { Instant } from './dates';
import type { Incident } from './incident';
import type { Pact } from './pact';
import type { Policy } from './policy';
import type { PolicyFlip, PolicyFlips } from './policy-proposal';
import { type Columns, columnsOf } from './sweep/columns';
import { ruleAt } from './sweep/row';
import type { Sweep } from './sweep/sheet';
import { sweep } from './sweep/sweep';
import { VERDICTS } from './verdict';

/** A corpus laid out under one policy, for scoring any pact. */
export interface PolicyColumns {
  readonly policy: Policy;
  readonly columns: Columns;
}

export function underPolicy(
  incidents: readonly Incident[],
  policy: Policy,
  compiledOn: string,
): PolicyColumns {
  return { policy, columns: columnsOf(incidents, { policy, compiledOn }) };
}

interface Scored extends Omit<PolicyFlip, 'from' | 'to'> {
  readonly verdict: PolicyFlip['from'];
}

const keyOf = ({ incident, clause, accused }: Pick<Scored, 'incident' | 'clause' | 'accused'>) =>
  `${incident} ${clause} ${accused}`;

/** Every finding against a party, by incident, clause and accused. */
function scoredBy(swept: Sweep): Map<string, Scored> {
  const found = new Map<string, Scored>();
  for (let row = 0; row < swept.rows; row += 1) {
    const incident = swept.columns.incidents[swept.incident[row] ?? -1];
    const accused = swept.columns.partitions[swept.partition[row] ?? -1]?.state;
    const clause = swept.tests[swept.clause[row] ?? -1]?.clause.id;
    if (incident === undefined || accused === undefined || clause === undefined) continue;
    const { id, title } = incident;
    const scored = { incident: id, title, clause, accused, verdict: ruleAt(swept, row).verdict };
    found.set(keyOf(scored), scored);
  }
  return found;
}

function score({ policy, columns }: PolicyColumns, pact: Pact, asOf: Instant) {
  const setting = { policy, asOf, compiledOn: columns.compiledOn };
  return scoredBy(sweep(columns, pact, setting, { partiesOnly: true }));
}

function countsOf(before: readonly Scored[], after: readonly Scored[]): PolicyFlips['counts'] {
  const count = (list: readonly Scored[], word: string) =>
    list.filter((one) => one.verdict === word).length;
  return VERDICTS.filter((word) => word !== 'NOT_COVERED').map((word) => ({
    ...{ verdict: word, before: count(before, word), after: count(after, word) },
  }));
}

/**
 * Which findings under a pact another policy would turn, over the same corpus on the same day: by
 * the sweeping path, which equals the explaining one. `sees` tells which incidents the reader may
 * know of; of the others only the number of flips is told.
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
  const flips: PolicyFlip[] = [];
  for (const [key, { verdict: to, ...finding }] of fresh) {
    const from = old.get(key)?.verdict;
    if (from !== undefined && from !== to) flips.push({ ...finding, from, to });
  }
  const seen = (list: Iterable<Scored>) => [...list].filter(({ incident }) => sees(incident));
  const told = flips.filter(({ incident }) => sees(incident));
  return {
    pact: pact.id,
    counts: countsOf(seen(old.values()), seen(fresh.values())),
    flips: told.sort((one, two) => (keyOf(one) < keyOf(two) ? -1 : 1)),
    beyond: flips.length - told.length,
  };
}
