import type { Rollup } from '@/domain/lab/rollup';
import { type Axis, valuesOf } from '@/domain/lab/scale';
import { SLIDER_IDS, SLIDERS, type SliderId } from '@/domain/lab/sliders';
import { withChanges } from '@/domain/lab/variant';
import { type Corpus, SETTING } from './corpus';
import { openCrossfilter } from './crossfilter';
import { OURS } from './full-score';
import { type Timing, tidy, timed, timedEach, timingOf } from './measure';
import { type Grabbed, grab, scoreOurs, stand } from './ours';
import { BENCH_PACT } from './pact';
import { plainQuestion, plainScore } from './plain/loop';
import { type ClauseRollup, clauseHash, rollupHash } from './rollup';

/** One slider of all ten clauses, with one engine. */
export interface SlideLine {
  readonly incidents: number;
  readonly engine: string;
  readonly axis: Axis;
  readonly places: number;
  /** From the press to the first place. */
  readonly grab: Timing;
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
function walk(places: readonly number[], to: (place: number) => ClauseRollup) {
  const there = [...places, ...[...places].reverse()];
  const steps = Array.from({ length: STEPS }, (_, at) => there[at % there.length] ?? 0);
  const leaps = steps.map((_, at) => places[(at * 7919) % places.length] ?? 0);
  const go = (place: number) => read(to(place));
  timedEach(steps, go);
  return { step: timedEach(steps, go), leap: timedEach(leaps, go) };
}

const variant = (axis: SliderId, value: number) =>
  withChanges(BENCH_PACT, [{ slider: axis, clause: null, value }]);

/** Up to this size every place is compared; beyond it a dozen. */
const MANY = 200_000;

/** So many places, from the first to the last. */
const spread = (last: number, count: number): Set<number> =>
  new Set(Array.from({ length: count }, (_, at) => Math.round((last * at) / (count - 1))));

/** Places equal a full score of their variant; at a few, that equals the plain loop too. */
function demandSame({ incidents, ours, rows }: Corpus, axis: SliderId, grabbed: Grabbed): void {
  const { values } = grabbed;
  const last = values.length - 1;
  const compared = spread(last, incidents > MANY ? 12 : values.length);
  const plain = rows.length === 0 ? new Set<number>() : spread(last, incidents > MANY ? 2 : 6);
  for (const place of new Set([...compared, ...plain])) {
    const value = values[place] ?? 0;
    const pact = variant(axis, value);
    const expected = rollupHash(scoreOurs(ours, pact, SETTING));
    const oracle = plain.has(place)
      ? rollupHash(plainScore(rows, plainQuestion(pact, SETTING)))
      : expected;
    if (rollupHash(grabbed.at(place)) !== expected || expected !== oracle)
      throw new Error(`${axis} at ${value}: the prepared sums are not those of a full score`);
  }
}

const isSlider = (axis: Axis): axis is SliderId => axis !== 'from';

/** The lab's engine on one axis. */
export async function slideLineOfOurs(
  corpus: Corpus,
  axis: Axis,
  runs: number,
): Promise<SlideLine> {
  const standing = stand(corpus.ours, BENCH_PACT, SETTING, axis);
  const take = () => grab(standing, BENCH_PACT, axis);
  const grabbed = take();
  if (isSlider(axis)) demandSame(corpus, axis, grabbed);
  tidy();
  const places = grabbed.values.map((_, place) => place);
  return {
    ...{ incidents: corpus.incidents, engine: OURS, axis, places: places.length },
    grab: await timed(take, runs),
    ...walk(places, (place): Rollup => grabbed.at(place)),
  };
}

export const AXES: readonly Axis[] = [...SLIDER_IDS, 'from'];

/** crossfilter2 on the one slider that it can follow. */
export async function slideLineOfCrossfilter(
  { incidents, rows, ours }: Corpus,
  runs: number,
): Promise<SlideLine> {
  const axis = 'theta.state';
  const open = () => openCrossfilter(rows, BENCH_PACT, SETTING);
  const start = performance.now();
  const moving = open();
  const first = performance.now() - start;
  const values = [...valuesOf(axis)];
  const { step, least: lowest } = { ...SLIDERS[axis], least: moving.least };
  const places = values.flatMap((value, place) => (value >= lowest - step / 2 ? [place] : []));
  const at = (place: number): ClauseRollup => moving.at(values[place] ?? 0);
  const compared = spread(places.length - 1, incidents > MANY ? 12 : places.length);
  for (const place of places.filter((_, at) => compared.has(at))) {
    const expected = scoreOurs(ours, variant(axis, values[place] ?? 0), SETTING);
    if (clauseHash(at(place)) !== clauseHash(expected))
      throw new Error(`crossfilter2 at ${values[place]}: its sums are not those of a full score`);
  }
  tidy();
  const walked = walk(places, at);
  moving.close();
  const again = first > 5000 ? null : await timed(() => open().close(), Math.min(runs, 5));
  return {
    ...{ incidents, engine: 'crossfilter2', axis, places: places.length },
    grab: again ?? timingOf([first]),
    ...walked,
  };
}
