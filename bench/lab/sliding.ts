import { type Axis, valuesOf } from '@/domain/lab/scale';
import { SLIDER_IDS, SLIDERS, type SliderId } from '@/domain/lab/sliders';
import { withChanges } from '@/domain/lab/variant';
import type { SlideTimes } from './alone';
import type { Corpus } from './corpus';
import { openCrossfilter } from './crossfilter';
import { OURS } from './full-score';
import { type Timing, tidy, timed, timingOf } from './measure';
import { type Grabbed, grab, scoreOurs, stand } from './ours';
import { BENCH_PACT } from './pact';
import { plainQuestion, plainScore } from './plain/loop';
import { type ClauseRollup, clauseHash, rollupHash } from './rollup';
import { SETTING } from './setting';
import { walk } from './walking';

/** One slider of all ten clauses, with one engine. */
export interface SlideLine extends Omit<SlideTimes, 'shared'> {
  readonly incidents: number;
  readonly engine: string;
  /** Taking it with two threads; null where the engine has but one. */
  readonly shared: Timing | null;
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

/** The lab's engine on one axis: as it was timed alone, its places compared here. */
export function slideLineOfOurs(corpus: Corpus, { axis, ...times }: SlideTimes): SlideLine {
  if (isSlider(axis)) {
    const standing = stand(corpus.ours, BENCH_PACT, SETTING, axis);
    demandSame(corpus, axis, grab(standing, BENCH_PACT, axis));
  }
  return { ...{ incidents: corpus.incidents, engine: OURS, axis }, ...times };
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
    ...{ grab: again ?? timingOf([first]), shared: null },
    ...walked,
  };
}
