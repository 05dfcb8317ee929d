import { expect, test } from 'vitest';
import { impactOf } from './record-impact';

test.each([
  [0, 0, 0, 'No finding rests on this record.'],
  [1, 0, 0, '1 finding rests on this record, none signed.'],
  [3, 1, 0, '3 findings rest on this record, 1 signed.'],
  [0, 0, 1, 'No finding rests on this record; 1 piece of evidence is kept with it.'],
  [3, 0, 2, '3 findings rest on this record, none signed; 2 pieces of evidence are kept with it.'],
])('%i findings, %i signed, %i pieces of evidence', (findings, signed, evidence, sentence) => {
  expect(impactOf({ findings, signed, evidence }).sentence).toBe(sentence);
});
