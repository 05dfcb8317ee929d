import { parentPort, workerData } from 'node:worker_threads';
import { fromBuffer } from '@/domain/lab/buffer';
import { answerOf, type ScorerQuestion, StoreScorer } from '@/domain/lab/scorer';

/** A thread that holds half of the cases, as the second worker of the lab does. */
const { buffer } = workerData as { readonly buffer: ArrayBuffer };
const scorer = new StoreScorer(fromBuffer(buffer));
parentPort?.on('message', (question: ScorerQuestion) => {
  parentPort?.postMessage(answerOf(scorer, question));
});
parentPort?.postMessage('ready');
