import fc from 'fast-check';
import { expect, test } from 'vitest';
import { claimsOf, incidentOf, on } from './fixtures/builders';
import { incidents } from './fixtures/generators';
import { diff } from './revision-diff';

const before = incidentOf();
const [c1, c2] = before.claims;

test.each([
  ['nothing', incidentOf(), []],
  ['the title', incidentOf({ title: 'New' }), ['title changed']],
  ['a date, as one field', incidentOf({ started: on('2016') }), ['started changed']],
  ['an end that was not known', incidentOf({ ended: on('2017') }), ['ended changed']],
  ['a state that disclosed it', incidentOf({ selfDisclosedBy: 'RU' }), ['selfDisclosedBy added']],
  ['codes', incidentOf({ conduct: ['disruption'] }), ['conduct changed']],
  ['one claim fewer', incidentOf({ claims: c1 === undefined ? [] : [c1] }), ['claims[c2] removed']],
  [
    'one claim more',
    incidentOf({ claims: [...before.claims, ...claimsOf('c9 RU:LINK B2 likely K9')] }),
    ['claims[c9] added'],
  ],
  [
    'a note on a claim',
    incidentOf({ claims: before.claims.map((c) => (c.id === 'c2' ? { ...c, note: 'Seen' } : c)) }),
    ['claims[c2].note added'],
  ],
  [
    'the order of the claims',
    incidentOf({ claims: c1 === undefined || c2 === undefined ? [] : [c2, c1] }),
    ['claims reordered'],
  ],
])('%s', (_, after, expected) => {
  expect(diff(before, after).map(({ path, kind }) => `${path} ${kind}`)).toEqual(expected);
});

test('a record differs from itself in nothing, and backwards as it does forwards', () => {
  fc.assert(
    fc.property(incidents, incidents, (one, other) => {
      expect(diff(one, one)).toEqual([]);
      const forwards = diff(one, other).map(({ path }) => path);
      const backwards = diff(other, one).map(({ path }) => path);
      expect([...backwards].sort()).toEqual([...forwards].sort());
    }),
    { numRuns: 100 },
  );
});
