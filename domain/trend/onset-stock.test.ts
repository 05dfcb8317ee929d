import fc from 'fast-check';
import { expect, test } from 'vitest';
import { binsOver } from '@/domain/bins';
import { type Dated, startOf } from '@/domain/dates';
import { at, incidentOf, on } from '@/domain/fixtures/builders';
import { incidentLists } from '@/domain/fixtures/generators';
import type { Incident } from '@/domain/incident';
import { POLICY_2026_11 } from '@/domain/policy';
import { factsOf } from '@/domain/sweep/facts';
import { onsetStock, type Spans, stockNote } from './onset-stock';

type Kind = 'ended' | 'ongoing' | 'open';
const took = (started: string, end: string | Kind): Incident => {
  const ended: Dated | null = end === 'ongoing' || end === 'open' ? null : on(end);
  return incidentOf({ started: on(started), ended, ongoing: end === 'ongoing' });
};
function spansOf(incidents: readonly Incident[]): Spans {
  const facts = incidents.map((incident) => factsOf(incident, POLICY_2026_11));
  return {
    startFirst: facts.map(({ startFirst }) => startFirst),
    startLast: facts.map(({ startLast }) => startLast),
    endFirst: facts.map(({ endFirst }) => endFirst),
    shape: facts.map(({ shape }) => shape),
  };
}
const stock = (incidents: readonly Incident[], from: string, to: string, asOf = to) =>
  onsetStock(
    spansOf(incidents),
    incidents.map((_, place) => place),
    binsOver({ from: startOf(on(from)), to: at(to) }, 'month'),
    at(asOf),
  );
const column = (
  made: ReturnType<typeof stock>,
  of: 'onsets' | 'coarse' | 'active' | 'unknownEnd',
) => made.bins.map((bin) => bin[of]);

test('new and active are told apart: a long intrusion is one onset and active in each month', () => {
  const made = stock(
    [
      took('2016-01-10', '2016-04-02'),
      took('2016-03-05', '2016-03-09'),
      took('2015-06-01', '2016-02-15'),
    ],
    ...(['2016-01-01', '2016-05-31'] as const),
  );
  expect(column(made, 'onsets')).toEqual([1, 0, 1, 0, 0]);
  expect(column(made, 'active')).toEqual([2, 2, 2, 1, 0]);
});

test('what goes on lasts to the day asked about, and what begins after it is not known yet', () => {
  const made = stock(
    [took('2016-02-01', 'ongoing'), took('2016-05-10', 'ongoing')],
    ...(['2016-01-01', '2016-06-30', '2016-04-20'] as const),
  );
  expect(column(made, 'active')).toEqual([0, 1, 1, 1, 0, 0]);
  expect(column(made, 'onsets')).toEqual([0, 1, 0, 0, 0, 0]);
});

test('an unknown end is not taken for a long one, nor for a short one', () => {
  const made = stock([took('2016-02-01', 'open')], '2016-01-01', '2016-05-31');
  expect(column(made, 'active')).toEqual([0, 1, 0, 0, 0]);
  expect(column(made, 'unknownEnd')).toEqual([0, 0, 1, 1, 1]);
  expect(stockNote(made, 'month')).toContain('The end of 1 incident is not known.');
});

test('a date too coarse for the month is told apart and not passed off as January', () => {
  const made = stock([took('2016', 'open'), took('2016-01', 'open')], '2016-01-01', '2016-03-31');
  expect(column(made, 'onsets')).toEqual([1, 0, 0]);
  expect(column(made, 'coarse')).toEqual([1, 0, 0]);
});

test("Little's law: the fewer the evictions, the longer the activity that one stock implies", () => {
  // A plateau of 65 active at 6.4 new a month: about ten months each, as with 262 compromises in 41 months.
  const incidents = Array.from({ length: 41 }, (_, month) => {
    const start = new Date(Date.UTC(2013, month, 1)).toISOString().slice(0, 10);
    const end = new Date(Date.UTC(2013, month + 10, 0)).toISOString().slice(0, 10);
    return Array.from({ length: 6 }, () => took(start, end));
  }).flat();
  const made = stock(incidents, '2014-01-01', '2016-05-31');
  expect(made.little?.onsets).toBe(6);
  expect(made.little?.active).toBe(60);
  expect(made.little?.activity).toBe(10);
  expect(stockNote(made, 'month')).toContain('each stayed active for about 10 months');
});

test('nothing began: no activity is implied', () => {
  expect(stock([], '2016-01-01', '2016-03-31').little).toBeNull();
});

test('every onset in the bins is counted once, and who began in a bin is active in it', () => {
  fc.assert(
    fc.property(incidentLists(12), (incidents) => {
      const made = stock(incidents, '2014-01-01', '2018-12-31');
      const inside = incidents.filter(({ started }) => {
        const start = startOf(started);
        return startOf(on('2014-01-01')) <= start && start <= at('2018-12-31');
      });
      const counted = made.bins.reduce((sum, { onsets, coarse }) => sum + onsets + coarse, 0);
      expect(counted).toBe(inside.length);
      for (const { onsets, coarse, active } of made.bins)
        expect(active).toBeGreaterThanOrEqual(onsets + coarse);
    }),
    { numRuns: 100 },
  );
});
