import type { Pact } from '@/domain/pact';
import { fillOutside } from './adder';
import type { Day } from './day';
import { type Scored, scored } from './engine';
import { Filling } from './filling';
import { type Laid, layOut, type Question } from './laid';
import { type Layout, type Rollup, rollupAt } from './rollup';
import type { Axis } from './scale';
import { TimeFilling } from './time-filling';

/** A rollup for every place of an axis: moving along it costs nothing more, whatever the corpus. */
export interface Cube {
  readonly axis: Axis;
  readonly clause: string | null;
  /** By place, rising: numbers of a slider, or instants. */
  readonly values: Float64Array;
  readonly layout: Layout;
  readonly counts: Int32Array;
  readonly sums: Float64Array;
}

/** Adds every row to the next: from what turns at a place to what stands there. */
function accumulate(rows: Int32Array | Float64Array, width: number): void {
  for (let at = width; at < rows.length; at += 1)
    rows[at] = (rows[at] ?? 0) + (rows[at - width] ?? 0);
}

/**
 * Prepares an axis over what was laid out: the rollup at every place of a number of one clause, or of
 * all (`clause` null), everything else as the pact has it. For the axis `from` what is laid out is of
 * any time. `standing`: what it scores as the pact stands, where that is known.
 */
export function prepareLaid(
  laid: Laid,
  pact: Pact,
  axis: Axis,
  clause: string | null,
  standing: Scored | null = null,
): Cube {
  const { layout } = laid;
  const filling = laid.anyTime
    ? new TimeFilling(laid, pact)
    : new Filling(laid, pact, axis, clause);
  const known = standing ?? scored(laid, pact);
  if (filling instanceof TimeFilling) filling.fill(known.outcomes);
  else filling.fill(known);
  const { counts, sums, values } = filling;
  accumulate(counts, counts.length / values.length);
  accumulate(sums, sums.length / values.length);
  fillOutside(layout, counts, values.length, laid.against);
  return { axis, clause, values, layout, counts, sums };
}

/** Prepares an axis of a corpus on a day; at every place it equals `score` with that number (property test). */
export function prepare(day: Day, question: Question, axis: Axis, clause: string | null): Cube {
  const anyTime = axis === 'from' && question.pact.kind === 'hypothetical';
  return prepareLaid(layOut(day, question, anyTime), question.pact, axis, clause);
}

/** The rollup at a place of a cube. */
export const at = ({ layout, counts, sums }: Cube, place: number): Rollup =>
  rollupAt(layout, counts, sums, place);

/** Adds one cube to another of the same pact along the same axis. */
export function plusCube(one: Cube, other: Cube): Cube {
  const [counts, sums] = [one.counts.slice(), one.sums.slice()];
  for (let at = 0; at < counts.length; at += 1)
    counts[at] = (counts[at] ?? 0) + (other.counts[at] ?? 0);
  for (let at = 0; at < sums.length; at += 1) sums[at] = (sums[at] ?? 0) + (other.sums[at] ?? 0);
  return { ...one, counts, sums };
}
