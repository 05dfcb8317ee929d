import crossfilter from 'crossfilter2';
import type { Setting } from '@/domain/finding';
import { SLIDERS } from '@/domain/lab/sliders';
import type { Pact } from '@/domain/pact';
import { RULE_IDS, type RuleId } from '@/domain/verdict';
import type { PlainClause } from './plain/clause';
import { coverageOf, severityUnder } from './plain/coverage';
import { findingFrom, type PlainCase, ruleOf, tableInput } from './plain/finding';
import { caseOf, plainQuestion } from './plain/loop';
import { contributionOf } from './plain/tally';
import { stateWord } from './plain/words';
import { type ClauseRollup, emptyRollup } from './rollup';
import type { CaseRow } from './rows';

/** What one finding counts as on one side of the threshold. */
interface Side {
  readonly rule: number;
  readonly low: number;
  readonly high: number;
}

/** A case that a clause covers, below and above the threshold of responsibility. */
interface Movable {
  readonly cell: number;
  readonly belief: number;
  readonly below: Side;
  readonly above: Side;
}

const { 'theta.state': THETA } = SLIDERS;
const placeOfRule = (rule: RuleId): number => RULE_IDS.indexOf(rule);

const withTheta = (plain: PlainClause, value: number): PlainClause => ({
  ...plain,
  clause: THETA.write(plain.clause, value),
});
/** No belief reaches it, and every belief does. */
const NEVER = 2;
const ALWAYS = 0;

function recordOf(plain: PlainClause, one: PlainCase, cell: number): Movable | null {
  if (one.time === 'out' || one.row.status === 'retracted') return null;
  const severity = severityUnder(plain, one.row);
  const cov = coverageOf(plain, one.row, one.party, severity, one.time);
  if (cov === 'out') return null;
  const side = (state: ReturnType<typeof stateWord> | null): Side => {
    const input = tableInput(withTheta(plain, NEVER), one, severity, cov);
    const seen = state === null ? input : { ...input, state };
    const rule = ruleOf(seen);
    const { low, high } = contributionOf(findingFrom(plain, one, severity, seen, rule), one.policy);
    return { rule: placeOfRule(rule), low, high };
  };
  const above = stateWord(withTheta(plain, ALWAYS), one.row.held, severity);
  return { cell, belief: one.row.held.state.lower, below: side(null), above: side(above) };
}

/** What the records below the threshold change of a rollup in which all are above it. */
interface Delta {
  readonly counts: Int32Array;
  low: number;
  high: number;
}

function moved(delta: Delta, { below, above }: Movable, by: 1 | -1): Delta {
  delta.counts[below.rule] = (delta.counts[below.rule] ?? 0) + by;
  delta.counts[above.rule] = (delta.counts[above.rule] ?? 0) - by;
  delta.low += by * (below.low - above.low);
  delta.high += by * (below.high - above.high);
  return delta;
}

/** The rollup of every record above the threshold, all other cases not covered. */
function baseOf(records: readonly Movable[], cases: readonly number[], empty: ClauseRollup) {
  const { counts, low, high, parties } = empty;
  const outside = placeOfRule('R1');
  for (let cell = 0; cell < low.length; cell += 1)
    counts[cell * RULE_IDS.length + outside] = cases[cell % parties.length] ?? 0;
  for (const { cell, above } of records) {
    const first = cell * RULE_IDS.length;
    counts[first + outside] = (counts[first + outside] ?? 0) - 1;
    counts[first + above.rule] = (counts[first + above.rule] ?? 0) + 1;
    low[cell] = (low[cell] ?? 0) + above.low;
    high[cell] = (high[cell] ?? 0) + above.high;
  }
  return empty;
}

/**
 * crossfilter2 for one slider, the belief from which a state is held responsible, over all clauses:
 * a dimension on the belief, a group by clause and party, and what a record turns into when the
 * threshold passes it. Right only where the threshold is not below that of the link, since below it
 * the day on which a link was first met moves too.
 */
export function openCrossfilter(rows: readonly CaseRow[], pact: Pact, setting: Setting) {
  const question = plainQuestion(pact, setting);
  const { clauses, parties } = question;
  const cases = parties.map(() => 0);
  const records: Movable[] = [];
  for (const row of rows) {
    const one = caseOf(question, row);
    if (one === null) continue;
    const party = parties.indexOf(one.party);
    cases[party] = (cases[party] ?? 0) + 1;
    clauses.forEach((plain, clause) => {
      const record = recordOf(plain, one, clause * parties.length + party);
      if (record !== null) records.push(record);
    });
  }
  const ids = clauses.map(({ clause }) => clause.id);
  const base = baseOf(records, cases, emptyRollup(ids, parties));
  const filter = crossfilter(records);
  const belief = filter.dimension(({ belief: b }) => b);
  const cells = filter
    .dimension(({ cell }) => cell)
    .group<number, Delta>()
    .reduce(
      (delta, record) => moved(delta, record, 1),
      (delta, record) => moved(delta, record, -1),
      () => ({ counts: new Int32Array(RULE_IDS.length), low: 0, high: 0 }),
    );
  return {
    records: records.length,
    /** From which place on it is right. */
    least: Math.max(...pact.clauses.map(({ theta }) => theta.link)),
    at: (theta: number): ClauseRollup => {
      belief.filterRange([-1, theta]);
      const made = {
        ...base,
        ...{ counts: base.counts.slice(), low: base.low.slice(), high: base.high.slice() },
      };
      for (const { key, value } of cells.all()) {
        value.counts.forEach((count, rule) => {
          const place = key * RULE_IDS.length + rule;
          made.counts[place] = (made.counts[place] ?? 0) + count;
        });
        made.low[key] = (made.low[key] ?? 0) + value.low;
        made.high[key] = (made.high[key] ?? 0) + value.high;
      }
      return made;
    },
    close: (): void => {
      filter.remove();
    },
  };
}
