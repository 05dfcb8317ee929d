import { expect, test } from 'vitest';
import { readNumber, writeNumber } from './number-open';

test.each(['', 'RU'])(
  'a number of the clause table reads back from the address: party %j',
  (party) => {
    const number = { clause: 'c1.a', verdict: 'DISPUTED' as const, party };
    expect(readNumber(writeNumber(number))).toEqual(number);
  },
);

test.each([null, '', 'clauses', 'clauses~c1', 'clauses~c1~GUILTY', 'heat~c1~PENDING'])(
  'no number is read from %j',
  (text) => expect(readNumber(text)).toBeNull(),
);
