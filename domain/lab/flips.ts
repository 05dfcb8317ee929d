import { reasonAt, ruleAt } from '@/domain/sweep/row';
import type { Sweep } from '@/domain/sweep/sheet';
import { type RuleId, VERDICT_RANK, type Verdict } from '@/domain/verdict';
import { foundWords } from './case-flip';
import { hasBegun } from './figures';

/** A finding that a variant of a pact turns. */
export interface Flip {
  readonly incident: string;
  readonly title: string;
  /** Day of onset and its precision, for display. */
  readonly started: { readonly date: string; readonly precision: string };
  readonly clause: string;
  readonly accused: string;
  /** The party that the accused state answers as. */
  readonly party: string;
  readonly from: Verdict;
  readonly fromRule: RuleId;
  readonly to: Verdict;
  readonly toRule: RuleId;
  /** Why it is what it becomes, in a few words. */
  readonly reason: string;
  /** Under the clause, as the variant weighs it. */
  readonly severity: number;
}

function flipAt(before: Sweep, after: Sweep, row: number): Flip {
  const incident = after.columns.incidents[after.incident[row] ?? -1];
  const partition = after.partition[row] ?? -1;
  const accused = after.columns.partitions[partition]?.state;
  const clause = after.tests[after.clause[row] ?? -1]?.clause.id;
  const party = after.parties[partition];
  if (incident === undefined || accused === undefined || clause === undefined || party == null)
    throw new RangeError(`the sweep has no row ${row}`);
  const [from, to] = [ruleAt(before, row), ruleAt(after, row)];
  const { date, precision } = incident.started;
  return {
    ...{ incident: incident.id, title: incident.title, started: { date, precision } },
    ...{ clause, accused, party },
    ...{ from: from.verdict, fromRule: from.id, to: to.verdict, toRule: to.id },
    reason: foundWords({ verdict: to.verdict, rule: to.id, reason: reasonAt(after, row) }),
    ...{ severity: after.severity[row] ?? 1 },
  };
}

/** Cases depend on the day and the parties alone: a variant has those of its pact, in the same order. */
function isSameCase(one: Sweep, other: Sweep, row: number): boolean {
  return (
    one.incident[row] === other.incident[row] &&
    one.clause[row] === other.clause[row] &&
    one.partition[row] === other.partition[row]
  );
}

/** The graver of two verdicts that a flip lies between, as a number: 0 the gravest. */
const gravity = ({ from, to }: Flip): number => Math.min(VERDICT_RANK[from], VERDICT_RANK[to]);

const keyOf = ({ incident, clause, accused }: Flip): string => `${incident} ${clause} ${accused}`;

/**
 * The findings whose verdict a variant turns, those that touch the gravest verdicts first. Both are
 * swept over the same columns on the same day; the sweeping path equals the explaining one.
 * @throws Error where the two score different cases.
 */
export function flipsBetween(before: Sweep, after: Sweep): Flip[] {
  const flips: Flip[] = [];
  for (let row = 0; row < Math.max(before.rows, after.rows); row += 1) {
    if (!isSameCase(before, after, row)) throw new Error('the two score different cases');
    if (before.rule[row] === after.rule[row]) continue;
    const { verdict: from } = ruleAt(before, row);
    const { verdict: to } = ruleAt(after, row);
    if (from === to || !hasBegun(after, row)) continue;
    if (after.parties[after.partition[row] ?? -1] != null) flips.push(flipAt(before, after, row));
  }
  return flips.sort(
    (one, two) => gravity(one) - gravity(two) || (keyOf(one) < keyOf(two) ? -1 : 1),
  );
}
