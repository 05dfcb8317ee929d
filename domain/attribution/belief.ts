import { CELL, STATE_CELL } from '@/domain/sweep/bits';
import type { Sweep } from '@/domain/sweep/sheet';
import { stateAdmitted } from '@/domain/sweep/words';

/** What the record holds against the accused of one row of a sweep. */
export interface Belief {
  /** Belief that the act is linked to the state, and that the state is responsible, 0 to 1. */
  readonly link: number;
  readonly state: number;
  /** Whether each belief rests on enough clusters, on a conviction or on an admission. */
  readonly linkHeld: boolean;
  readonly stateHeld: boolean;
  readonly linkAdmitted: boolean;
  readonly stateAdmitted: boolean;
  readonly unattributed: number;
  readonly conflict: number;
}

/** Reads the beliefs of a row from the columns it was scored from (method.md 2.4). */
export function beliefAt(sweep: Sweep, row: number): Belief {
  const { columns, tests } = sweep;
  const test = tests[sweep.clause[row] ?? -1];
  if (test === undefined) throw new RangeError(`the sweep has no row ${row}`);
  const { cells } = columns;
  const cell = sweep.cell[row] ?? -1;
  const point = sweep.point[row] ?? -1;
  const bits = cells.bits[cell] ?? 0;
  const { minClusters } = test.clause.theta;
  const byState = stateAdmitted(columns, test, cell);
  const byLink = byState || (bits & CELL.LINK_ADMITTED) !== 0;
  const convicted = ((test.states.bits[cell] ?? 0) & STATE_CELL.CONVICTED) !== 0;
  const { admissionBelief } = columns.policy.values;
  const link = cells.linkLower[cell] ?? 0;
  const state = test.states.lower[cell] ?? 0;
  return {
    link: byLink ? Math.max(link, admissionBelief) : link,
    state: byState ? Math.max(state, admissionBelief) : state,
    linkHeld:
      byLink ||
      (bits & CELL.LINK_CONVICTED) !== 0 ||
      (cells.linkClusters[cell] ?? 0) >= minClusters,
    stateHeld: byState || convicted || (test.states.clusters[cell] ?? 0) >= minClusters,
    linkAdmitted: byLink,
    stateAdmitted: byState,
    unattributed: columns.unattributed[point] ?? 1,
    conflict: columns.conflict[point] ?? 0,
  };
}
