import { expect, test } from 'vitest';
import { BIN_LIMIT, binSizeFor, binsOver } from './bins';
import { startOf, toDay } from './dates';
import { at, on, pactOf, settingOf, treatyOf } from './fixtures/builders';
import {
  annotationsOf,
  chartPeriod,
  findingBins,
  heatOf,
  type TrendFinding,
  yearsByClause,
} from './trend';
import type { Verdict } from './verdict';

const finding = (day: string, verdict: Verdict, clause = 'c1'): TrendFinding => ({
  incident: `i-${day}`,
  accused: 'RU',
  clause,
  verdict,
  rule: 'R4',
  link: { predicate: 'met' },
  severity: 3,
  b: 0.8,
  u: 0.1,
  m: 1,
  onset: startOf(on(day)),
});
const span = (from: string, to: string) => ({ from: startOf(on(from)), to: at(to) });
const unwatched = () => null;

test.each([
  ['month', ['2015-11', '2015-12', '2016-01'], 'Nov 2015', '2015-11-01', '2015-11-30'],
  ['quarter', ['2015-Q4', '2016-Q1'], 'Q4 2015', '2015-10-01', '2015-12-31'],
  ['year', ['2015', '2016'], '2015', '2015-01-01', '2015-12-31'],
] as const)(
  'a %s bin is whole, and every one the period touches is there',
  (by, keys, label, from, to) => {
    const bins = binsOver(span('2015-11-20', '2016-01-03'), by);
    expect(bins.map(({ key }) => key)).toEqual(keys);
    const [first] = bins;
    expect(first?.label).toBe(label);
    expect([toDay(first?.from ?? 0), toDay(first?.to ?? 0)]).toEqual([from, to]);
  },
);

test('a period too long for its bins is told in larger ones', () => {
  const long = span('1933-11-16', '2026-11-22');
  expect(binSizeFor(long, 'month')).toBe('quarter');
  expect(binSizeFor(span('1800-01-01', '2026-11-22'), 'month')).toBe('year');
  expect(binSizeFor(span('1990-01-01', '2026-11-22'), 'month')).toBe('month');
  expect(binsOver(long, 'quarter').length).toBeLessThanOrEqual(BIN_LIMIT);
  expect(findingBins([], { period: long, by: 'month', monitored: unwatched }).by).toBe('quarter');
});

test('findings fall in the bin of their onset; empty bins stay; what lies outside is not drawn', () => {
  const { bins } = findingBins(
    [
      finding('2016-01-31', 'VIOLATION_COMMISSION'),
      finding('2016-01-01', 'PENDING'),
      finding('2016-03-01', 'VIOLATION_COMMISSION'),
      finding('2012-03-01', 'NOT_COVERED'),
    ],
    { period: span('2016-01-01', '2016-03-31'), by: 'month', monitored: unwatched },
  );
  expect(bins.map(({ key, counts }) => [key, counts.VIOLATION_COMMISSION, counts.PENDING])).toEqual(
    [
      ['2016-01', 1, 1],
      ['2016-02', 0, 0],
      ['2016-03', 1, 0],
    ],
  );
  expect(bins.reduce((sum, { counts }) => sum + counts.NOT_COVERED, 0)).toBe(0);
});

test('no monitoring record is null and not zero, and a bin asks only for its part of the period', () => {
  const asked: string[] = [];
  const { bins } = findingBins([], {
    period: span('2016-01-15', '2016-02-10'),
    by: 'month',
    monitored: ({ from, to }) => {
      asked.push(`${toDay(from)} ${toDay(to)}`);
      return asked.length === 1 ? null : 0;
    },
  });
  expect(bins.map(({ monitored }) => monitored)).toEqual([null, 0]);
  expect(asked).toEqual(['2016-01-15 2016-01-31', '2016-02-01 2016-02-10']);
});

test('the chart reaches back to conduct that began before and is covered, not to what is not covered', () => {
  const period = span('2016-01-01', '2016-12-31');
  const early = [finding('2015-06-01', 'DISPUTED'), finding('2010-01-01', 'NOT_COVERED')];
  expect(chartPeriod(early, period)).toEqual({ ...period, from: startOf(on('2015-06-01')) });
  expect(chartPeriod([], null)).toBeNull();
});

test('heat cells hold the findings of a clause and year with the gravest of them', () => {
  const { clauses, years, cells } = heatOf(
    yearsByClause([
      finding('2016-02-01', 'DISPUTED'),
      finding('2016-05-01', 'VIOLATION_OMISSION'),
      finding('2017-05-01', 'PENDING', 'c2'),
      finding('2017-05-01', 'NOT_COVERED'),
    ]),
    ['c1', 'c2', 'c3'],
    span('2015-01-01', '2017-12-31'),
  );
  expect([clauses, years]).toEqual([
    ['c1', 'c2', 'c3'],
    [2015, 2016, 2017],
  ]);
  expect(cells.map(({ clause, year, gravest }) => [clause, year, gravest])).toEqual([
    ['c1', 2016, 'VIOLATION_OMISSION'],
    ['c2', 2017, 'PENDING'],
  ]);
  expect(cells[0]?.counts).toMatchObject({ DISPUTED: 1, VIOLATION_OMISSION: 1, NOT_COVERED: 0 });
});

test('annotations tell the assumed entry into force of a hypothetical pact', () => {
  const assumed = (changes = {}) => annotationsOf(pactOf(), settingOf('2020-01-01', changes));
  expect(assumed()).toEqual([{ date: '2015-01-01', label: 'Assumed entry into force' }]);
  expect(assumed({ assumedFrom: startOf(on('2017-05-05')) })[0]?.date).toBe('2017-05-05');
  expect(annotationsOf(pactOf(), settingOf('2014-12-31'))).toEqual([]);
});

test('and the steps of the parties, those of one day together, none from after the day asked about', () => {
  const treaty = treatyOf([
    ['RU', 'in_force', '1972-05-25'],
    ['US', 'in_force', '1972-05-25'],
    ['US', 'withdrawn', '2019-02-02'],
    ['RU', 'no_reply', '2030-01-01'],
  ]);
  expect(annotationsOf(treaty, settingOf('2020-01-01'))).toEqual([
    { date: '1972-05-25', label: 'Russia, United States: in force' },
    { date: '2019-02-02', label: 'United States: withdrew' },
  ]);
});
