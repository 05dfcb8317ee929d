import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { toBuffer } from '@/domain/lab/buffer';
import { dayOf } from '@/domain/lab/day';
import { FarHalf, Halves, halved } from '@/domain/lab/halved';
import { type Scorer, StoreScorer } from '@/domain/lab/scorer';
import { bytesOf, type Store } from '@/domain/lab/store';
import { bytesIn } from './ours';
import { SETTING } from './setting';

const PROGRAM = new URL('./half.ts', import.meta.url).href;
/** A thread does not read TypeScript by itself. */
const START = `import('tsx/esm/api').then(({ register }) => {
  register();
  return import(require('node:worker_threads').workerData.program);
});`;

interface OpenHalves {
  readonly scorer: Scorer;
  /** What the columns and the day of both take. */
  readonly bytes: number;
  readonly close: () => void;
}

/** The cases in two halves, each with a thread of its own, as two workers of the lab hold them. */
export async function openHalves(store: Store): Promise<OpenHalves> {
  const [own, other] = halved(store);
  const bytes = [own, other].reduce(
    (sum, half) => sum + bytesOf(half) + bytesIn(dayOf(half, SETTING.asOf)),
    0,
  );
  const buffer = toBuffer(other);
  const thread = new Worker(START, {
    eval: true,
    workerData: { program: PROGRAM, buffer },
    transferList: [buffer],
  });
  await once(thread, 'message');
  const far = new FarHalf((question) => thread.postMessage(question));
  thread.on('message', (answer) => far.receive(answer));
  return {
    scorer: new Halves(new StoreScorer(own), far),
    bytes,
    close: () => {
      void thread.terminate();
    },
  };
}
