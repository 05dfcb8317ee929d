import { describe, expect, it } from 'vitest';
import type { ViewHead } from '@/domain/standing-view';
import type { RatePoint } from '@/domain/trend/rate-line';
import { caveatOf, rateSummary, trendHeadline } from './trend-words';

const pact = (changes: Partial<ViewHead['pact']> = {}): Pick<ViewHead, 'pact'> => ({
  pact: {
    ...{ id: 'a-pact', version: 1, title: 'A pact', kind: 'hypothetical', referenceOnly: false },
    ...{ parties: ['US', 'RU'], clauses: [], choices: [] },
    inForce: { from: '2018-01-01', until: null },
    ...changes,
  },
});
const years = (counts: readonly number[], watched = true) =>
  counts.map((n, at) => ({ label: `${2018 + at}`, n, watched }));

describe('the headline of a trend', () => {
  it.each([
    ['most in one year', [1, 4, 2], '7 violations would have been found, the most (4) in 2019.'],
    [
      'two years alike',
      [2, 2, 1],
      '5 violations would have been found, the most (2 each) in 2018 and 2019.',
    ],
    ['no year ahead of the others', [2, 2, 2, 2], '8 violations would have been found.'],
    ['a single one', [0, 1], '1 violation would have been found.'],
    ['none', [0, 0], 'No violation would have been found in this period.'],
  ])('%s', (_, counts, words) => {
    expect(trendHeadline(pact(), years(counts))).toBe(words);
  });

  it('is told as it was under a pact that was in force', () => {
    const historical = pact({ kind: 'historical' });
    expect(trendHeadline(historical, years([3]))).toBe('3 violations were found.');
    expect(trendHeadline(historical, years([1]))).toBe('1 violation was found.');
  });

  it('is qualified where nobody is on record as having looked', () => {
    expect(caveatOf(pact(), years([1, 0]))).toBeNull();
    const some = [...years([1, 0]), ...years([2], false)];
    expect(caveatOf(pact(), some)).toContain('For 1 of 3 periods nobody');
    expect(caveatOf(pact(), years([2], false))).toMatch(/^Nobody recorded how much was looked/);
  });

  it('counts nothing under a pact that is kept for its text, or never bound', () => {
    expect(trendHeadline(pact({ referenceOnly: true }), [])).toMatch(/its text/);
    expect(trendHeadline(pact({ inForce: null }), [])).toMatch(/never in force/);
  });
});

describe('the rate line in words', () => {
  const bins = ['2018', '2019', '2020'].map((label) => ({ label }));
  const rates = (counts: readonly (number | null)[], segments: readonly number[]): RatePoint[] =>
    counts.map((n, at) => ({
      ...{ key: `${2018 + at}`, n: n ?? 0, mixed: false },
      exposure: n === null ? null : 12,
      rate: n === null ? null : { rate: n / 12, low: 0, high: 1 },
      segment: n === null ? null : (segments[at] ?? null),
    }));
  const told = { recorded: true, coverage: 0.95 };

  it('names the highest and the last, with their intervals', () => {
    expect(rateSummary(bins, rates([1, 6, 3], [1, 1, 1]), told)).toBe(
      'Highest, 0.50 per month of effort 1 in 2019 (95 % interval 0 to 1); last, 0.25 per month of effort 1 in 2020 (95 % interval 0 to 1).',
    );
  });

  it('says how short a period is that only just began, or was about to end', () => {
    const [first, ...others] = rates([1, 6, 3], [1, 1, 1]);
    if (first === undefined) throw new Error('there is no first period');
    const short = { ...first, exposure: 0.3, rate: { rate: 1 / 0.3, low: 0.09, high: 19 } };
    expect(rateSummary(bins, [short, ...others], told)).toMatch(
      /^Highest, 3\.3 per month of effort 1 in 2018, over 0\.30 months \(95 % interval 0\.09 to 19\); last, 0\.25 per month of effort 1 in 2020 \(/,
    );
  });

  it('says which periods have none, and that parts are not to be compared', () => {
    const words = rateSummary(bins, rates([6, null, 3], [1, 1, 2]), told);
    expect(words).toContain('1 period has no rate.');
    expect(words).toContain('2 parts, which are not to be compared');
  });

  it('says where there is no rate at all, and where nobody recorded any effort', () => {
    expect(rateSummary(bins, rates([null, null, null], []), told)).toMatch(/there is no rate/);
    expect(rateSummary(bins, rates([0, 0, 0], [1, 1, 1]), { ...told, recorded: false })).toMatch(
      /^Last, 0 per month .* No monitoring is on record/,
    );
  });
});
