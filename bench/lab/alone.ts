import { readFileSync } from 'node:fs';
import { fromBuffer } from '@/domain/lab/buffer';
import { at, type Cube } from '@/domain/lab/cube';
import { dayOf } from '@/domain/lab/day';
import type { Axis } from '@/domain/lab/scale';
import { type Scorer, StoreScorer } from '@/domain/lab/scorer';
import { openHalves } from './halves';
import { type Timing, tidy, timed } from './measure';
import { BENCH_PACT } from './pact';
import { rollupHash } from './rollup';
import { SETTING } from './setting';
import { AXES } from './sliding';
import { type Walk, walk } from './walking';

/** A slider of all clauses, timed. */
export interface SlideTimes extends Walk {
  readonly axis: Axis;
  readonly places: number;
  /** From the press to the first place, with one thread and with two. */
  readonly grab: Timing;
  readonly shared: Timing;
}

/** What the lab's engine takes in a process that holds nothing else, as each database has one. */
export interface AloneTimes {
  /** SHA-256 of its sums. */
  readonly hash: string;
  /** A full score with one thread and with two. */
  readonly score: Timing;
  readonly halved: Timing;
  /** Bytes of the columns and the day of both halves. */
  readonly halvedBytes: number;
  readonly day: Timing;
  readonly slides: readonly SlideTimes[];
}

/** Runs until the code is as fast as it gets. */
const WARM = 20;

const { asOf } = SETTING;
const QUESTION = { pact: BENCH_PACT, assumedFrom: null };

const fullScore = (scorer: Scorer, moves = false) => scorer.rollup({ ...QUESTION, asOf, moves });

/** Takes a slider of all clauses from what stands on the screen. */
const take = (scorer: Scorer, axis: Axis) =>
  scorer.cube({ asOf, axis, clause: null, standing: QUESTION, along: QUESTION });

async function timedScore(scorer: Scorer, hash: string, runs: number): Promise<Timing> {
  for (let warm = 0; warm < WARM; warm += 1)
    if (rollupHash(await fullScore(scorer)) !== hash)
      throw new Error('two threads do not add up to what one finds');
  tidy();
  return await timed(() => fullScore(scorer), Math.max(runs, 15));
}

async function timedGrab(
  scorer: Scorer,
  axis: Axis,
  runs: number,
): Promise<{ readonly cube: Cube; readonly grab: Timing }> {
  await fullScore(scorer, true);
  await take(scorer, axis);
  const cube = await take(scorer, axis);
  tidy();
  return { cube, grab: await timed(() => take(scorer, axis), runs) };
}

const same = (one: ArrayLike<number>, two: ArrayLike<number>): boolean => {
  for (let place = 0; place < one.length; place += 1) if (one[place] !== two[place]) return false;
  return one.length === two.length;
};

async function slide(one: Scorer, two: Scorer, axis: Axis, runs: number): Promise<SlideTimes> {
  const { cube, grab } = await timedGrab(one, axis, runs);
  const { cube: other, grab: shared } = await timedGrab(two, axis, runs);
  if (!same(cube.counts, other.counts) || !same(cube.sums, other.sums))
    throw new Error(`${axis}: two threads do not add up to what one prepares`);
  const places = Array.from(cube.values, (_, place) => place);
  return {
    ...{ axis, places: places.length, grab, shared },
    ...walk(places, (place) => at(cube, place)),
  };
}

async function measure(file: string, runs: number): Promise<AloneTimes> {
  const own = readFileSync(file);
  const store = fromBuffer(own.buffer.slice(own.byteOffset, own.byteOffset + own.byteLength));
  const one = new StoreScorer(store);
  const hash = rollupHash(await fullScore(one));
  const score = await timedScore(one, hash, runs);
  const day = await timed(() => dayOf(store, asOf), runs);
  const { scorer: two, bytes: halvedBytes, close } = await openHalves(store);
  try {
    const halved = await timedScore(two, hash, runs);
    const slides: SlideTimes[] = [];
    for (const axis of AXES) slides.push(await slide(one, two, axis, runs));
    return { hash, score, halved, halvedBytes, day, slides };
  } finally {
    close();
  }
}

const [, , file, runs] = process.argv;
if (file !== undefined) process.stdout.write(JSON.stringify(await measure(file, Number(runs))));
