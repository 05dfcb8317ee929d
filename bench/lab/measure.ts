/** Milliseconds of several runs. */
export interface Timing {
  readonly runs: number;
  readonly median: number;
  readonly p95: number;
  readonly least: number;
}

const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;

export function timingOf(times: readonly number[]): Timing {
  const sorted = [...times].sort((one, two) => one - two);
  const middle = sorted.length / 2;
  return {
    runs: sorted.length,
    median: Number.isInteger(middle)
      ? ((sorted[middle - 1] ?? Number.NaN) + (sorted[middle] ?? Number.NaN)) / 2
      : quantile(sorted, 0.5),
    p95: quantile(sorted, 0.95),
    least: sorted[0] ?? Number.NaN,
  };
}

/** A run beyond this many milliseconds is slow: five are enough, that of the comparison among them. */
const SLOW = 20_000;
const SLOW_RUNS = 5;

const sumOf = (times: readonly number[]): number => times.reduce((sum, time) => sum + time, 0);

/**
 * A second of runs, but at least as many as asked for. `first`: how long the run took whose result
 * was compared; it counts only where runs are slow, since it warmed the others up.
 */
export async function timed(run: () => unknown, least: number, first = 0): Promise<Timing> {
  const slow = first > SLOW;
  const times: number[] = slow ? [first] : [];
  const enough = (): boolean =>
    slow
      ? times.length >= SLOW_RUNS
      : times.length >= least && (sumOf(times) > 1000 || times.length >= 100);
  while (!enough()) {
    const start = performance.now();
    await run();
    times.push(performance.now() - start);
  }
  return timingOf(times);
}

/** The times of many short calls, each measured alone. */
export function timedEach<T>(items: readonly T[], call: (item: T) => unknown): Timing {
  const times = items.map((item) => {
    const start = performance.now();
    call(item);
    return performance.now() - start;
  });
  return timingOf(times);
}

/** Frees what nothing holds, where Node was started with --expose-gc. */
export const tidy = (): void => globalThis.gc?.();
