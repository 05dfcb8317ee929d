import {
  complianceIndex,
  type IndexBand,
  type IndexedFinding,
  isOpen,
  isViolation,
  severityWeight,
} from '@/domain/compliance-index';
import { poissonBinomial } from '@/domain/poisson-binomial';
import type { PolicyValues } from '@/domain/policy';

/** One year of one party, six findings (method.md T12). */
export const YEAR: readonly IndexedFinding[] = [
  { verdict: 'VIOLATION_COMMISSION', b: 0.8, u: 0.12, severity: 4, m: 1 },
  { verdict: 'VIOLATION_OMISSION', b: 0.62, u: 0.22, severity: 3, m: 0.5 },
  { verdict: 'VIOLATION_OMISSION', b: 0.55, u: 0.3, severity: 2, m: 1 },
  { verdict: 'PENDING', b: 0.7, u: 0.15, severity: 3, m: 1 },
  { verdict: 'DISPUTED', b: 0.5, u: 0.2, severity: 4, m: 1 },
  { verdict: 'DISCHARGED', b: 0.6, u: 0.1, severity: 3, m: 1 },
];

export interface IndexLine {
  readonly finding: IndexedFinding;
  readonly weight: number;
  /** What it adds to each end of the expected weighted violations. */
  readonly low: number;
  readonly high: number;
}

export interface IndexExample {
  readonly lines: readonly IndexLine[];
  readonly band: IndexBand;
  /** Chance of 0, 1, 2, ... violations. */
  readonly distribution: readonly number[];
}

/** The year, finding by finding, and the band it gives. */
export function indexExample(policy: PolicyValues): IndexExample {
  const lines = YEAR.map((finding) => {
    const weight = severityWeight(finding.severity, policy);
    const { vLow, vHigh } = complianceIndex([finding], 1, policy);
    return { finding, weight, low: vLow, high: vHigh };
  });
  const violations = YEAR.filter(({ verdict }) => isViolation(verdict));
  return {
    lines,
    band: complianceIndex(YEAR, 1, policy),
    distribution: poissonBinomial(violations.map(({ b }) => b)),
  };
}

/** Findings of the year that still wait for something. */
export const openInYear = YEAR.filter(({ verdict }) => isOpen(verdict)).length;
