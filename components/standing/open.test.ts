import { expect, test } from 'vitest';
import { type Open, readOpen, readWhy, writeOpen, writeWhy } from './open';

const OPEN: Open[] = [
  { place: 'headline', ask: { what: 'number', party: 'RU' } },
  {
    place: 'headline',
    ask: { what: 'count', party: 'RU', verdicts: ['VIOLATION_COMMISSION', 'VIOLATION_OMISSION'] },
  },
  { place: 'findings', ask: { what: 'bin', key: '2016-Q2', verdict: 'PENDING' } },
  { place: 'heat', ask: { what: 'cell', clause: 'c1', year: 2016 } },
  { place: 'confidence', ask: { what: 'finding' } },
];

test.each(OPEN)('what is open survives the address: %o', (open) => {
  expect(readOpen(writeOpen(open))).toEqual(open);
});

test.each([null, '', 'nowhere', 'findings~bin~2016~NONSENSE', 'findings~what'])(
  'nothing opens for %s',
  (text) => expect(readOpen(text)).toBeNull(),
);

test('a finding survives the address', () => {
  const key = { incident: 'dnc-email-leak-2016', clause: 'c1', accused: 'RU' };
  expect(readWhy(writeWhy(key))).toEqual(key);
  expect(readWhy('only~two')).toBeNull();
});
