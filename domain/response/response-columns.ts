import { countedLevel } from '@/domain/clock';
import { endOf, type Instant, startOf } from '@/domain/dates';
import { runClock } from '@/domain/sweep/clock-rows';
import type { Sweep } from '@/domain/sweep/sheet';
import { PREDICATES, RULES } from '@/domain/verdict';

/** Levels of the response ladder whose time is measured (method.md 5): acknowledged, investigated, acted. */
export const RESPONSE_LEVELS = [2, 4, 5] as const;
export type ResponseLevel = (typeof RESPONSE_LEVELS)[number];

/** When the accused of each row knew, and when it first answered at each level; NaN: not by that day. */
export interface ResponseColumns {
  readonly knownAt: Float64Array;
  readonly reached: Readonly<Record<ResponseLevel, Float64Array>>;
  /** Highest level that counts, -1 where it only obstructed, 0 where it did nothing. */
  readonly highest: Int8Array;
}

const IN = PREDICATES.cov.indexOf('in');
const CLOCKED = RULES.map(({ id }) => ['R11', 'R12', 'R13', 'R14'].includes(id));
const COMMITTED = RULES.map(({ id }) => id === 'R4');

/**
 * When the accused knew. A violation by commission runs no clock of its own, but what it knew and
 * answered is told all the same, where the clause has a due-diligence part that it owes.
 */
function knownOf(sweep: Sweep, row: number): Instant {
  const { columns, tests, setting } = sweep;
  const rule = sweep.rule[row] ?? -1;
  if (CLOCKED[rule] === true) return sweep.knownAt[row] ?? Number.NaN;
  const test = tests[sweep.clause[row] ?? -1];
  if (COMMITTED[rule] !== true || sweep.coverage[row] !== IN || test === undefined)
    return Number.NaN;
  const cell = sweep.cell[row] ?? -1;
  const severity = sweep.severity[row] ?? 1;
  const limbs = (columns.cells.dutyLimbs[cell] ?? 0) & test.dutyLimbs;
  if (severity < test.dutyFloor || limbs === 0) return Number.NaN;
  const incident = sweep.incident[row] ?? -1;
  const accused = columns.partitions[sweep.partition[row] ?? -1]?.state ?? null;
  const states = columns.stateCount[incident] ?? 1;
  const ordinal = (cell - (columns.cellFrom[incident] ?? 0)) % states;
  const duty = runClock(columns, test, setting, { incident, ordinal, accused }, severity);
  return duty?.knownAt ?? Number.NaN;
}

/** Reads the answers of every row once; what a filter leaves is then only counted. */
export function responseColumns(sweep: Sweep): ResponseColumns {
  const { columns, setting, rows } = sweep;
  const { asOf, policy } = setting;
  const none = (): Float64Array => new Float64Array(rows).fill(Number.NaN);
  const knownAt = none();
  const reached = { 2: none(), 4: none(), 5: none() };
  const highest = new Int8Array(rows);
  for (let row = 0; row < rows; row += 1) {
    const known = knownOf(sweep, row);
    if (Number.isNaN(known) || known > asOf) continue;
    knownAt[row] = known;
    const accused = columns.partitions[sweep.partition[row] ?? -1]?.state;
    let top = 0;
    let obstructed = false;
    for (const reply of columns.incidents[sweep.incident[row] ?? -1]?.responses ?? []) {
      const at = startOf(reply.at);
      if (reply.by !== accused || at > asOf) continue;
      const level = countedLevel(reply, policy);
      const told = at <= known && known <= endOf(reply.at) ? known : Math.max(at, known);
      top = Math.max(top, level);
      obstructed ||= level === -1;
      for (const asked of RESPONSE_LEVELS)
        if (level >= asked && !((reached[asked][row] ?? 0) <= told)) reached[asked][row] = told;
    }
    highest[row] = top === 0 && obstructed ? -1 : top;
  }
  return { knownAt, reached, highest };
}
