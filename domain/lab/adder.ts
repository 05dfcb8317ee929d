import { RULES, VERDICTS } from '@/domain/verdict';
import { type ClauseJudge, ruleIn } from './clause-judge';
import type { Match } from './matching';
import type { Layout, Rollup } from './rollup';
import { ruleAt, VERDICT_OF } from './rules';

const R1 = ruleAt('R1');
const PENDING = VERDICTS.indexOf('PENDING');
const OUTSIDE = VERDICTS.indexOf('NOT_COVERED');
const RULE_COUNT = RULES.length;
const VERDICT_COUNT = VERDICTS.length;

/** Adds outcomes up, each in its clause and the gravest of each case at pact level; `sign` -1 takes away. */
export class Adder {
  private sign: 1 | -1 = 1;
  private verdict = OUTSIDE;
  private low = 0;
  private high = 0;
  private weight = 0;

  constructor(
    private readonly parties: number,
    private rollup: Rollup,
  ) {}

  /** Where, and whether, to add from now on. */
  into(rollup: Rollup, sign: 1 | -1): void {
    this.rollup = rollup;
    this.sign = sign;
  }

  /** Adds the outcome of one case under one clause. */
  add(
    at: number,
    party: number,
    { clause, severity }: Match,
    judge: ClauseJudge,
    outcome: number,
  ): void {
    const { rollup, sign } = this;
    const rule = ruleIn(outcome);
    const cell = clause * this.parties + party;
    const count = cell * RULE_COUNT + rule;
    rollup.counts[count] = (rollup.counts[count] ?? 0) + sign;
    const verdict = VERDICT_OF[rule] ?? OUTSIDE;
    if (verdict > PENDING) {
      if (verdict < this.verdict) this.verdict = verdict;
      return;
    }
    judge.weigh(at, severity, outcome);
    rollup.low[cell] = (rollup.low[cell] ?? 0) + sign * judge.low;
    rollup.high[cell] = (rollup.high[cell] ?? 0) + sign * judge.high;
    // Of two as grave the larger p * w * m counts, else the first (method.md 4).
    if (verdict > this.verdict || (verdict === this.verdict && judge.weight <= this.weight)) return;
    this.verdict = verdict;
    this.low = judge.low;
    this.high = judge.high;
    this.weight = judge.weight;
  }

  /** Closes a case: what its gravest outcome adds at pact level. Cases no clause covers are not counted here. */
  close(party: number): void {
    const { rollup, sign, verdict } = this;
    this.verdict = OUTSIDE;
    if (verdict === OUTSIDE) return;
    const place = party * VERDICT_COUNT + verdict;
    rollup.caseCounts[place] = (rollup.caseCounts[place] ?? 0) + sign;
    if (verdict > PENDING) return;
    rollup.caseLow[party] = (rollup.caseLow[party] ?? 0) + sign * this.low;
    rollup.caseHigh[party] = (rollup.caseHigh[party] ?? 0) + sign * this.high;
  }
}

/** Adds outcomes of cases that one clause alone covers, in its clause and at pact level at once. */
export class SingleAdder {
  private readonly width: number;
  private readonly sumWidth: number;
  private readonly parties: number;
  private count = 0;
  private sum = 0;
  private caseCount = 0;
  private caseSum = 0;
  private low = 0;
  private high = 0;

  /** `counts` and `sums`: rows of rollups, see `rollupAt`. */
  constructor(
    private readonly layout: Layout,
    private readonly counts: Int32Array,
    private readonly sums: Float64Array,
  ) {
    this.width = layout.counts + layout.caseCounts;
    this.sumWidth = 2 * (layout.sums + layout.caseSums);
    this.parties = layout.parties.length;
  }

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
  weigh(judge: ClauseJudge, at: number, severity: number, outcome: number): void {
    if (outcome < 0 || (VERDICT_OF[ruleIn(outcome)] ?? OUTSIDE) > PENDING) {
      this.low = 0;
      this.high = 0;
      return;
    }
    judge.weigh(at, severity, outcome);
    this.low = judge.low;
    this.high = judge.high;
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

/** Counts as not covered whatever nothing else was counted of, by party out of all its cases. */
export function fillOutside(rollup: Rollup, cases: ArrayLike<number>): void {
  const { clauses, parties, counts, caseCounts } = rollup;
  const rest = (
    column: Int32Array,
    first: number,
    size: number,
    own: number,
    all: number,
  ): void => {
    let inside = 0;
    for (let at = 0; at < size; at += 1) if (at !== own) inside += column[first + at] ?? 0;
    column[first + own] = all - inside;
  };
  parties.forEach((_, party) => {
    const all = cases[party] ?? 0;
    clauses.forEach((__, clause) => {
      rest(counts, (clause * parties.length + party) * RULE_COUNT, RULE_COUNT, R1, all);
    });
    rest(caseCounts, party * VERDICT_COUNT, VERDICT_COUNT, OUTSIDE, all);
  });
}
