import type { Instant } from '@/domain/dates';
import { type Duty, duty } from '@/domain/duty';
import type { Setting } from '@/domain/finding';
import { CELL } from './bits';
import type { SweptCase } from './cases';
import type { ClauseTest } from './clause-test';
import type { Columns } from './columns';
import { linkWord } from './words';

/** First instant at which the public record made link met under a clause: `linkMetAt`, over columns. */
export function linkMetIn(
  columns: Columns,
  test: ClauseTest,
  incident: number,
  ordinal: number,
  severity: number,
  asOf: Instant,
): Instant | null {
  const from = columns.pointFrom[incident] ?? 0;
  const to = columns.pointFrom[incident + 1] ?? from;
  const states = columns.stateCount[incident] ?? 0;
  const first = columns.cellFrom[incident] ?? 0;
  for (let point = from; point < to; point += 1) {
    const at = columns.pointAt[point] ?? Infinity;
    if (at > asOf) return null;
    const cell = first + (point - from) * states + ordinal;
    if (((columns.cells.bits[cell] ?? 0) & CELL.TURN) === 0) continue;
    if (linkWord(columns, test, cell, severity) === 2) return at;
  }
  return null;
}

/** Runs the clock of one case: the few that reach it ask the explaining path's own function. */
export function runClock(
  columns: Columns,
  test: ClauseTest,
  { asOf, policy }: Setting,
  { incident: at, ordinal, accused }: Pick<SweptCase, 'incident' | 'ordinal' | 'accused'>,
  severity: number,
): Duty | null {
  const incident = columns.incidents[at];
  const windows = test.clause.dueDiligence;
  if (incident === undefined || windows === null || accused === null) return null;
  const met = linkMetIn(columns, test, at, ordinal, severity, asOf);
  return met === null
    ? null
    : duty({ incident, windows, accused, severity, linkMetAt: met, asOf, policy });
}
