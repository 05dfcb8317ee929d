import { gravestFirst } from './confidence';
import { type Listed, type RunningClocks, runningClocks } from './deadlines';
import type { Setting } from './finding';
import { groupBy } from './group';
import { type PartySums, type Period, partySums } from './standing';
import type { Selection, ShownFinding } from './standing-shape';
import { ROW_LIMIT } from './standing-view';
import { chartPeriod, monthOf, type YearsByClause, yearsByClause } from './trend';
import { countVerdictsBy, type VerdictCounts } from './verdict-counts';

/** What a standing view adds up of a selection, whatever the size of its bins. */
export interface StandingSums {
  /** Of counted findings; a party without any is not there. */
  readonly parties: ReadonlyMap<string, PartySums>;
  /** From the first onset of a counted finding that is covered to the last. */
  readonly covered: Period | null;
  /** Counted findings by month of onset. */
  readonly months: VerdictCounts<number>;
  /** Covered findings, by clause. */
  readonly years: YearsByClause;
  /** Counted findings that are covered: those listed, the gravest first. */
  readonly confidence: Listed<ShownFinding>;
  readonly clocks: RunningClocks<ShownFinding>;
}

/** Adds up findings at hand: the plain way, which the sums over a sweep must equal. */
export function sumsOf(
  { findings, counted }: Selection,
  { policy: { values } }: Pick<Setting, 'policy'>,
): StandingSums {
  const covered = counted.filter(({ verdict }) => verdict !== 'NOT_COVERED');
  return {
    parties: new Map(
      [...groupBy(counted, ({ party }) => party)].map(([party, own]) => [
        party,
        partySums(own, values),
      ]),
    ),
    covered: chartPeriod(counted, null),
    months: countVerdictsBy(counted, monthOf),
    years: yearsByClause(findings),
    confidence: { first: gravestFirst(covered, values, ROW_LIMIT), total: covered.length },
    clocks: runningClocks(findings),
  };
}
