import { toBuffer } from '@/domain/lab/buffer';
import { FarHalf, Halves, halved } from '@/domain/lab/halved';
import { type Scorer, type ScorerAnswer, StoreScorer } from '@/domain/lab/scorer';
import { casesIn, type Store } from '@/domain/lab/store';

/** So many cases and more are scored by two workers, where there is a processor for each. */
const MANY = 2 ** 15;

/** Milliseconds after which all is scored by one: the second did not come. */
const PATIENCE = 10_000;

const READY = 'ready';

/** What the worker of the other half says: that it holds its cases, then answers. */
export type FromFarHalf = typeof READY | ScorerAnswer;

/** Hands some cases to a worker of their own; null: there is none to be had. `onFault`: it answers no more. */
function farHalf(store: Store, onFault: () => void): Promise<FarHalf | null> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./half-worker.ts', import.meta.url), { type: 'module' });
    const far = new FarHalf((question) => worker.postMessage(question));
    let ready = false;
    const giveUp = () => {
      clearTimeout(patience);
      worker.terminate();
      if (ready) onFault();
      else resolve(null);
    };
    const patience = setTimeout(giveUp, PATIENCE);
    worker.onmessage = ({ data }: MessageEvent<FromFarHalf>) => {
      if (data !== READY) return far.receive(data);
      clearTimeout(patience);
      ready = true;
      resolve(far);
    };
    worker.onerror = (event) => {
      // Else the page hears of it as a fault of this worker, which goes on alone.
      event.preventDefault();
      giveUp();
    };
    const buffer = toBuffer(store);
    worker.postMessage(buffer, [buffer]);
  });
}

/** What scores the cases of a store here: two workers where there are many of them. */
export async function scorerOf(store: Store, onFault: () => void): Promise<Scorer> {
  if (casesIn(store) < MANY || navigator.hardwareConcurrency < 2) return new StoreScorer(store);
  const [own, other] = halved(store);
  const far = await farHalf(other, onFault);
  return far === null ? new StoreScorer(store) : new Halves(new StoreScorer(own), far);
}
