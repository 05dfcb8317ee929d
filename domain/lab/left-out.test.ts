import { expect, test } from 'vitest';
import { DEFAULT_FILTER } from '@/domain/standing-filter';
import { COMPARE_NAMES } from './compare-address';
import { expectedOf, withoutNames } from './left-out';

const KNOWN = [...COMPARE_NAMES, 'findings', 'curve'];
const without = (text: string, names: string[]): string | null =>
  withoutNames(new URLSearchParams(text), names, KNOWN)?.toString() ?? null;

test.each([
  ['what is not there is left out and named', 'pact=a&set=x', ['set'], 'pact=a&ignored=set'],
  [
    'with a pact goes what is of it',
    'pact=x&set=y&curve=z&asOf=d',
    ['pact'],
    'asOf=d&ignored=pact',
  ],
  ['of one side alone', 'pact=a&set=y&bPact=x&bSet=z', ['bPact'], 'pact=a&set=y&ignored=bPact'],
  [
    'a stranger is left out, its name is not said again',
    'pact=a&evil=1',
    ['(address)'],
    'pact=a&ignored=other',
  ],
  [
    'what was left out before is still said',
    'pact=a&set=x&ignored=from',
    ['set'],
    'pact=a&ignored=from%2Cset',
  ],
  ['nothing is left out that is not there', 'asOf=2020-01-01', ['pact'], null],
])('%s: %s', (_, text, names, left) => {
  expect(without(text, names)).toBe(left);
});

test('every parameter of a comparison, of the standing and of a view of the trends has words for what is expected of it', () => {
  const views = ['impact', 'over', 'one', 'other'];
  const names = [...COMPARE_NAMES, ...Object.keys(DEFAULT_FILTER), ...views];
  expect(names.filter((name) => expectedOf(name) === null)).toEqual([]);
  expect(expectedOf('constructor')).toBeNull();
});
