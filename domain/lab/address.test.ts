import { expect, test } from 'vitest';
import { parseParameters } from '@/domain/parameters';
import { variantQuery, variantSchema } from './address';
import { compareQuery, compareSchema, exchangedSides } from './compare-address';

const read = (text: string) => parseParameters(variantSchema, new URLSearchParams(text));

test.each([
  'pact=anti-doxing-2017',
  'draft=018f0000-0000-7000-8000-000000000001&set=actDays%3A60',
  'pact=anti-doxing-2017&version=2&set=actDays%3A60%2Ctheta.link%40c1%3A0.6&from=2016-01-01&asOf=2020-12-31',
])('an address reads back as it was written: %s', (text) => {
  const parsed = read(text);
  expect(parsed.ok && variantQuery(parsed.value).toString()).toBe(text);
});

test.each([
  ['', 'pact'],
  ['pact=a&version=0', 'version'],
  ['draft=mine', 'draft'],
  ['pact=a&version=latest', 'version'],
  ['pact=a&set=actDays', 'set'],
  ['pact=a&from=2016-02-30', 'from'],
  ['pact=a&asOf=9999-01-01', 'asOf'],
  ['pact=a&since=2016-01-01', '(address)'],
])('refuses %s and names %s', (text, field) => {
  const parsed = read(text);
  expect(parsed.ok ? null : parsed.faults[0]?.path).toBe(field);
});

test.each([
  'pact=anti-doxing-2017&set=actDays%3A60&bPact=counter-offer-2020&bVersion=1&bSet=theta.link%3A0.6&bFrom=2016-01-01&asOf=2020-12-31',
  'pact=anti-doxing-2017&version=1&bDraft=018f0000-0000-7000-8000-000000000001',
  'draft=018f0000-0000-7000-8000-000000000001&bPact=counter-offer-2020',
])('two sides read back as they were written, and exchanged twice are as before: %s', (text) => {
  const parsed = parseParameters(compareSchema, new URLSearchParams(text));
  if (!parsed.ok) throw new Error('refused');
  expect(compareQuery(parsed.value).toString()).toBe(text);
  expect(exchangedSides(exchangedSides(parsed.value))).toEqual(parsed.value);
});

test('a second side without a pact is of the draft of the first', () => {
  const id = '018f0000-0000-7000-8000-000000000001';
  const parsed = parseParameters(compareSchema, new URLSearchParams(`draft=${id}&bSet=actDays:9`));
  expect(parsed.ok && parsed.value.b).toMatchObject({ draft: id, set: [{ value: 9 }] });
});

test('a second side without a pact is of the first', () => {
  const parsed = parseParameters(compareSchema, new URLSearchParams('pact=a&bSet=actDays:9'));
  expect(parsed.ok && parsed.value.b).toMatchObject({ pact: 'a', set: [{ value: 9 }] });
});
