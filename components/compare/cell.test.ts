import { expect, test } from 'vitest';
import { cellFragment, cellIn } from './cell';

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
