import type { PolicyValues } from './policy';
import type { Verdict } from './verdict';

/** What the index reads of a finding (method.md 4): belief `b`, width `u`, severity 1-5, factor `m`. */
export interface IndexedFinding {
  readonly verdict: Verdict;
  readonly b: number;
  readonly u: number;
  readonly severity: number;
  readonly m: number;
  /** False where a PENDING case under R0 has no link: it stays out of the band. */
  readonly inBand?: boolean;
}

/** Compliance index, 0 to 100, unrounded: `high` is the point (presumption of compliance), `low` the other end. */
export interface IndexBand {
  readonly vLow: number;
  readonly vHigh: number;
  readonly low: number;
  readonly high: number;
}

/** Weight of a severity: 1, 2, 4, 8, 16. */
export function severityWeight(severity: number, policy: PolicyValues): number {
  return policy.severityWeightBase ** (severity - 1);
}

/** The same by severity, as a table: the place of a severity holds its weight. */
export const severityWeights = (policy: PolicyValues): readonly number[] =>
  [0, 1, 2, 3, 4, 5].map((severity) => severityWeight(severity, policy));

export const isViolation = (verdict: Verdict): boolean =>
  verdict === 'VIOLATION_COMMISSION' || verdict === 'VIOLATION_OMISSION';
export const isOpen = (verdict: Verdict): boolean =>
  verdict === 'PENDING' || verdict === 'DISPUTED';

/** Expected weighted violations, lower and upper (method.md 4). */
export type ExpectedViolations = Pick<IndexBand, 'vLow' | 'vHigh'>;

/** The sum of numbers, the same to the last digit in whatever order they come. */
export const sumInAnyOrder = (terms: readonly number[]): number =>
  Float64Array.from(terms)
    .sort()
    .reduce((sum, term) => sum + term, 0);

/**
 * Expected weighted violations: V_low counts what is found; V_high adds the evidential width and
 * what is pending or disputed. Pending and disputed cases never change V_low, and m does not apply
 * to them. In whatever order the findings come, since that may turn on the names of states.
 */
export function expectedViolations(
  findings: readonly IndexedFinding[],
  policy: PolicyValues,
): ExpectedViolations {
  const low: number[] = [];
  const high: number[] = [];
  for (const { verdict, b, u, severity, m, inBand = true } of findings) {
    const weight = severityWeight(severity, policy);
    if (isViolation(verdict)) {
      low.push(b * weight * m);
      high.push((b + u) * weight * m);
    } else if (isOpen(verdict) && inBand) high.push((b + u) * weight);
  }
  return { vLow: sumInAnyOrder(low), vHigh: sumInAnyOrder(high) };
}

/** The index band that expected violations give over `years` in force. */
export function indexBand(
  { vLow, vHigh }: ExpectedViolations,
  years: number,
  policy: PolicyValues,
): IndexBand {
  const index = (v: number): number => 100 * Math.exp(-v / (policy.indexScale * years));
  return { vLow, vHigh, low: index(vHigh), high: index(vLow) };
}

/** The index band of findings over `years` in force. */
export const complianceIndex = (
  findings: readonly IndexedFinding[],
  years: number,
  policy: PolicyValues,
): IndexBand => indexBand(expectedViolations(findings, policy), years, policy);

/** Weight of an event of some age in the current standing: halves every 24 months (method.md 4). */
export function decay(ageMonths: number, policy: PolicyValues): number {
  return 2 ** (-ageMonths / policy.standingHalfLifeMonths);
}
