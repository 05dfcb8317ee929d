import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { toBuffer } from '@/domain/lab/buffer';
import { dayOf } from '@/domain/lab/day';
import { partsOf } from '@/domain/lab/parts';
import { plus, type Rollup } from '@/domain/lab/rollup';
import { casesIn } from '@/domain/lab/store';
import { type Ours, scoreOurs, stand } from './ours';
import { BENCH_PACT } from './pact';
import { SETTING } from './setting';

const PROGRAM = new URL('./half.ts', import.meta.url).href;
/** A thread does not read TypeScript by itself. */
const START = `import('tsx/esm/api').then(({ register }) => {
  register();
  return import(require('node:worker_threads').workerData.program);
});`;

/** The cases in two halves, as much to do in the one as in the other, each with a thread of its own. */
export interface Halves {
  readonly score: () => Promise<Rollup>;
  readonly close: () => void;
}

/** The case up to which half of those lie that the pact may find something in. */
function middleOf(ours: Ours): number {
  const { laid } = stand(ours, BENCH_PACT, SETTING, 'theta.state');
  const sorted = laid.cases.slice().sort();
  return sorted[sorted.length >> 1] ?? 0;
}

/** Null where the middle lies so that there would be more parts than two. */
export async function openHalves(ours: Ours): Promise<Halves | null> {
  const size = Math.max(middleOf(ours), Math.ceil(casesIn(ours.store) / 2));
  const [own, other, ...more] = partsOf(ours.store, size);
  if (own === undefined || other === undefined || more.length > 0) return null;
  const buffer = toBuffer(other);
  const helper = new Worker(START, {
    eval: true,
    workerData: { program: PROGRAM, buffer },
    transferList: [buffer],
  });
  await once(helper, 'message');
  const half = { store: own, day: dayOf(own, SETTING.asOf), columnBytes: 0, dayBytes: 0 };
  return {
    score: async () => {
      const answer = once(helper, 'message');
      helper.postMessage('score');
      const mine = scoreOurs(half, BENCH_PACT, SETTING);
      const [theirs] = (await answer) as [Rollup];
      return plus(mine, theirs);
    },
    close: () => {
      void helper.terminate();
    },
  };
}
