import { expect, test } from 'vitest';
import { type Duration, kaplanMeier, survivalAt } from './survival';

const came = (...days: number[]): Duration[] => days.map((n) => ({ days: n, event: true }));
const waited = (...days: number[]): Duration[] => days.map((n) => ({ days: n, event: false }));

test('T18: answers after 3, 7, 12, 20, 45 days; three still waiting at 7, 30, 30', () => {
  const steps = kaplanMeier([...waited(7, 30, 30), ...came(45, 20, 12, 7, 3)]);
  const table = steps.map(({ days, survival, error }) => [
    days,
    Number(survival.toFixed(4)),
    error === null ? null : Number(error.toFixed(4)),
  ]);
  expect(table).toEqual([
    [3, 0.875, 0.1169],
    [7, 0.75, 0.1531],
    [12, 0.6, 0.1817],
    [20, 0.45, 0.1882],
    [45, 0, null],
  ]);
});

test('an answer comes before a censoring on the same day', () => {
  expect(kaplanMeier([...came(7), ...waited(7)])).toMatchObject([{ atRisk: 2, survival: 0.5 }]);
});

test('without an answer there is no curve, and nothing is taken for granted', () => {
  expect(kaplanMeier(waited(10, 20))).toEqual([]);
  expect(survivalAt([], 100)).toBe(1);
});

test('the curve holds its value until the next answer', () => {
  const steps = kaplanMeier([...came(3, 10), ...waited(20, 20)]);
  expect([0, 3, 9, 10, 99].map((day) => survivalAt(steps, day))).toEqual([1, 0.75, 0.75, 0.5, 0.5]);
});

test('a negative duration is refused', () => {
  expect(() => kaplanMeier(came(-1))).toThrow(/duration/);
});
