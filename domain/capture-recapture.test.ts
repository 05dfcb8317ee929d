import { expect, test } from 'vitest';
import { chapman } from './capture-recapture';

test('T13: lists of twelve and nine that share five point to 20.7 incidents', () => {
  const { estimate, variance } = chapman(12, 9, 5);
  expect(estimate).toBeCloseTo(20.6667, 4);
  expect(variance).toBeCloseTo(14.4444, 4);
});

test('two lists of the same incidents leave none uncounted', () => {
  expect(chapman(8, 8, 8)).toEqual({ estimate: 8, variance: 0 });
});

test('more shared than listed is refused', () => {
  expect(() => chapman(3, 9, 4)).toThrow(/share/);
  expect(() => chapman(3.5, 9, 1)).toThrow(/whole/);
});
