import { readFileSync } from 'node:fs';
import { fromBuffer } from '@/domain/lab/buffer';
import { dayOf } from '@/domain/lab/day';
import type { Axis } from '@/domain/lab/scale';
import { openHalves } from './halves';
import { type Timing, tidy, timed } from './measure';
import { anotherDay, grab, type Ours, scoreOurs, stand } from './ours';
import { BENCH_PACT } from './pact';
import { rollupHash } from './rollup';
import { SETTING } from './setting';
import { AXES } from './sliding';
import { type Walk, walk } from './walking';

/** A slider of all clauses, timed. */
export interface SlideTimes extends Walk {
  readonly axis: Axis;
  readonly places: number;
  /** From the press to the first place. */
  readonly grab: Timing;
}

/** What the lab's engine takes in a process that holds nothing else, as each database has one. */
export interface AloneTimes {
  /** SHA-256 of its sums. */
  readonly hash: string;
  readonly score: Timing;
  /** The same with two threads; null where the corpus could not be halved. */
  readonly halved: Timing | null;
  readonly day: Timing;
  readonly slides: readonly SlideTimes[];
}

/** Runs until the code is as fast as it gets. */
const WARM = 20;

async function slide(ours: Ours, axis: Axis, runs: number): Promise<SlideTimes> {
  const standing = stand(ours, BENCH_PACT, SETTING, axis);
  const take = () => grab(standing, BENCH_PACT, axis);
  const grabbed = take();
  take();
  tidy();
  const places = grabbed.values.map((_, place) => place);
  return {
    ...{ axis, places: places.length, grab: await timed(take, runs) },
    ...walk(places, grabbed.at),
  };
}

/** With two threads, as a database has; the sums are those of one. */
async function halved(ours: Ours, hash: string, runs: number): Promise<Timing | null> {
  const halves = await openHalves(ours);
  if (halves === null) return null;
  try {
    for (let warm = 0; warm < WARM; warm += 1)
      if (rollupHash(await halves.score()) !== hash)
        throw new Error('the two halves do not add up to the whole');
    return await timed(halves.score, Math.max(runs, 15));
  } finally {
    halves.close();
  }
}

async function measure(file: string, runs: number): Promise<AloneTimes> {
  const own = readFileSync(file);
  const store = fromBuffer(own.buffer.slice(own.byteOffset, own.byteOffset + own.byteLength));
  const ours = { store, day: dayOf(store, SETTING.asOf), columnBytes: 0, dayBytes: 0 };
  const run = () => scoreOurs(ours, BENCH_PACT, SETTING);
  const hash = rollupHash(run());
  for (let warm = 0; warm < WARM; warm += 1) run();
  tidy();
  const score = await timed(run, Math.max(runs, 15));
  const day = await timed(() => anotherDay(ours, SETTING.asOf), runs);
  const slides: SlideTimes[] = [];
  for (const axis of AXES) slides.push(await slide(ours, axis, runs));
  return { hash, score, halved: await halved(ours, hash, runs), day, slides };
}

const [, , file, runs] = process.argv;
if (file !== undefined) process.stdout.write(JSON.stringify(await measure(file, Number(runs))));
