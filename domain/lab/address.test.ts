import { expect, test } from 'vitest';
import { parseParameters } from '@/domain/parameters';
import { variantQuery, variantSchema } from './address';

const read = (text: string) => parseParameters(variantSchema, new URLSearchParams(text));

test.each([
  'pact=anti-doxing-2017',
  'pact=anti-doxing-2017&version=2&set=actDays%3A60%2Ctheta.link%40c1%3A0.6&from=2016-01-01&asOf=2020-12-31',
])('an address reads back as it was written: %s', (text) => {
  const parsed = read(text);
  expect(parsed.ok && variantQuery(parsed.value).toString()).toBe(text);
});

test.each([
  ['', 'pact'],
  ['pact=a&version=0', 'version'],
  ['pact=a&version=latest', 'version'],
  ['pact=a&set=actDays', 'set'],
  ['pact=a&from=2016-02-30', 'from'],
  ['pact=a&asOf=9999-01-01', 'asOf'],
  ['pact=a&since=2016-01-01', '(address)'],
])('refuses %s and names %s', (text, field) => {
  const parsed = read(text);
  expect(parsed.ok ? null : parsed.faults[0]?.path).toBe(field);
});
