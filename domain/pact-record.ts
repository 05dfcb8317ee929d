import type { Finding } from './finding';
import type { Verdict } from './verdict';
import { countVerdicts } from './verdict-counts';

/** What became of one clause on the record: how often it was tested, with what outcome. */
export interface ClauseRecord {
  readonly clause: string;
  /** Findings the clause was applied to: everything but NOT_COVERED. */
  readonly tested: number;
  readonly violations: number;
  /** The record does not let the test be answered: a fact is missing, or the occurrence unverified (R0, R2, R3). */
  readonly undecidable: number;
  readonly counts: Readonly<Record<Verdict, number>>;
}

const UNDECIDABLE: ReadonlySet<string> = new Set(['R0', 'R2', 'R3']);

/** The record of one clause. Its findings are one per incident and accused state. */
export function clauseRecord(clause: string, findings: readonly Finding[]): ClauseRecord {
  const own = findings.filter((finding) => finding.clause === clause);
  const counts = countVerdicts(own);
  return {
    clause,
    tested: own.length - counts.NOT_COVERED,
    violations: counts.VIOLATION_COMMISSION + counts.VIOLATION_OMISSION,
    undecidable: own.filter(({ rule }) => UNDECIDABLE.has(rule)).length,
    counts,
  };
}
