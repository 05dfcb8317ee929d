import { expect, test } from 'vitest';
import { CLOCK_LIMIT, clocksOf, dueOf, runningClocks, type TimedFinding } from './deadlines';
import { at } from './fixtures/builders';
import type { RuleId } from './verdict';

const DUES = { verifyBy: 1, notifyBy: 2, actBy: 3 };

test.each<[RuleId, number | null]>([
  ['R0', null],
  ['R1', null],
  ['R2', 1],
  ['R3', 1],
  ['R4', null],
  ['R9', 2],
  ['R10', 2],
  ['R11', 3],
  ['R12', 3],
  ['R13', 3],
  ['R14', 3],
])('%s turns on %s', (rule, due) => {
  expect(dueOf(rule, DUES)).toBe(due);
});

const timed = (rule: RuleId, day: string | null, accused: string | null = 'RU'): TimedFinding => ({
  incident: `${rule}-${day}`,
  title: 'An incident',
  clause: 'c1',
  accused,
  rule,
  due: day === null ? null : at(day),
});
const TODAY = at('2026-11-22');

test('open clocks come first, the soonest on top; then what lapsed and what was met, the latest on top', () => {
  const { rows, open, lapsed, met } = clocksOf(
    runningClocks([
      timed('R14', '2016-01-01'),
      timed('R11', '2018-01-01'),
      timed('R13', '2026-12-24'),
      timed('R9', '2026-11-22'),
      timed('R2', '2026-11-23'),
      timed('R14', '2026-11-20'),
      timed('R4', null),
      timed('R2', '2026-12-01', null),
    ]),
    TODAY,
  );
  expect(rows.map(({ kind, state, days }) => `${kind} ${state} ${days}`)).toEqual([
    'notify open 0',
    'verify open 1',
    'act open 32',
    'act lapsed -2',
    'act lapsed -3978',
    'act met -3247',
  ]);
  expect([open, lapsed, met]).toEqual([3, 2, 1]);
  expect(rows[0]).toMatchObject({ deadline: '2026-11-22', accused: 'RU', clause: 'c1' });
});

test('long lists are cut, the counts are not', () => {
  const many = Array.from({ length: 3 * CLOCK_LIMIT }, () => timed('R14', '2016-01-01'));
  const { rows, lapsed } = clocksOf(runningClocks([...many, timed('R13', '2026-12-01')]), TODAY);
  expect(rows).toHaveLength(CLOCK_LIMIT + 1);
  expect(lapsed).toBe(3 * CLOCK_LIMIT);
});
