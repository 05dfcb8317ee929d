import type { Rows } from '@/components/frame/save';
import type { Flip } from '@/domain/lab/flips';

/** Findings that turn as rows of a file, with their head. */
export function flipRows(flips: readonly Flip[]): Rows {
  return [
    [
      ...['incident', 'title', 'started', 'precision', 'clause', 'accused', 'from', 'from rule'],
      ...['to', 'to rule', 'reason', 'severity'],
    ],
    ...flips.map((flip) => [
      ...[flip.incident, flip.title, flip.started.date, flip.started.precision, flip.clause],
      ...[flip.accused, flip.from, flip.fromRule, flip.to, flip.toRule, flip.reason],
      flip.severity,
    ]),
  ];
}
