import { fromBuffer } from '@/domain/lab/buffer';
import { answerOf, type ScorerQuestion, StoreScorer } from '@/domain/lab/scorer';
import type { FromFarHalf } from './far-half';

let scorer: StoreScorer | null = null;

const tell = (message: FromFarHalf): void => postMessage(message);

addEventListener('message', ({ data }: MessageEvent<ArrayBuffer | ScorerQuestion>) => {
  if (data instanceof ArrayBuffer) {
    scorer = new StoreScorer(fromBuffer(data));
    tell('ready');
  } else if (scorer !== null) tell(answerOf(scorer, data));
});
