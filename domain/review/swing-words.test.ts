import { expect, test } from 'vitest';
import { swingWords } from './swing-words';

test.each([
  ['without_claim', 'c5', 'without claim c5'],
  ['grade', 'c5 2 to 1', 'claim c5 graded 1 instead of 2'],
  ['grade', 'c 6 B to A', 'claim c 6 graded A instead of B'],
  ['merged_clusters', 'usic-2016 + doj-2018', 'clusters usic-2016 and doj-2018 as one'],
  ['threshold', 'theta state 0.9', 'a threshold for the state itself of 0.9'],
  ['threshold', 'days to act 15', 'this many days to act: 15'],
] as const)('%s %s: %s', (kind, change, words) => {
  expect(swingWords({ kind, change })).toBe(words);
});
