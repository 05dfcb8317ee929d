import { severityWeights } from './compliance-index';
import type { Dated } from './dates';
import { firstInOrder } from './first';
import type { Clause } from './pact';
import type { PolicyValues } from './policy';
import type { StandingFinding } from './standing';
import { type FindingRow, ROW_LIMIT } from './standing-view';
import { VERDICT_RANK } from './verdict';

/** What the list of intervals reads of a finding. */
export interface IntervalFinding extends StandingFinding {
  readonly clause: string;
  readonly title: string;
  readonly started: Dated;
  readonly ended: Dated | null;
  readonly ongoing: boolean;
}

/** What is looked up only for the rows that are shown. */
export interface FindingDetail {
  readonly reason: string;
  readonly flags: readonly string[];
  /** The published finding that says the same; null where nobody signed it. */
  readonly signed: string | null;
  readonly victims: readonly string[];
}

const dayOf = ({ date, precision }: Dated) => ({ date, precision });

/** The question a verdict turns on: responsibility under R4 and R7, else the link (method.md 4). */
export const questionOf = ({ rule }: Pick<StandingFinding, 'rule'>): 'link' | 'state' =>
  rule === 'R4' || rule === 'R7' ? 'state' : 'link';

export interface RowQuestion<F> {
  readonly clauses: readonly Clause[];
  readonly detail: (finding: F) => FindingDetail;
}

/** Rows of a list, and how many there are in all. */
export interface FindingRows {
  readonly rows: FindingRow[];
  readonly total: number;
}

/** Findings in the order of a list: the gravest first, then the weightiest, at most `limit`. */
export function gravestFirst<F extends IntervalFinding>(
  findings: readonly F[],
  policy: PolicyValues,
  limit: number,
): F[] {
  const weights = severityWeights(policy);
  const weightOf = ({ b, m, severity }: F): number => b * m * (weights[severity] ?? 0);
  const order = (one: F, two: F): number =>
    VERDICT_RANK[one.verdict] - VERDICT_RANK[two.verdict] ||
    weightOf(two) - weightOf(one) ||
    (one.incident < two.incident ? -1 : one.incident > two.incident ? 1 : 0);
  return firstInOrder(findings, limit, order);
}

/** Findings that name an accused state as rows. */
export function findingRows<F extends IntervalFinding>(
  findings: readonly F[],
  { clauses, detail }: RowQuestion<F>,
): FindingRow[] {
  return findings.flatMap((finding) => {
    const { accused } = finding;
    const clause = clauses.find(({ id }) => id === finding.clause);
    if (accused === null || clause === undefined) return [];
    const question = questionOf(finding);
    const { reason, flags, signed, victims } = detail(finding);
    return [
      {
        incident: finding.incident,
        title: finding.title,
        started: dayOf(finding.started),
        ended: finding.ended === null ? null : dayOf(finding.ended),
        ongoing: finding.ongoing,
        clause: finding.clause,
        accused,
        verdict: finding.verdict,
        rule: finding.rule,
        severity: finding.severity,
        question,
        lower: finding.b,
        upper: Math.min(1, finding.b + finding.u),
        threshold: clause.theta[question],
        factor: finding.m,
        reason,
        flags,
        signed,
        victims,
        link: finding.link.predicate,
      },
    ];
  });
}

/** The rows of a list of intervals: the gravest first, at most `ROW_LIMIT`; `total` counts all. */
export const confidenceOf = <F extends IntervalFinding>(
  findings: readonly F[],
  policy: PolicyValues,
  question: RowQuestion<F>,
): FindingRows => ({
  rows: findingRows(gravestFirst(findings, policy, ROW_LIMIT), question),
  total: findings.length,
});
