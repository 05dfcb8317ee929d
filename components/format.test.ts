import { describe, expect, test } from 'vitest';
import {
  countOf,
  formatDated,
  formatDay,
  formatNumber,
  formatPercent,
  formatRange,
  toCsv,
} from './format';

describe('dates are no finer than they are known', () => {
  test.each([
    ['2021-06-16', 'day', '16 June 2021'],
    ['2021-06-01', 'month', 'June 2021'],
    ['2021-01-01', 'year', '2021'],
    ['2027-03-01T10:00Z', 'minute', '1 March 2027, 10:00 UTC'],
  ])('%s to the %s', (date, precision, shown) => {
    expect(formatDated({ date, precision })).toBe(shown);
  });

  test('no date is unknown', () => expect(formatDated(null)).toBe('unknown'));
  test('a day', () => expect(formatDay('2016-04-01')).toBe('1 April 2016'));
});

describe('numbers', () => {
  test.each([
    [0, 0, '0'],
    [1234567, 0, '1\u202f234\u202f567'],
    [999.95, 1, '1\u202f000.0'],
    [0.1234, 3, '0.123'],
    [-1500, 0, '−1\u202f500'],
    [-0.2, 0, '0'],
  ])('%d with %d digits', (value, digits, shown) => {
    expect(formatNumber(value, digits)).toBe(shown);
  });

  test('unknown is never 0', () => {
    expect(formatNumber(null)).toBe('unknown');
    expect(formatNumber(Number.NaN)).toBe('unknown');
    expect(formatRange(null, 3)).toBe('unknown');
    expect(formatPercent(null)).toBe('unknown');
  });

  test('a range has an en dash', () => expect(formatRange(8.48, 33.54)).toBe('8–34'));

  test('a share that is not certain is never shown as certain', () => {
    expect(formatPercent(0.999)).toBe('over 99\u202f%');
    expect(formatPercent(0.0001)).toBe('under 1\u202f%');
    expect(formatPercent(1)).toBe('100\u202f%');
    expect(formatPercent(0)).toBe('0\u202f%');
  });

  test('one and many', () => {
    expect(countOf(1, 'violation')).toBe('1 violation');
    expect(countOf(0, 'violation')).toBe('0 violations');
  });
});

test('CSV quotes what needs it, leaves unknown empty and starts no formula', () => {
  expect(toCsv([['a, "b"', null, 3, '=1+1']])).toBe('"a, ""b""",,3,\'=1+1\r\n');
});
