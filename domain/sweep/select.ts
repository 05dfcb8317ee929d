import type { SignedAs } from '@/domain/standing';
import type { Selection, ShownFinding, StandingRecord } from '@/domain/standing-shape';
import type { StandingFilter } from '@/domain/standing-view';
import { VERDICTS } from '@/domain/verdict';
import { type Chosen, choose, countsOtherwise, type Rows } from './choose';
import type { Sweep } from './sheet';
import { shownAt } from './shown';
import { sumsOver } from './sums';

/**
 * The selection of a standing view from a sweep, and what it adds up to: over columns, so that only
 * the rows that are listed become objects. They equal `selectFrom` and `sumsOf` (property test).
 * Rows are made once and kept. `signedAs` null: nothing is signed.
 */
export function selectFromSweep(
  sweep: Sweep,
  signedAs: SignedAs<ShownFinding> | null,
): Pick<StandingRecord, 'select' | 'sums'> {
  const made = new Array<ShownFinding | undefined>(sweep.rows);
  const plain = (row: number): ShownFinding => {
    const finding = made[row] ?? shownAt(sweep, row);
    made[row] = finding;
    return finding;
  };
  const shown = (row: number, verdict: number): ShownFinding =>
    countsOtherwise(sweep, row, verdict)
      ? { ...plain(row), verdict: VERDICTS[verdict] ?? 'NOT_COVERED', m: 1 }
      : plain(row);
  const all = ({ rows, verdicts }: Rows): ShownFinding[] =>
    Array.from(rows, (row, at) => shown(row, verdicts[at] ?? 0));
  const chosenBy = (filter: StandingFilter): Chosen =>
    choose(sweep, filter, (row) => signedAs?.(plain(row)) ?? null);
  return {
    select: (filter): Selection => {
      const { covered, counted } = chosenBy(filter);
      return { findings: all(covered), counted: all(counted) };
    },
    sums: (filter) => sumsOver(sweep, chosenBy(filter), shown),
  };
}
