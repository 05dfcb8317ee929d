import { describe, expect, test } from 'vitest';
import { inWords, ofCode, ofPlaywright, ofVitest, sum } from './tally.mjs';

const unit = {
  numPassedTests: 3,
  numFailedTests: 0,
  numPendingTests: 1,
  numTodoTests: 0,
  testResults: [],
};
const stories = { stats: { expected: 2, unexpected: 0, flaky: 0, skipped: 0 } };

describe('the sum of all runners', () => {
  test('adds what each counted', () => {
    const total = sum([ofCode(0), ofVitest(unit, 0), ofPlaywright(stories, 0)]);
    expect(inWords(total)).toBe('6 passed, 0 failed, 1 skipped');
  });

  test('leaves out skipped when nothing was', () => {
    expect(inWords(sum([ofCode(0), ofCode(1)]))).toBe('1 passed, 1 failed');
  });

  test.each([
    ['a runner without a report', ofVitest(undefined, 1)],
    ['stories without a report', ofPlaywright(undefined, 1)],
    ['a runner that reports no failure and ends badly', ofVitest(unit, 1)],
    [
      'a story that passed on a second try',
      ofPlaywright({ stats: { ...stories.stats, flaky: 1 } }, 0),
    ],
    [
      'a file that failed before its tests',
      ofVitest({ ...unit, testResults: [{ status: 'failed', assertionResults: [] }] }, 1),
    ],
  ])('counts %s as one failure', (_, tally) => {
    expect(tally.failed).toBe(1);
  });
});
