import { emptyRollup, unitsOf } from '@/bench/lab/rollup';
import { severityWeight } from '@/domain/compliance-index';
import type { Rollup } from '@/domain/lab/rollup';
import type { PolicyValues } from '@/domain/policy';
import { RULE_IDS, RULES, type RuleId, VERDICT_RANK, VERDICTS } from '@/domain/verdict';
import type { PlainFinding } from './finding';

const RULE_AT = Object.fromEntries(RULE_IDS.map((id, at) => [id, at])) as Record<RuleId, number>;
const RANK = Object.fromEntries(
  RULES.map(({ id, verdict }) => [id, VERDICT_RANK[verdict]]),
) as Record<RuleId, number>;
const NOT_COVERED = VERDICT_RANK.NOT_COVERED;
const isFound = (rank: number): boolean => rank < VERDICT_RANK.DISPUTED;
const isOpen = (rank: number): boolean =>
  rank === VERDICT_RANK.DISPUTED || rank === VERDICT_RANK.PENDING;

/** What a finding adds to V_low and V_high, in units of 2^-20 (method.md 4). */
export function contributionOf(
  { rule, linked, severity, b, u, m }: PlainFinding,
  policy: PolicyValues,
): { readonly low: number; readonly high: number } {
  const w = severityWeight(severity, policy);
  const rank = RANK[rule];
  if (isFound(rank)) return { low: unitsOf(b * w * m), high: unitsOf((b + u) * w * m) };
  const counts = isOpen(rank) && (rule !== 'R0' || linked);
  return { low: 0, high: counts ? unitsOf((b + u) * w) : 0 };
}

/** Adds findings up by clause, party and rule, and the gravest of each case by party. */
export class Tally {
  readonly rollup: Rollup;
  readonly #policy: PolicyValues;

  constructor(clauses: readonly string[], parties: readonly string[], policy: PolicyValues) {
    this.rollup = emptyRollup(clauses, parties);
    this.#policy = policy;
  }

  /** Adds the findings on one case, by clause; null: not covered. */
  add(party: number, findings: readonly (PlainFinding | null)[]): void {
    const { rollup } = this;
    let gravest: PlainFinding | null = null;
    findings.forEach((finding, clause) => {
      const cell = clause * rollup.parties.length + party;
      bump(rollup.counts, cell * RULE_IDS.length + RULE_AT[finding?.rule ?? 'R1'], 1);
      if (finding === null) return;
      const { low, high } = contributionOf(finding, this.#policy);
      bump(rollup.low, cell, low);
      bump(rollup.high, cell, high);
      if (gravest === null || this.#isGraver(finding, gravest)) gravest = finding;
    });
    this.#addCase(party, gravest);
  }

  #isGraver(one: PlainFinding, two: PlainFinding): boolean {
    const step = RANK[one.rule] - RANK[two.rule];
    const weight = ({ b, m, severity }: PlainFinding): number =>
      b * m * severityWeight(severity, this.#policy);
    return step < 0 || (step === 0 && weight(one) > weight(two));
  }

  #addCase(party: number, finding: PlainFinding | null): void {
    const { rollup } = this;
    const rank = finding === null ? NOT_COVERED : RANK[finding.rule];
    bump(rollup.caseCounts, party * VERDICTS.length + rank, 1);
    if (finding === null) return;
    const { low, high } = contributionOf(finding, this.#policy);
    bump(rollup.caseLow, party, low);
    bump(rollup.caseHigh, party, high);
  }
}

function bump(column: Int32Array | Float64Array, at: number, by: number): void {
  column[at] = (column[at] ?? 0) + by;
}
