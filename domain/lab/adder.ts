import { RULES, VERDICTS } from '@/domain/verdict';
import type { ClauseJudge } from './clause-judge';
import type { Match } from './matching';
import type { Layout } from './rollup';
import { ruleAt, VERDICT_OF } from './rules';
import { ruleIn } from './settled';

const R1 = ruleAt('R1');
const PENDING = VERDICTS.indexOf('PENDING');
const OUTSIDE = VERDICTS.indexOf('NOT_COVERED');
const RULE_COUNT = RULES.length;
const VERDICT_COUNT = VERDICTS.length;

/** Rows of rollups, one a place (`rollupAt`), and where the parts of a row lie. */
class Rows {
  readonly width: number;
  readonly sumWidth: number;
  readonly parties: number;

  constructor(
    readonly layout: Layout,
    readonly counts: Int32Array,
    readonly sums: Float64Array,
  ) {
    this.width = layout.counts + layout.caseCounts;
    this.sumWidth = 2 * (layout.sums + layout.caseSums);
    this.parties = layout.parties.length;
  }
}

/** A case, the party accused in it, and the clauses that match it. */
interface MatchedCase {
  readonly at: number;
  readonly party: number;
  readonly matches: readonly Match[];
}

/** Adds outcomes up, each in its clause and the gravest of each case at pact level; `sign` -1 takes away. */
export class Adder extends Rows {
  private place = 0;
  private sign: 1 | -1 = 1;
  private verdict = OUTSIDE;
  private low = 0;
  private high = 0;
  private weight = 0;

  /**
   * Adds the outcomes of a case under all that match it, from the one at `first` on, at a place, or
   * takes them away.
   */
  addCase(
    { at, party, matches }: MatchedCase,
    outcomes: ArrayLike<number>,
    first: number,
    judgeOf: (clause: number) => ClauseJudge,
    place: number,
    sign: 1 | -1,
  ): void {
    this.place = place;
    this.sign = sign;
    for (let one = 0; one < matches.length; one += 1) {
      const match = matches[one];
      if (match !== undefined)
        this.add(at, party, match, judgeOf(match.clause), outcomes[first + one] ?? 0);
    }
    this.close(party);
  }

  private sum(at: number, value: number): void {
    this.sums[at] = (this.sums[at] ?? 0) + this.sign * value;
  }

  /** Adds the outcome of one case under one clause. */
  private add(
    at: number,
    party: number,
    { clause, severity }: Match,
    { weighing }: ClauseJudge,
    outcome: number,
  ): void {
    const { counts, sign, layout } = this;
    const rule = ruleIn(outcome);
    const cell = clause * this.parties + party;
    const count = this.place * this.width + cell * RULE_COUNT + rule;
    counts[count] = (counts[count] ?? 0) + sign;
    const verdict = VERDICT_OF[rule] ?? OUTSIDE;
    if (verdict > PENDING) {
      if (verdict < this.verdict) this.verdict = verdict;
      return;
    }
    weighing.weigh(at, severity, outcome);
    const sum = this.place * this.sumWidth + cell;
    this.sum(sum, weighing.low);
    this.sum(sum + layout.sums, weighing.high);
    // Of two as grave the larger p * w * m counts, else the first (method.md 4).
    if (verdict > this.verdict || (verdict === this.verdict && weighing.weight <= this.weight))
      return;
    this.verdict = verdict;
    this.low = weighing.low;
    this.high = weighing.high;
    this.weight = weighing.weight;
  }

  /** Closes a case: what its gravest outcome adds at pact level. Cases no clause covers are not counted here. */
  private close(party: number): void {
    const { counts, layout, sign, verdict } = this;
    this.verdict = OUTSIDE;
    if (verdict === OUTSIDE) return;
    const place = this.place * this.width + layout.counts + party * VERDICT_COUNT + verdict;
    counts[place] = (counts[place] ?? 0) + sign;
    if (verdict > PENDING) return;
    const sum = this.place * this.sumWidth + 2 * layout.sums + party;
    this.sum(sum, this.low);
    this.sum(sum + layout.caseSums, this.high);
  }
}

/** Adds outcomes of cases that one clause alone covers, in its clause and at pact level at once. */
export class SingleAdder extends Rows {
  private count = 0;
  private sum = 0;
  private caseCount = 0;
  private caseSum = 0;
  private low = 0;
  private high = 0;

  /** Which clause, and which party is accused, from now on. */
  of(clause: number, party: number): void {
    const { layout } = this;
    const cell = clause * this.parties + party;
    this.count = cell * RULE_COUNT;
    this.sum = cell;
    this.caseCount = layout.counts + party * VERDICT_COUNT;
    this.caseSum = 2 * layout.sums + party;
  }

  /** Weighs the outcome that is added next, and taken away again later. */
  weigh({ weighing }: ClauseJudge, at: number, severity: number, outcome: number): void {
    if (outcome < 0 || (VERDICT_OF[ruleIn(outcome)] ?? OUTSIDE) > PENDING) {
      this.low = 0;
      this.high = 0;
      return;
    }
    weighing.weigh(at, severity, outcome);
    this.low = weighing.low;
    this.high = weighing.high;
  }

  /** Adds the outcome last weighed at a place, or takes it away; -1: none. */
  add(place: number, outcome: number, sign: 1 | -1): void {
    if (outcome < 0) return;
    const { counts, sums, layout, low, high } = this;
    const rule = ruleIn(outcome);
    const verdict = VERDICT_OF[rule] ?? OUTSIDE;
    const row = place * this.width;
    const count = row + this.count + rule;
    counts[count] = (counts[count] ?? 0) + sign;
    if (verdict === OUTSIDE) return;
    const caseCount = row + this.caseCount + verdict;
    counts[caseCount] = (counts[caseCount] ?? 0) + sign;
    if (verdict > PENDING) return;
    const sum = place * this.sumWidth + this.sum;
    const caseSum = place * this.sumWidth + this.caseSum;
    sums[sum] = (sums[sum] ?? 0) + sign * low;
    sums[sum + layout.sums] = (sums[sum + layout.sums] ?? 0) + sign * high;
    sums[caseSum] = (sums[caseSum] ?? 0) + sign * low;
    sums[caseSum + layout.caseSums] = (sums[caseSum + layout.caseSums] ?? 0) + sign * high;
  }
}

/**
 * Counts as not covered whatever nothing else was counted of, by party out of all its cases, in so
 * many rows of counts.
 */
export function fillOutside(
  { clauses, parties, counts: inClauses, caseCounts }: Layout,
  counts: Int32Array,
  places: number,
  cases: ArrayLike<number>,
): void {
  const width = inClauses + caseCounts;
  const rest = (first: number, size: number, own: number, all: number): void => {
    let inside = 0;
    for (let at = 0; at < size; at += 1) if (at !== own) inside += counts[first + at] ?? 0;
    counts[first + own] = all - inside;
  };
  for (let place = 0; place < places; place += 1)
    for (let party = 0; party < parties.length; party += 1) {
      const row = place * width;
      const all = cases[party] ?? 0;
      for (let clause = 0; clause < clauses.length; clause += 1)
        rest(row + (clause * parties.length + party) * RULE_COUNT, RULE_COUNT, R1, all);
      rest(row + inClauses + party * VERDICT_COUNT, VERDICT_COUNT, OUTSIDE, all);
    }
}
