import { describe, expect, it } from 'vitest';
import { bandPath, linePath, stepPath, steppedReaches } from './path';
import { linear, ratios, ratioTicks, scaleTicks, yearTicks } from './scale';

describe('paths', () => {
  it('do not join over a gap', () => {
    expect(linePath([{ x: 0, y: 1 }, { x: 1, y: 2 }, null, { x: 3, y: 4 }])).toBe(
      'M0.00,1.00L1.00,2.00M3.00,4.00',
    );
    expect(bandPath([{ x: 0, low: 1, high: 2 }, null])).toBe('M0.00,2.00L0.00,1.00Z');
  });

  it('keep their height until the next step', () => {
    const places = [
      { x: 0, y: 1 },
      { x: 2, y: 3 },
    ];
    expect(stepPath(places)).toBe('M0.00,1.00H2.00V3.00');
    expect(steppedReaches([0, 2].map((x) => ({ x, low: x, high: x + 1 })))).toEqual([
      { x: 0, low: 0, high: 1 },
      { x: 2, low: 0, high: 1 },
      { x: 2, low: 2, high: 3 },
    ]);
  });
});

describe('scales', () => {
  it.each([
    ['a straight one', linear([0, 10], [0, 100]), 5, 50],
    ['one without length', linear([3, 3], [7, 9]), 3, 7],
    ['the same factor, the same way', ratios([0.5, 2], [0, 100]), 1, 50],
    ['further out than it reaches', ratios([0.5, 2], [0, 100]), 8, 100],
  ])('%s', (_, scale, value, place) => {
    expect(scale(value)).toBeCloseTo(place, 9);
  });

  it.each([
    [0, true, [0, 1]],
    [1, true, [0, 1]],
    [3, true, [0, 1, 2, 3]],
    [25, true, [0, 5, 10, 15, 20, 25]],
    [26, true, [0, 10, 20, 30]],
    [0.13, false, [0, 0.05, 0.1, 0.15]],
    [7.2, false, [0, 2, 4, 6, 8]],
  ])('reach %d with round numbers, whole ones only: %s', (top, whole, ticks) => {
    expect(scaleTicks(top, whole)).toEqual(ticks);
  });

  it('of ratios reach what is drawn, and 1', () => {
    expect(ratioTicks([0.3, 1.4])).toEqual([0.2, 0.5, 1, 2]);
    expect(ratioTicks([])).toEqual([0.5, 1, 2]);
  });

  it('names as many years as fit', () => {
    const labels = (width: number) =>
      yearTicks(2010 * 12 + 3, 2015 * 12, width).map((t) => t.label);
    expect(labels(1000)).toEqual(['2011', '2012', '2013', '2014', '2015']);
    expect(labels(110)).toEqual(['2011', '2014']);
  });
});
