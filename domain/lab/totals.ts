import { RULES, VERDICTS } from '@/domain/verdict';
import { MOST_AT_ONCE } from './at-once';
import type { Batch } from './batch';
import type { ClauseJudge } from './clause-judge';
import type { Match } from './matching';
import type { Rollup } from './rollup';
import { VERDICT_OF } from './rules';
import { ruleIn } from './settled';

const PENDING = VERDICTS.indexOf('PENDING');
const OUTSIDE = VERDICTS.indexOf('NOT_COVERED');
const RULE_COUNT = RULES.length;
const VERDICT_COUNT = VERDICTS.length;

/** An outcome is a rule, LATE and LINKED. */
const OUTCOMES = 64;

/** By outcome: 1 where it weighs, being a violation, pending or disputed. */
const WEIGHS = Uint8Array.from({ length: OUTCOMES }, (_, outcome) =>
  (VERDICT_OF[ruleIn(outcome)] ?? OUTSIDE) <= PENDING ? 1 : 0,
);

/** The outcomes of a batch of cases of one party under every clause that matches them. */
export interface Judged {
  readonly batch: Batch;
  readonly party: number;
  readonly matches: readonly Match[];
  /** Case by case, a match after the other, from `first` on. */
  readonly outcomes: Uint8Array;
  readonly first: number;
}

/** Adds batches of outcomes up: what `Adder` does case by case, rule by rule. */
export class Totals {
  private readonly counted = new Int32Array(OUTCOMES);
  /** Places of outcomes that weigh. */
  private readonly weighing = new Uint32Array(MOST_AT_ONCE);
  /** By outcome of cases that several clauses match: what it adds, and its p * w * m. */
  private low = new Float64Array(MOST_AT_ONCE);
  private high = new Float64Array(MOST_AT_ONCE);
  private weight = new Float64Array(MOST_AT_ONCE);

  constructor(private readonly rollup: Rollup) {}

  private makeRoom(size: number): void {
    if (this.low.length >= size) return;
    this.low = new Float64Array(size);
    this.high = new Float64Array(size);
    this.weight = new Float64Array(size);
  }

  add(judged: Judged, judges: readonly ClauseJudge[]): void {
    const { matches } = judged;
    this.makeRoom(matches.length * MOST_AT_ONCE);
    for (let one = 0; one < matches.length; one += 1) {
      const match = matches[one];
      const judge = match === undefined ? undefined : judges[match.clause];
      if (match !== undefined && judge !== undefined) this.addMatch(judged, one, match, judge);
    }
    if (matches.length > 1) this.addCases(judged);
  }

  /** How often each outcome of a match occurs, and which of them weigh. */
  private count({ batch, outcomes, first, matches }: Judged, one: number): number {
    const { counted, weighing } = this;
    const step = matches.length;
    counted.fill(0);
    let found = 0;
    for (let at = 0; at < batch.size; at += 1) {
      const outcome = outcomes[first + one + at * step] ?? 0;
      counted[outcome] = (counted[outcome] ?? 0) + 1;
      weighing[found] = at;
      found += WEIGHS[outcome] ?? 0;
    }
    return found;
  }

  private addMatch(judged: Judged, one: number, match: Match, judge: ClauseJudge): void {
    const { batch, outcomes, first, party, matches } = judged;
    const { rollup, weighing } = this;
    const step = matches.length;
    const found = this.count(judged, one);
    const cell = match.clause * rollup.parties.length + party;
    this.addCounts(cell, step === 1 ? party : -1);
    const written = { outcomes, first: first + one, step };
    judge.weighing.weighBatch(batch, weighing, found, match.severity, written);
    let low = 0;
    let high = 0;
    for (let at = 0; at < found; at += 1) {
      low += batch.low[at] ?? 0;
      high += batch.high[at] ?? 0;
    }
    for (let at = 0; at < found && step > 1; at += 1) {
      const own = (weighing[at] ?? 0) * step + one;
      this.low[own] = batch.low[at] ?? 0;
      this.high[own] = batch.high[at] ?? 0;
      this.weight[own] = batch.weight[at] ?? 0;
    }
    rollup.low[cell] = (rollup.low[cell] ?? 0) + low;
    rollup.high[cell] = (rollup.high[cell] ?? 0) + high;
    if (step > 1) return;
    rollup.caseLow[party] = (rollup.caseLow[party] ?? 0) + low;
    rollup.caseHigh[party] = (rollup.caseHigh[party] ?? 0) + high;
  }

  /** Adds what was counted to a cell and, where one clause alone covers the cases, to a party. */
  private addCounts(cell: number, party: number): void {
    const { counted, rollup } = this;
    for (let outcome = 0; outcome < OUTCOMES; outcome += 1) {
      const own = counted[outcome] ?? 0;
      if (own === 0) continue;
      const rule = ruleIn(outcome);
      const place = cell * RULE_COUNT + rule;
      rollup.counts[place] = (rollup.counts[place] ?? 0) + own;
      const verdict = VERDICT_OF[rule] ?? OUTSIDE;
      if (party < 0 || verdict === OUTSIDE) continue;
      const whole = party * VERDICT_COUNT + verdict;
      rollup.caseCounts[whole] = (rollup.caseCounts[whole] ?? 0) + own;
    }
  }

  /** At pact level the gravest outcome of each case counts; of two as grave the larger p * w * m, else the first (method.md 4). */
  private addCases({ batch, outcomes, first, party, matches }: Judged): void {
    const { rollup } = this;
    const step = matches.length;
    const size = batch.size * step;
    let lows = 0;
    let highs = 0;
    for (let own = 0; own < size; own += step) {
      let verdict = OUTSIDE;
      let gravest = own;
      for (let one = own; one < own + step; one += 1) {
        const now = VERDICT_OF[ruleIn(outcomes[first + one] ?? 0)] ?? OUTSIDE;
        if (now > verdict) continue;
        if (now === verdict) {
          if (now > PENDING || (this.weight[one] ?? 0) <= (this.weight[gravest] ?? 0)) continue;
        }
        verdict = now;
        gravest = one;
      }
      if (verdict === OUTSIDE) continue;
      const whole = party * VERDICT_COUNT + verdict;
      rollup.caseCounts[whole] = (rollup.caseCounts[whole] ?? 0) + 1;
      if (verdict > PENDING) continue;
      lows += this.low[gravest] ?? 0;
      highs += this.high[gravest] ?? 0;
    }
    rollup.caseLow[party] = (rollup.caseLow[party] ?? 0) + lows;
    rollup.caseHigh[party] = (rollup.caseHigh[party] ?? 0) + highs;
  }
}
