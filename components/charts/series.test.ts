import { expect, test } from 'vitest';
import type { FindingBin, FindingRow } from '@/domain/standing-view';
import { confidenceSummary, ordered } from './confidence-order';
import { summary, totals } from './findings-series';
import { marksOf, ticksOf } from './time-axis';

const none: FindingBin['counts'] = {
  VIOLATION_COMMISSION: 0,
  VIOLATION_OMISSION: 0,
  DISPUTED: 0,
  PENDING: 0,
  DISCHARGED: 0,
  NOT_ATTRIBUTABLE: 0,
  NOT_COVERED: 9,
};
const bin = (year: number, counts: Partial<FindingBin['counts']>): FindingBin => ({
  key: `${year}`,
  label: `${year}`,
  from: `${year}-01-01`,
  to: `${year}-12-31`,
  counts: { ...none, ...counts },
  monitored: null,
});
const bins = [
  bin(2016, { VIOLATION_COMMISSION: 4, PENDING: 1 }),
  bin(2017, {}),
  bin(2018, { VIOLATION_OMISSION: 1 }),
];

test('what no clause covers is not drawn', () => {
  expect(totals(bins)).toEqual([
    { verdict: 'VIOLATION_COMMISSION', count: 4 },
    { verdict: 'VIOLATION_OMISSION', count: 1 },
    { verdict: 'PENDING', count: 1 },
  ]);
});

test('the picture in words', () => {
  expect(summary(bins)).toBe(
    '6 findings from 2016 to 2018: Violation: committed 4; Violation: did not act 1; Pending 1. Most in 2016: 5.',
  );
  expect(summary([bin(2017, {})])).toBe('No finding falls in the period shown.');
  expect(summary([])).toBe('No finding falls in the period shown.');
});

test('dated events are numbered in order and stand in their bin; those outside are left out', () => {
  const marks = marksOf(
    [
      { date: '2018-01-01', label: 'Assumed entry into force' },
      { date: '2016-11-28', label: 'Proposed' },
      { date: '1999-01-01', label: 'Long ago' },
    ],
    bins,
  );
  expect(marks.map(({ number, bin: at, label }) => [number, at, label])).toEqual([
    [1, '2016', 'Proposed'],
    [2, '2018', 'Assumed entry into force'],
  ]);
});

test('a few bins are all named, many by the first of each year', () => {
  expect(ticksOf(bins)).toEqual(['2016', '2017', '2018']);
  const months = Array.from({ length: 30 }, (_, at) => {
    const year = 2016 + Math.floor((at + 6) / 12);
    return { ...bin(year, {}), key: `${at}`, label: `m${at} ${year}` };
  });
  expect(ticksOf(months)).toEqual(['m6 2017', 'm18 2018']);
});

const row = (incident: string, lower: number, upper: number, date: string): FindingRow => ({
  incident,
  title: incident,
  started: { date, precision: 'day' },
  ended: null,
  ongoing: false,
  clause: 'c1',
  accused: 'RU',
  verdict: 'PENDING',
  rule: 'R13',
  reason: 'act',
  severity: 3,
  question: 'link',
  lower,
  upper,
  threshold: 0.5,
  factor: 1,
  flags: [],
  signed: null,
  victims: [],
  link: 'met',
});
const rows = [
  row('a', 0.6, 0.9, '2018-01-01'),
  row('b', 0.1, 1, '2016-01-01'),
  row('c', 0.2, 0.3, '2017-01-01'),
];

test.each([
  ['belief', 'acb'],
  ['doubt', 'bac'],
  ['margin', 'acb'],
  ['date', 'bca'],
] as const)('intervals in order of %s', (order, expected) => {
  expect(
    ordered(rows, order)
      .map(({ incident }) => incident)
      .join(''),
  ).toBe(expected);
});

test('intervals in words', () => {
  expect(confidenceSummary(rows)).toBe(
    '3 intervals of belief: 1 reach the threshold of their clause, 1 could if doubt were resolved, 1 could not.',
  );
});
