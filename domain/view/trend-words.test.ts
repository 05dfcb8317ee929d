import { describe, expect, it } from 'vitest';
import type { ViewHead } from '@/domain/standing-view';
import { trendHeadline } from './trend-words';

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
    [
      'most in one year',
      [1, 4, 2],
      '7 violations would have been found, most of them (4) in 2019.',
    ],
    ['no year ahead of the others', [2, 2], '4 violations would have been found.'],
    ['a single one', [0, 1], '1 violation would have been found.'],
    ['none', [0, 0], 'No violation would have been found in this period.'],
  ])('%s', (_, counts, words) => {
    expect(trendHeadline(pact(), 'violations', years(counts))).toBe(words);
  });

  it('is told as it was under a pact that was in force', () => {
    const historical = pact({ kind: 'historical' });
    expect(trendHeadline(historical, 'violations', years([3]))).toBe('3 violations were found.');
    expect(trendHeadline(historical, 'covered', years([1]))).toBe(
      '1 covered incident was on record.',
    );
  });

  it('says where nobody is on record as having looked', () => {
    const some = [...years([1, 0]), ...years([2], false)];
    expect(trendHeadline(pact(), 'violations', some)).toContain('For 1 of 3 periods nobody');
    expect(trendHeadline(pact(), 'violations', years([2], false))).toContain(
      'fewer may mean less looking',
    );
  });

  it('counts nothing under a pact that is kept for its text, or never bound', () => {
    expect(trendHeadline(pact({ referenceOnly: true }), 'violations', [])).toMatch(/its text/);
    expect(trendHeadline(pact({ inForce: null }), 'violations', [])).toMatch(/never in force/);
  });
});
