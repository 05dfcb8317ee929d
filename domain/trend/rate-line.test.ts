import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { binsOver } from '@/domain/bins';
import { startOf } from '@/domain/dates';
import type { Monitoring } from '@/domain/dossier';
import { at, on, pactOf, settingOf } from '@/domain/fixtures/builders';
import { monitorings, swapStates } from '@/domain/fixtures/generators';
import { trendAnnotations } from './annotations';
import { effortOn, effortStretches } from './effort';
import { rateLine } from './rate-line';
import { effortBreaks } from './scope-break';

const watched = (from: string, to: string, effort = 1, victimState = 'US'): Monitoring => ({
  ...{ victimState, from, to, effort },
});
const span = (from: string, to: string) => ({ from: startOf(on(from)), to: at(to) });
const YEAR = span('2016-01-01', '2016-12-31');
const US = [['US']];
const line = (
  monitoring: readonly Monitoring[],
  counts: readonly number[],
  breaks = effortBreaks(monitoring, US),
  period = YEAR,
) =>
  rateLine(binsOver(period, 'month'), counts, {
    ...{ period, breaks, effort: effortOn(monitoring, US), coverage: 0.95 },
  });

describe('effort', () => {
  test('overlapping records count once, the larger one; what adjoins and is alike is one', () => {
    const told = effortStretches(
      [
        watched('2016-01-01', '2016-03-31'),
        watched('2016-03-01', '2016-04-30', 2),
        watched('2016-05-01', '2016-05-31', 2),
        watched('2016-07-01', '2016-07-31', 0),
      ],
      ['US'],
    ).map(({ from, to, effort }) => [
      new Date(from).getUTCMonth() + 1,
      new Date(to).getUTCMonth() + 1,
      effort,
    ]);
    expect(told).toEqual([
      [1, 2, 1],
      [3, 5, 2],
    ]);
  });

  test('without any record a month is a month, and that is said', () => {
    const { recorded, exposure } = effortOn([], US);
    expect(recorded).toBe(false);
    expect(exposure(YEAR)).toBeCloseTo(12, 1);
  });

  test('with a record, a time in which nobody looked is a gap and no zero', () => {
    const { recorded, exposure } = effortOn([watched('2016-01-01', '2016-06-30', 2)], US);
    expect(recorded).toBe(true);
    expect(exposure(span('2016-01-01', '2016-06-30'))).toBeCloseTo(12, 1);
    expect(exposure(span('2016-07-01', '2016-12-31'))).toBeNull();
  });

  test('it is the mean over the sides', () => {
    const { exposure } = effortOn([watched('2016-01-01', '2016-12-31')], [['US'], ['GB']]);
    expect(exposure(YEAR)).toBeCloseTo(6, 1);
  });
});

describe('the rate line', () => {
  test('a gap has no rate, however many were logged, and is not bridged', () => {
    const points = line(
      [watched('2016-01-01', '2016-03-31'), watched('2016-06-01', '2016-12-31')],
      [1, 1, 1, 7, 0, 1, 1, 1, 1, 1, 1, 1],
    );
    expect(points.map(({ segment }) => segment)).toEqual([
      1,
      1,
      1,
      null,
      null,
      2,
      2,
      2,
      2,
      2,
      2,
      2,
    ]);
    expect(points[3]).toMatchObject({ n: 7, exposure: null, rate: null });
  });

  test('watched and nothing found is a rate of nought with an upper end', () => {
    const [january] = line([watched('2016-01-01', '2016-12-31')], Array(12).fill(0));
    expect(january?.rate?.rate).toBe(0);
    expect(january?.rate?.high).toBeGreaterThan(3);
  });

  test('a change of effort at the turn of a month parts the line; within a month it mixes two scopes', () => {
    const wider = [watched('2016-01-01', '2016-05-31'), watched('2016-06-01', '2016-12-31', 2)];
    const parted = line(wider, Array(12).fill(2));
    expect(parted.map(({ segment }) => segment)).toEqual([1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2]);
    expect(parted[6]?.rate?.rate).toBeCloseTo((parted[0]?.rate?.rate ?? 0) / 2, 5);
    const within = line(wider, Array(12).fill(2), [{ date: '2016-06-10', label: 'wider' }]);
    expect(within[5]).toMatchObject({ mixed: true, rate: null, segment: null });
  });

  test('the part of a month that lies in the period counts', () => {
    const [november] = line([], [3], [], span('2016-11-16', '2016-11-30'));
    expect(november?.exposure).toBeCloseTo(0.49, 2);
  });

  test('intervals contain their rate, gaps have none, and no line crosses either', () => {
    fc.assert(
      fc.property(
        monitorings,
        fc.array(fc.nat({ max: 9 }), { minLength: 12, maxLength: 12 }),
        (monitoring, counts) => {
          const points = line(monitoring, counts);
          points.forEach(({ rate, segment, exposure }, place) => {
            expect(rate === null).toBe(segment === null);
            if (exposure === null) expect(rate).toBeNull();
            if (rate !== null) expect(rate.low <= rate.rate && rate.rate <= rate.high).toBe(true);
            const before = points[place - 1]?.segment ?? null;
            if (segment !== null && before === null)
              expect(points.filter((one) => one.segment === segment)[0]).toBe(points[place]);
          });
        },
      ),
      { numRuns: 150 },
    );
  });

  test('swapping the names of two states swaps their effort and nothing else', () => {
    fc.assert(
      fc.property(monitorings, (monitoring) => {
        expect(effortStretches(swapStates(monitoring, 'RU', 'US'), ['RU'])).toEqual(
          effortStretches(monitoring, ['US']),
        );
      }),
      { numRuns: 100 },
    );
  });
});

test('annotations tell the pact, the rules and the breaks, in order, none from after the day asked about', () => {
  const breaks = effortBreaks(
    [watched('2014-01-01', '2016-05-31'), watched('2016-06-01', '2016-12-31', 2)],
    US,
  );
  const rules = [
    { name: 'Policy', version: '2026-11', validFrom: '2026-11-01' },
    { name: 'Codebook', version: '2', validFrom: '2015-06-01' },
  ];
  expect(trendAnnotations(pactOf(), settingOf('2020-01-01'), rules, breaks)).toEqual([
    { date: '2015-01-01', label: 'Assumed entry into force', kind: 'pact' },
    { date: '2015-06-01', label: 'Codebook 2', kind: 'rules' },
    {
      date: '2016-06-01',
      label: 'Monitoring of United States widened: effort 1 to 2',
      kind: 'scope_break',
    },
  ]);
});
