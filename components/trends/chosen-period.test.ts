import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { between, choiceOf, periodOfChoice } from './chosen-period';

const years = Array.from({ length: 6 }, (_, at) => ({
  from: `${2015 + at}-01-01`,
  to: `${2015 + at}-12-31`,
}));

describe('a chosen period', () => {
  it.each([
    ['nothing chosen: everything', null, null, [0, 5]],
    ['from a day on: its bin and the later ones', '2016-06-01', null, [1, 5]],
    ['within one bin', '2017-02-01', '2017-03-01', [2, 2]],
    ['until before the first bin: everything', null, '2010-01-01', [0, 5]],
    ['from after the last bin: everything', '2030-01-01', null, [0, 5]],
  ])('%s', (_, since, until, [first, last]) => {
    expect(choiceOf(years, { since, until })).toEqual({ first, last });
  });

  it('leaves an end open at the edge, so that it follows the record', () => {
    expect(periodOfChoice(years, { first: 0, last: 5 })).toEqual({ since: null, until: null });
    expect(periodOfChoice(years, { first: 2, last: 3 })).toEqual({
      since: '2017-01-01',
      until: '2018-12-31',
    });
  });

  it('comes back from the address as it went there, whichever end was drawn first', () => {
    fc.assert(
      fc.property(fc.integer({ min: -3, max: 9 }), fc.integer({ min: -3, max: 9 }), (one, two) => {
        const chosen = between(years, one, two);
        expect(chosen).toEqual(between(years, two, one));
        expect(choiceOf(years, periodOfChoice(years, chosen))).toEqual(chosen);
      }),
    );
  });
});
