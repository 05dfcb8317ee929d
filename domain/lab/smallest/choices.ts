import { isViolation, severityWeights } from '@/domain/compliance-index';
import type { Columns } from '@/domain/sweep/columns';
import { reasonAt, ruleAt } from '@/domain/sweep/row';
import type { Sweep } from '@/domain/sweep/sheet';
import { sweep } from '@/domain/sweep/sweep';
import { type RuleId, VERDICT_RANK, type Verdict } from '@/domain/verdict';
import type { Start, Target, Want } from './trial';

/** A finding that a search may be for. */
export interface Choice extends Target {
  readonly title: string;
  readonly started: { readonly date: string; readonly precision: string };
  readonly verdict: Verdict;
  readonly rule: RuleId;
  readonly reason: string;
  readonly weight: number;
}

/** Most findings that are offered: the gravest. */
export const MOST_CHOICES = 300;

/** Tests of coverage that a number decides: time by the entry into force, severity by its floors. */
const MOVABLE: ReadonlySet<string> = new Set(['TIME', 'SEVERITY']);

function offered(swept: Sweep, row: number, want: Want): boolean {
  const { id, verdict } = ruleAt(swept, row);
  const started = swept.columns.facts.startFirst[swept.incident[row] ?? -1] ?? Infinity;
  if (started > swept.setting.asOf || isViolation(verdict) === (want === 'catch')) return false;
  return id !== 'R1' || MOVABLE.has(reasonAt(swept, row));
}

function choiceAt(swept: Sweep, row: number, weights: readonly number[]): Choice[] {
  const incident = swept.columns.incidents[swept.incident[row] ?? -1];
  const clause = swept.tests[swept.clause[row] ?? -1]?.clause.id;
  const accused = swept.columns.partitions[swept.partition[row] ?? -1]?.state;
  if (incident === undefined || clause === undefined || accused === undefined) return [];
  const { id, verdict } = ruleAt(swept, row);
  return [
    {
      ...{ incident: incident.id, title: incident.title, started: incident.started },
      ...{ clause, accused, verdict, rule: id, reason: reasonAt(swept, row) },
      weight: weights[swept.severity[row] ?? 0] ?? 0,
    },
  ];
}

const order = (one: Choice, two: Choice): number =>
  VERDICT_RANK[one.verdict] - VERDICT_RANK[two.verdict] ||
  two.weight - one.weight ||
  (one.incident < two.incident ? -1 : 1);

/** The findings that may be cleared (violations) or caught (what is none and a number might make one), the gravest first. */
export function* choicesOf(
  stretches: Iterable<Columns>,
  { pact, setting }: Start,
  want: Want,
): Generator<undefined, { readonly list: readonly Choice[]; readonly total: number }> {
  const weights = severityWeights(setting.policy.values);
  let list: Choice[] = [];
  let total = 0;
  for (const columns of stretches) {
    const swept = sweep(columns, pact, setting, { partiesOnly: true });
    for (let row = 0; row < swept.rows; row += 1) {
      if (!offered(swept, row, want)) continue;
      total += 1;
      list.push(...choiceAt(swept, row, weights));
    }
    list = list.sort(order).slice(0, MOST_CHOICES);
    yield;
  }
  return { list, total };
}
