import { type Timing, timedEach } from './measure';
import type { ClauseRollup } from './rollup';

/** A slider moved over places that were prepared. */
export interface Walk {
  /** A step to the next place, read whole. */
  readonly step: Timing;
  /** A leap to any place, read whole. */
  readonly leap: Timing;
}

/** Reads every number of a rollup: what a chart would draw. */
function read({ counts, low, high }: ClauseRollup): number {
  let sum = 0;
  for (let at = 0; at < counts.length; at += 1) sum += counts[at] ?? 0;
  for (let at = 0; at < low.length; at += 1) sum += (low[at] ?? 0) + (high[at] ?? 0);
  return sum;
}

const STEPS = 2000;

/** To and fro over the places, one by one; then any of them. */
export function walk(places: readonly number[], to: (place: number) => ClauseRollup): Walk {
  const there = [...places, ...[...places].reverse()];
  const steps = Array.from({ length: STEPS }, (_, at) => there[at % there.length] ?? 0);
  const leaps = steps.map((_, at) => places[(at * 7919) % places.length] ?? 0);
  const go = (place: number) => read(to(place));
  timedEach(steps, go);
  return { step: timedEach(steps, go), leap: timedEach(leaps, go) };
}
