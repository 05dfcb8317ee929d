import { CELL, STATE_CELL } from './bits';
import type { ClauseTest } from './clause-test';
import type { Columns } from './columns';

/** Predicate words as numbers, in order of rank. */
export const WORD = { UNMET: 0, CONTESTED: 1, MET: 2 } as const;

const CONTESTED_BY = CELL.RIVAL | CELL.CONFLICT | CELL.OBJECTED;

/** Whether the accused admitted its own responsibility, as the clause sees it. */
export function stateAdmitted({ cells }: Columns, test: ClauseTest, cell: number): boolean {
  return (
    ((test.states.bits[cell] ?? 0) & STATE_CELL.ADMITTED) !== 0 ||
    (test.adopts && ((cells.bits[cell] ?? 0) & CELL.ENDORSED) !== 0)
  );
}

/** The state predicate of `answers`, over columns, before the floor of severity. */
function stateBelief({ cells }: Columns, test: ClauseTest, cell: number): number {
  const { theta } = test.clause;
  const { states } = test;
  if ((states.lower[cell] ?? 0) < theta.state) return WORD.UNMET;
  const corroborated =
    (states.clusters[cell] ?? 0) >= theta.minClusters ||
    ((states.bits[cell] ?? 0) & STATE_CELL.CONVICTED) !== 0;
  if (!corroborated) return WORD.UNMET;
  const contested = CONTESTED_BY | CELL.STATE_OBJECTED;
  return ((cells.bits[cell] ?? 0) & contested) !== 0 ? WORD.CONTESTED : WORD.MET;
}

/** The state predicate, its floor applied. */
export function stateWord(
  columns: Columns,
  test: ClauseTest,
  cell: number,
  severity: number,
): number {
  if (severity < test.clause.minSeverity.commission) return WORD.UNMET;
  return stateAdmitted(columns, test, cell) ? WORD.MET : stateBelief(columns, test, cell);
}

function linkBelief({ cells }: Columns, test: ClauseTest, cell: number): number {
  const { theta } = test.clause;
  const bits = cells.bits[cell] ?? 0;
  if ((cells.linkLower[cell] ?? 0) < theta.link) return WORD.UNMET;
  const corroborated =
    (cells.linkClusters[cell] ?? 0) >= theta.minClusters || (bits & CELL.LINK_CONVICTED) !== 0;
  if (!corroborated) return WORD.UNMET;
  return (bits & CONTESTED_BY) !== 0 ? WORD.CONTESTED : WORD.MET;
}

/** The link predicate, raised to the state predicate. */
export function linkWord(
  columns: Columns,
  test: ClauseTest,
  cell: number,
  severity: number,
): number {
  const bits = columns.cells.bits[cell] ?? 0;
  if ((bits & CELL.LINK_ADMITTED) !== 0 || stateAdmitted(columns, test, cell)) return WORD.MET;
  return Math.max(linkBelief(columns, test, cell), stateWord(columns, test, cell, severity));
}
