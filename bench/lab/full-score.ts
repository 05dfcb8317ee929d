import type { AloneTimes } from './alone';
import type { Corpus } from './corpus';
import type { LoadedEngine } from './engine';
import { type Timing, tidy, timed } from './measure';
import { BENCH_PACT } from './pact';
import { clauseHash } from './rollup';
import { SETTING } from './setting';

/** The full score of one engine in one of its ways. */
export interface ScoreLine {
  readonly incidents: number;
  readonly engine: string;
  readonly way: string;
  readonly about: string;
  /** How many threads or processes compute an answer. */
  readonly threads: number;
  readonly timing: Timing;
  /** Loading the rows, milliseconds; null: there is nothing to load. */
  readonly loadMs: number | null;
  readonly bytes: number | null;
}

function demand(same: boolean, engine: string, way: string): void {
  if (!same)
    throw new Error(`${engine}, ${way}: its sums are not those of the plain loop; no time is told`);
}

export const OURS = 'the lab’s engine';

/** The lab's engine, as it was timed alone: it adds up the gravest finding of each case besides. */
export function scoreLinesOfOurs(
  { ours, oursMs, incidents }: Corpus,
  { score, halved, halvedBytes }: Pick<AloneTimes, 'score' | 'halved' | 'halvedBytes'>,
): ScoreLine[] {
  const line = (way: string, threads: number, timing: Timing, bytes: number): ScoreLine => ({
    ...{ incidents, engine: OURS, way, threads, timing, bytes },
    about:
      'columns and one day, in a process of its own; the gravest finding of each case included; the product uses one thread and, from 32,768 cases on, two',
    loadMs: oursMs,
  });
  return [
    line('one thread', 1, score, ours.columnBytes + ours.dayBytes),
    line('two threads', 2, halved, halvedBytes),
  ];
}

/** Every way of an engine, each equal to the oracle before its time is told. */
export async function scoreLines(
  open: () => LoadedEngine | null | Promise<LoadedEngine | null>,
  { incidents, oracle, rowBytes }: Corpus,
  runs: number,
): Promise<ScoreLine[]> {
  const start = performance.now();
  const engine = await open();
  if (engine === null) return [];
  const loadMs = engine.bytes === undefined ? null : performance.now() - start;
  const bytes = engine.bytes === undefined ? rowBytes : await engine.bytes();
  const { name, about } = engine;
  const lines: ScoreLine[] = [];
  try {
    for (const { name: way, prepare, threads: threadsOf } of engine.ways) {
      const score = await prepare(BENCH_PACT, SETTING);
      const begun = performance.now();
      const found = await score();
      const first = performance.now() - begun;
      demand(clauseHash(found) === clauseHash(oracle), name, way);
      tidy();
      const timing = await timed(score, runs, first);
      const threads = (await threadsOf?.(BENCH_PACT, SETTING)) ?? 1;
      lines.push({ incidents, engine: name, way, about, threads, timing, loadMs, bytes });
    }
  } finally {
    await engine.close();
  }
  return lines;
}
