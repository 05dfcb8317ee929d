import { expect, test } from 'vitest';
import { position, timeTicks } from './time-axis';

const at = (day: string): number => Date.parse(`${day}T00:00:00.000Z`);

test.each([
  ['2016-04-18', '2016-05-02', '18 Apr'],
  ['2016-04-18', '2017-01-10', 'May 2016'],
  ['2016-04-18', '2021-01-10', '2017'],
  ['1933-11-16', '2025-01-01', '1940'],
])('from %s to %s the first tick is %s and there are few', (from, to, first) => {
  const ticks = timeTicks(at(from), at(to));
  expect(ticks.length).toBeGreaterThan(1);
  expect(ticks.length).toBeLessThan(8);
  expect(ticks.every((tick) => tick.at >= at(from) && tick.at <= at(to))).toBe(true);
  expect(ticks[0]?.label).toBe(first);
});

test('a position stays on the axis', () => {
  expect(position(0, 0, 100)).toBe(2);
  expect(position(100, 0, 100)).toBe(98);
  expect(position(-50, 0, 100)).toBe(2);
  expect(position(5, 5, 5)).toBe(2);
});
