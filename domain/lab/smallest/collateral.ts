import { severityWeights } from '@/domain/compliance-index';
import { type CaseFlip, gravestFlips } from '@/domain/lab/case-flip';
import type { Columns } from '@/domain/sweep/columns';
import { reasonAt, ruleAt } from '@/domain/sweep/row';
import type { Sweep } from '@/domain/sweep/sheet';
import { sweep } from '@/domain/sweep/sweep';
import type { Verdict } from '@/domain/verdict';
import type { Candidate } from './search';
import { movedBy, type Start, type Target } from './trial';

/** How many findings a change turns from one verdict to another. */
export interface Turned {
  readonly from: Verdict;
  readonly to: Verdict;
  readonly count: number;
}

/** What else a change turns, beside what was chosen. */
export interface Collateral {
  readonly count: number;
  readonly turned: readonly Turned[];
  /** The gravest of them. */
  readonly flips: readonly CaseFlip[];
}

/** Most flips that are named. */
const NAMED = 10;

/** The sums of one change, stretch by stretch. */
interface Sum {
  count: number;
  readonly turned: Map<string, Turned>;
  flips: CaseFlip[];
}

interface Scored {
  readonly before: Sweep;
  readonly after: Sweep;
  /** Of each clause after: its place among the clauses before. */
  readonly places: readonly number[];
  readonly weights: readonly number[];
}

/** A row of the sweep after, and the row of the same case before; null where nothing turned. */
function flipAt({ before, after, places, weights }: Scored, row: number): CaseFlip | null {
  const width = after.tests.length;
  const clause = after.clause[row] ?? 0;
  const same = Math.floor(row / width) * before.tests.length + (places[clause] ?? 0);
  const [was, is] = [ruleAt(before, same), ruleAt(after, row)];
  if (was.verdict === is.verdict) return null;
  const at = after.incident[row] ?? -1;
  const incident = after.columns.incidents[at];
  const id = after.tests[clause]?.clause.id;
  const accused = after.columns.partitions[after.partition[row] ?? -1]?.state;
  const { startFirst } = after.columns.facts;
  const party = after.parties[after.partition[row] ?? -1] ?? null;
  if (incident === undefined || id === undefined || accused === undefined) return null;
  if ((startFirst[at] ?? Infinity) > after.setting.asOf) return null;
  return {
    ...{ incident: incident.id, title: incident.title, started: incident.started },
    ...{ pair: places[clause] ?? 0, clauseA: id, clauseB: id, accused },
    party: { a: party, b: party },
    weight: weights[after.severity[row] ?? 0] ?? 0,
    a: { verdict: was.verdict, rule: was.id, reason: reasonAt(before, same) },
    b: { verdict: is.verdict, rule: is.id, reason: reasonAt(after, row) },
  };
}

function addTo(sum: Sum, scored: Scored, isChosen: (flip: CaseFlip) => boolean): void {
  for (let row = 0; row < scored.after.rows; row += 1) {
    const flip = flipAt(scored, row);
    if (flip === null || isChosen(flip)) continue;
    const { verdict: from } = flip.a;
    const { verdict: to } = flip.b;
    if (from === null || to === null) continue;
    const key = `${from} ${to}`;
    sum.count += 1;
    sum.turned.set(key, { from, to, count: (sum.turned.get(key)?.count ?? 0) + 1 });
    sum.flips.push(flip);
  }
  sum.flips = gravestFlips(sum.flips).slice(0, NAMED);
}

/**
 * What each of some changes turns beside the chosen findings, stretch by stretch of a record. Only
 * the clauses that a change touches are scored again; another entry into force touches all.
 */
export function* collaterals(
  stretches: Iterable<Columns>,
  start: Start,
  targets: readonly Target[],
  candidates: readonly Candidate[],
): Generator<undefined, Collateral[]> {
  const { pact, setting } = start;
  const keyOf = (one: string, two: string, three: string) => `${one} ${two} ${three}`;
  const chosen = new Set(
    targets.map(({ incident, clause, accused }) => keyOf(incident, clause, accused)),
  );
  const isChosen = ({ incident, clauseA, accused }: CaseFlip): boolean =>
    chosen.has(keyOf(incident, clauseA ?? '', accused));
  const weights = severityWeights(setting.policy.values);
  const sums = candidates.map((): Sum => ({ count: 0, turned: new Map(), flips: [] }));
  for (const columns of stretches) {
    const before = sweep(columns, pact, setting, { partiesOnly: true });
    for (const [at, { steps }] of candidates.entries()) {
      const moved = movedBy(start, steps);
      const all = steps.some(({ change }) => change === null || change.clause === null);
      const touched = new Set(steps.map(({ change }) => change?.clause));
      const clauses = moved.pact.clauses.filter(({ id }) => all || touched.has(id));
      const after = sweep(columns, { ...moved.pact, clauses }, moved.setting, {
        partiesOnly: true,
      });
      const places = clauses.map(({ id }) => pact.clauses.findIndex((one) => one.id === id));
      const sum = sums[at];
      if (sum !== undefined) addTo(sum, { before, after, places, weights }, isChosen);
      yield;
    }
  }
  return sums.map(({ count, turned, flips }) => ({
    ...{ count, flips },
    turned: [...turned.values()].sort((one, two) => two.count - one.count),
  }));
}
