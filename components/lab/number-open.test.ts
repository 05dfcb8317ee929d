import { expect, test } from 'vitest';
import { type LabNumber, readNumber, writeNumber } from './number-open';

const NUMBERS: readonly LabNumber[] = [
  { place: 'clauses', clause: 'c1.a', verdict: 'DISPUTED', party: '' },
  { place: 'clauses', clause: 'c1.a', verdict: 'DISPUTED', party: 'RU' },
  { place: 'parties', side: 'text', verdict: 'PENDING', party: 'RU' },
  { place: 'parties', side: 'variant', verdict: 'NOT_COVERED', party: 'US' },
];

test.each(NUMBERS)('a number of the lab reads back from the address: %j', (number) =>
  expect(readNumber(writeNumber(number))).toEqual(number),
);

test.each([
  ...[null, '', 'clauses', 'clauses~c1', 'clauses~c1~GUILTY', 'heat~c1~PENDING'],
  ...['parties~text~PENDING', 'parties~both~PENDING~RU', 'parties~text~GUILTY~RU'],
])('no number is read from %j', (text) => expect(readNumber(text)).toBeNull());
