import type { Rows } from '@/components/frame/save';
import { type CaseFlip, type FoundBySide, foundWords } from '@/domain/lab/case-flip';

const sideCells = (clause: string | null, found: FoundBySide) =>
  found.verdict === null
    ? [clause, null, null, foundWords(found)]
    : [clause, found.verdict, found.rule, found.reason];

/** Flips as rows of a file, with their head: a side without such a clause or party says so as its reason. */
export function flipRowsOf(flips: readonly CaseFlip[]): Rows {
  const side = (name: string) => [
    ...[`clause_${name}`, `verdict_${name}`, `rule_${name}`, `reason_${name}`],
  ];
  return [
    ['incident', 'title', 'started', 'precision', 'accused', ...side('a'), ...side('b')],
    ...flips.map(({ incident, title, started, accused, clauseA, clauseB, a, b }) => [
      ...[incident, title, started.date, started.precision, accused],
      ...sideCells(clauseA, a),
      ...sideCells(clauseB, b),
    ]),
  ];
}
