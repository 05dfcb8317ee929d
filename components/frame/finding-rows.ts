import type { FindingRow } from '@/domain/standing-view';
import type { Rows } from './save';

/** Findings as rows of a file, with their head. */
export function findingRowsOf(findings: readonly FindingRow[]): Rows {
  return [
    [
      ...['incident', 'title', 'started', 'precision', 'clause', 'accused', 'verdict', 'rule'],
      ...['reason', 'severity', 'question', 'believed', 'possible', 'threshold'],
      ...['factor', 'flags'],
    ],
    ...findings.map((row) => [
      ...[row.incident, row.title, row.started.date, row.started.precision, row.clause],
      ...[row.accused, row.verdict, row.rule, row.reason, row.severity, row.question],
      ...[row.lower, row.upper, row.threshold, row.factor, row.flags.join(' ')],
    ]),
  ];
}
