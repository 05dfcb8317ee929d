import { expect, test } from 'vitest';
import { DEFAULT_FILTER, standingQuery } from '@/domain/standing-filter';
import type { StandingFilter } from '@/domain/standing-view';
import { filterQuery, untouched } from './params';

const FILTERS: StandingFilter[] = [
  DEFAULT_FILTER,
  { ...DEFAULT_FILTER, pact: 'npt-1968', asOf: '2020-05-03', by: 'quarter', counting: 'signed' },
  {
    ...DEFAULT_FILTER,
    from: '2016-01-01',
    since: '2016-01-01',
    until: '2019-12-31',
    party: 'RU',
    clause: 'c1',
    conduct: 'disruption',
    minSeverity: 3,
  },
];

test.each(FILTERS)('the page and the API write the same address for %o', (filter) => {
  expect(filterQuery(filter)).toBe(standingQuery(filter).toString());
});

test('nothing left out is the default', () => {
  expect(untouched(DEFAULT_FILTER.pact)).toEqual(DEFAULT_FILTER);
});
