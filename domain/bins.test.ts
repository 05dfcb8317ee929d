import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { binNumber } from './bins';

describe('the number of a bin', () => {
  it('is that of the month, quarter or year of the calendar, leap days and all', () => {
    const day = fc.date({
      min: new Date(Date.UTC(0, 0, 1)),
      max: new Date(Date.UTC(9999, 11, 31)),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(day, (date) => {
        const month = date.getUTCFullYear() * 12 + date.getUTCMonth();
        expect(binNumber(date.getTime(), 'month')).toBe(month);
        expect(binNumber(date.getTime(), 'quarter')).toBe(Math.floor(month / 3));
        expect(binNumber(date.getTime(), 'year')).toBe(date.getUTCFullYear());
      }),
      { numRuns: 2000 },
    );
    for (const edge of ['2000-02-29', '2000-03-01', '1900-02-28', '1900-03-01', '2024-12-31'])
      expect(binNumber(Date.parse(edge), 'month')).toBe(
        Number(edge.slice(0, 4)) * 12 + Number(edge.slice(5, 7)) - 1,
      );
  });
});
