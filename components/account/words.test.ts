import { expect, test } from 'vitest';
import { grantForPeople } from './grant-words';
import { NOT_SIGNED_IN, refusalInWords, rolesInBrief, waitInWords } from './words';

test.each([
  [1, '1 second'],
  [59, '59 seconds'],
  [60, '1 minute'],
  [61, '2 minutes'],
  [900, '15 minutes'],
  [Number.NaN, 'a few minutes'],
])('%s s are %s', (seconds, words) => {
  expect(waitInWords(seconds)).toBe(words);
});

test('a refusal says what to do and nothing about the account', () => {
  expect(refusalInWords('CredentialsSignin')).toBe(NOT_SIGNED_IN);
  expect(refusalInWords('Wait:61')).toBe('Too many attempts. Try again in 2 minutes.');
  expect(refusalInWords('<script>')).toBe('Signing in did not work. Try again.');
});

test('roles as people say them', () => {
  const delegate = { role: 'delegate', party: 'US', pact: null } as const;
  expect(grantForPeople(delegate)).toBe('delegate of the United States, for every pact');
  expect(grantForPeople({ ...delegate, pact: 'anti-doxing' })).toBe(
    'delegate of the United States, for anti-doxing',
  );
  expect(rolesInBrief([{ role: 'analyst' }, { role: 'reviewer' }])).toBe('analyst, reviewer');
  expect(rolesInBrief([delegate, { ...delegate, pact: 'a' }])).toBe('delegate US');
  expect(rolesInBrief([])).toBe('no role');
});
