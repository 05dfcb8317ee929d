import { expect, test } from 'vitest';
import { cellFragment, cellIn, numberFragment, numberIn } from './cell';

test('a cell reads back from its fragment', () => {
  const cell = { pair: 12, party: 'RU' };
  expect(cellIn(`#${cellFragment(cell)}`)).toEqual(cell);
});

test.each([
  '',
  '#flips',
  '#flips-1',
  '#flips-x-RU',
  '#flips-1-ru',
  '#flips-99999-RU',
  '#flips-1-RU<',
])('no cell is read from %j', (fragment) => expect(cellIn(fragment)).toBeNull());

test.each([null, { accused: 'SU', incident: 'a-leak.2' }])(
  'a number reads back from its fragment, with the finding %j',
  (one) => {
    const number = { pair: 0, party: 'RU', verdict: 'VIOLATION_OMISSION' as const, case: one };
    expect(numberIn(`#${numberFragment(number)}`)).toEqual(number);
    expect(cellIn(`#${numberFragment(number)}`)).toBeNull();
  },
);

test.each(['', '#findings-0-RU', '#findings-0-RU-GUILTY', '#findings-0-RU-PENDING~RU'])(
  'no number is read from %j',
  (fragment) => expect(numberIn(fragment)).toBeNull(),
);
