import 'server-only';
import { processWide } from '@/server/process-wide';

/** The longest that work goes on before whoever else asks has their turn, as long as its steps are short. */
const SLICE_MS = 10;

interface Job {
  /** Runs its next step; whether there is more. */
  readonly step: () => boolean;
}

const queue = processWide('pieces', () => ({ jobs: [] as Job[], running: false }));

/** Goes on with the oldest work until a slice is over. */
function goOn(): void {
  const since = performance.now();
  for (let [job] = queue.jobs; job !== undefined; [job] = queue.jobs) {
    if (!job.step()) queue.jobs.shift();
    if (performance.now() - since >= SLICE_MS) break;
  }
  queue.running = queue.jobs.length > 0;
  if (queue.running) setImmediate(goOn);
}

/**
 * Runs work that pauses of itself: one after the other for all who ask, a slice at a time, so that
 * nothing else ever waits for more than a slice.
 */
export function inPieces<T>(work: () => Generator<void, T>): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    let going: Generator<void, T> | undefined;
    const step = (): boolean => {
      try {
        going ??= work();
        const { done, value } = going.next();
        if (done === true) resolve(value);
        return done !== true;
      } catch (error) {
        reject(error);
        return false;
      }
    };
    queue.jobs.push({ step });
    if (queue.running) return;
    queue.running = true;
    setImmediate(goOn);
  });
}
