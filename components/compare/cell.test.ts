import { expect, test } from 'vitest';
import {
  cellFragment,
  cellIn,
  numberFragment,
  numberIn,
  standingFragment,
  standingIn,
} from './cell';

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

test.each(['a', 'b'] as const)('a number of how a party stands under %s reads back', (side) => {
  for (const one of [null, { accused: 'SU', incident: 'a-leak.2' }]) {
    const number = { side, party: 'RU', verdict: 'DISCHARGED' as const, case: one };
    const fragment = `#${standingFragment(number)}`;
    expect([standingIn(fragment), numberIn(fragment)]).toEqual([number, null]);
  }
});

test.each(['', '#standing-c-RU-PENDING', '#standing-a-RU-GUILTY', '#standing-a-RU-PENDING~RU'])(
  'no number of a standing is read from %j',
  (fragment) => expect(standingIn(fragment)).toBeNull(),
);

test.each(['', '#findings-0-RU', '#findings-0-RU-GUILTY', '#findings-0-RU-PENDING~RU'])(
  'no number is read from %j',
  (fragment) => expect(numberIn(fragment)).toBeNull(),
);
