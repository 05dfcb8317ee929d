import { parentPort, workerData } from 'node:worker_threads';
import { fromBuffer } from '@/domain/lab/buffer';
import { dayOf } from '@/domain/lab/day';
import { scoreOurs } from './ours';
import { BENCH_PACT } from './pact';
import { SETTING } from './setting';

/** A thread that holds some of the cases: whatever it is told, it scores them and says what they add up to. */
const { buffer } = workerData as { readonly buffer: ArrayBuffer };
const store = fromBuffer(buffer);
const ours = { store, day: dayOf(store, SETTING.asOf), columnBytes: 0, dayBytes: 0 };
parentPort?.on('message', () => {
  parentPort?.postMessage(scoreOurs(ours, BENCH_PACT, SETTING));
});
parentPort?.postMessage('ready');
