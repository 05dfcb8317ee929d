import { describe, expect, test } from 'vitest';
import type { ListedUser } from './account';
import { delegationsOf } from './delegation';
import { pactOf } from './fixtures/builders';
import type { Grant } from './role';

const pact = pactOf({
  id: 'accord',
  parties: [
    { code: 'US', succeeds: [] },
    { code: 'RU', succeeds: ['SU'] },
  ],
});

const user = (id: string, ...grants: Grant[]): ListedUser => ({
  ...{ id, name: id, email: `${id}@example.org`, disabled: false, setUp: true, stepUp: false },
  createdAt: '2026-11-22T00:00:00.000Z',
  grants: grants.map((grant, index) => ({ id: `${index}`, grant })),
});
const of = (party: string, only: string | null = null): Grant => ({
  ...{ role: 'delegate', party, pact: only },
});

/** Each side as `names missing`, then whether the delegations are unequal. */
const told = (...users: ListedUser[]) => {
  const { delegations, unequal } = delegationsOf(pact, users);
  const sides = delegations.map(({ party, delegates, missing }) =>
    [`${party}:`, ...delegates.map(({ id }) => id), `-${missing}`].join(' '),
  );
  return [...sides, unequal ? 'unequal' : 'equal'];
};

describe('who speaks for whom', () => {
  const [una, ulric] = [user('una', of('US')), user('ulric', of('US', 'accord'))];
  const [rita, ruslan] = [user('rita', of('RU')), user('ruslan', of('RU'))];

  test.each<[string, ListedUser[], string[]]>([
    ['nobody', [], ['US: -2', 'RU: -2', 'equal']],
    [
      'two of each side',
      [una, ulric, rita, ruslan],
      ['US: una ulric -0', 'RU: rita ruslan -0', 'equal'],
    ],
    ['two and one', [una, ulric, rita], ['US: una ulric -0', 'RU: rita -1', 'unequal']],
    ['one side alone', [una, ulric], ['US: una ulric -0', 'RU: -2', 'equal']],
    [
      'named for another pact',
      [user('other', of('US', 'another-pact'))],
      ['US: -2', 'RU: -2', 'equal'],
    ],
    ['a state that a party succeeds', [user('old', of('SU'))], ['US: -2', 'RU: old -1', 'equal']],
    ['a stranger to the pact', [user('fr', of('FR'))], ['US: -2', 'RU: -2', 'equal']],
    ['a disabled account', [{ ...una, disabled: true }], ['US: -2', 'RU: -2', 'equal']],
    ['another role', [user('chloe', { role: 'chair' })], ['US: -2', 'RU: -2', 'equal']],
    [
      'named twice, for all and for this one',
      [user('twice', of('US'), of('US', 'accord'))],
      ['US: twice -1', 'RU: -2', 'equal'],
    ],
  ])('%s', (_what, users, sides) => {
    expect(told(...users)).toEqual(sides);
  });

  test('somebody named for this pact alone is told apart', () => {
    const [side] = delegationsOf(pact, [una, ulric]).delegations;
    expect(side?.delegates.map(({ forThisPact }) => forThisPact)).toEqual([false, true]);
  });
});
