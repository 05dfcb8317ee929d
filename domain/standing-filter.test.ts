import { expect, test } from 'vitest';
import { DEFAULT_FILTER, parseStandingFilter, standingQuery } from './standing-filter';

const parse = (query: string) => parseStandingFilter(new URLSearchParams(query));

test('no parameters give the defaults, and empty ones are as good as absent', () => {
  expect(parse('')).toEqual({ ok: true, filter: DEFAULT_FILTER });
  expect(parse('party=&since=')).toEqual({ ok: true, filter: DEFAULT_FILTER });
  expect(DEFAULT_FILTER).toMatchObject({ by: 'year', counting: 'computed', minSeverity: null });
});

test('every parameter is read and written back', () => {
  const query =
    'pact=us-china-2015&from=2016-01-01&asOf=2020-01-31&since=2016-01-01&until=2019-12-31&party=CN' +
    '&clause=c1&conduct=data-theft&minSeverity=3&by=month&counting=signed';
  const parsed = parse(query);
  expect(parsed.ok && parsed.filter.minSeverity).toBe(3);
  expect(parsed.ok && standingQuery(parsed.filter).toString()).toBe(query);
  expect(standingQuery(DEFAULT_FILTER).toString()).toBe('');
});

test.each([
  ['since=2016-02-30', 'since', 'expected a real calendar day'],
  ['asOf=yesterday', 'asOf', 'expected a real calendar day'],
  ['asOf=9999-12-31', 'asOf', 'from 1900 to 2100'],
  ['from=1899-12-31', 'from', 'from 1900 to 2100'],
  ['since=2017-01-01&until=2016-01-01', 'until', 'on or after'],
  ['party=Russia', 'party', 'ISO 3166-1'],
  ['conduct=spying', 'conduct', 'expected'],
  ['minSeverity=6', 'minSeverity', '1 to 5'],
  ['minSeverity=1e0', 'minSeverity', '1 to 5'],
  ['by=week', 'by', '"month", "quarter", "year"'],
  ['counting=both', 'counting', '"computed", "signed"'],
  ['by=month&by=year', 'by', 'once'],
  ['pact=../../etc', 'pact', 'slug'],
  ['colour=red', '(address)', 'colour'],
])('%s is refused at %s', (query, path, message) => {
  const parsed = parse(query);
  expect(parsed.ok).toBe(false);
  if (!parsed.ok)
    expect(parsed.faults).toMatchObject([{ path, message: expect.stringContaining(message) }]);
});
