import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { startOf } from '@/domain/dates';
import { assess } from '@/domain/finding';
import {
  answer,
  at,
  claimsOf,
  incidentOf,
  LINKED,
  notice,
  on,
  PROVED,
  pactOf,
  settingOf,
} from '@/domain/fixtures/builders';
import {
  incidentLists,
  monitorings,
  pacts,
  settings,
  swapStates,
} from '@/domain/fixtures/generators';
import type { Incident } from '@/domain/incident';
import { POLICY_2026_11 } from '@/domain/policy';
import { standings } from '@/domain/standing';
import { DEFAULT_FILTER } from '@/domain/standing-filter';
import { columnsOf } from '@/domain/sweep/columns';
import { type StandingAt, standingMoves } from './standing-moves';
import { movesSentence } from './standing-moves-words';
import { periodEnds, standingSeries } from './standing-series';

const policy = POLICY_2026_11.values;
const unsigned = () => null;
/** Only a notice makes the accused know: so that clocks begin when the tests say. */
const [clause] = pactOf().clauses;
if (clause?.dueDiligence == null) throw new Error('the clause has no duty');
const dueDiligence = { ...clause.dueDiligence, knowledge: 'actual' as const };
const pact = pactOf({ clauses: [{ ...clause, dueDiligence }] });
const series = (incidents: readonly Incident[], days: readonly string[]) => {
  const setting = settingOf(days.at(-1) ?? '2016-12-31');
  return standingSeries(
    {
      columns: columnsOf(incidents, setting),
      ...{ pact, setting },
      filter: { ...DEFAULT_FILTER, party: 'RU' },
      signedAs: unsigned,
    },
    days.map(at),
  );
};
const moved = (incidents: readonly Incident[], from: string, to: string) => {
  const [one, two] = series(incidents, [from, to]);
  if (one === undefined || two === undefined) throw new Error('no standing');
  return standingMoves(one, two, policy);
};
const kinds = (incidents: readonly Incident[], from: string, to: string) =>
  moved(incidents, from, to).moves.map(({ incident, kind }) => `${incident} ${kind}`);

const proved = (id: string, day: string): Incident =>
  incidentOf({
    id,
    started: on(day),
    disclosed: on(day),
    claims: PROVED.map((claim) => ({ ...claim, date: on(day) })),
  });

describe('what moved the index of a party between two days', () => {
  test.each([
    ['an incident that came to be known', [proved('a', '2016-06-01')], 'a new'],
    [
      'a clock that ran out',
      [incidentOf({ id: 'a', claims: LINKED, notifications: [notice({ at: on('2016-04-20') })] })],
      'a clock_ran_out',
    ],
    [
      'a duty that was met',
      [
        incidentOf({
          id: 'a',
          claims: LINKED,
          notifications: [notice({ at: on('2016-04-20') })],
          responses: [answer('2016-05-10', 5)],
        }),
      ],
      'a answered',
    ],
    [
      'claims that show the state itself',
      [
        incidentOf({
          id: 'a',
          claims: [
            ...LINKED,
            ...claimsOf(
              'c8 RU:STATE A1 almost_certain K8 on 2016-06-10\nc9 RU:STATE A1 almost_certain K9 on 2016-06-10',
            ),
          ],
          notifications: [notice({ at: on('2016-04-20') })],
        }),
      ],
      'a re_attributed',
    ],
    [
      'a retraction',
      [
        incidentOf({
          id: 'a',
          claims: claimsOf(
            'c1 RU:STATE A1 almost_certain K1\nc2 RU:STATE A1 almost_certain K2 retracted 2016-06-01',
          ),
        }),
      ],
      'a re_attributed',
    ],
  ])('%s', (_, incidents, kind) => {
    expect(kinds(incidents, '2016-04-30', '2016-08-31')).toEqual([kind]);
  });

  test('without change only time moves it, and in favour of the party', () => {
    const { change, time, moves } = moved([proved('a', '2016-01-01')], '2016-06-30', '2017-06-30');
    expect(moves).toEqual([]);
    expect(time).toBeGreaterThan(0);
    expect(change).toBeCloseTo(time ?? Number.NaN, 9);
  });

  test('the sentence tells it in a line', () => {
    const incidents = [
      proved('z', '2016-01-02'),
      proved('a', '2016-06-01'),
      proved('b', '2016-07-01'),
    ];
    const sentence = movesSentence(moved(incidents, '2016-05-31', '2016-08-31'));
    expect(sentence).toMatch(/^\u2212\d+ since May 2016: two new, \+\d+ by more time in force\.$/);
  });

  test('nothing to tell is told too', () => {
    expect(movesSentence(moved([], '2016-05-31', '2016-08-31'))).toBe(
      'No change since May 2016: nothing that counts has changed.',
    );
  });
});

test('ends are those of the bins, the last one that of the period; too many make larger bins', () => {
  const span = (from: string, to: string) => ({ from: startOf(on(from)), to: at(to) });
  expect(periodEnds(span('2016-01-15', '2016-03-10'), 'month')).toEqual(
    ['2016-01-31', '2016-02-29', '2016-03-10'].map(at),
  );
  expect(periodEnds(span('2010-01-01', '2019-12-31'), 'month')).toHaveLength(10);
});

describe('on random corpora', () => {
  const worlds = fc.tuple(incidentLists(6), pacts, settings);
  const days = ['2016-03-31', '2016-12-31', '2018-06-30'].map(at);
  const seriesOf = ([incidents, pact, setting]: typeof worlds extends fc.Arbitrary<infer T>
    ? T
    : never) =>
    standingSeries(
      {
        columns: columnsOf(incidents, setting),
        pact,
        setting,
        filter: DEFAULT_FILTER,
        signedAs: unsigned,
      },
      days,
    );

  test('each point is the standing of that day', () => {
    fc.assert(
      fc.property(worlds, monitorings, (world, monitoring) => {
        const [incidents, pact, setting] = world;
        for (const { asOf, party, low, high } of seriesOf(world)) {
          const then = { ...setting, asOf };
          const known = incidents.filter(({ started }) => startOf(started) <= asOf);
          const findings = assess(known, pact, then);
          const all = standings({
            pact,
            incidents: known,
            findings,
            monitoring,
            setting: then,
            counting: 'computed',
          });
          const own = all.find((one) => one.party === party);
          expect(low ?? -1).toBeCloseTo(own?.low ?? -1, 9);
          expect(high ?? -1).toBeCloseTo(own?.high ?? -1, 9);
          if (low !== null && high !== null) expect(low).toBeLessThanOrEqual(high + 1e-9);
        }
      }),
      { numRuns: 25 },
    );
  });

  test('time and the parts of the kinds add up to the change, and counts to the moves', () => {
    fc.assert(
      fc.property(worlds, (world) => {
        const points = seriesOf(world);
        for (const { code } of world[1].parties) {
          const own: StandingAt[] = points.filter(({ party }) => party === code);
          own.slice(1).forEach((two, place) => {
            const one = own[place];
            if (one === undefined) return;
            const {
              change,
              time,
              kinds: told,
              moves,
            } = standingMoves(one, two, world[2].policy.values);
            expect(told.reduce((sum, { count }) => sum + count, 0)).toBe(moves.length);
            if (change === null || time === null) return;
            const parts = told.reduce((sum, { part }) => sum + (part ?? 0), 0);
            expect(time + parts).toBeCloseTo(change, 6);
          });
        }
      }),
      { numRuns: 40 },
    );
  });

  test('swapping the names of two states swaps the series and nothing else', () => {
    fc.assert(
      fc.property(worlds, ([incidents, pact, setting]) => {
        const told = (points: ReturnType<typeof seriesOf>): string[] =>
          points
            .map(
              ({ asOf, party, low, high }) =>
                `${asOf} ${party} ${low?.toFixed(6)} ${high?.toFixed(6)}`,
            )
            .sort();
        const one = seriesOf([incidents, pact, setting]);
        const two = seriesOf([
          swapStates(incidents, 'RU', 'US'),
          swapStates(pact, 'RU', 'US'),
          setting,
        ]);
        expect(told(two)).toEqual(
          told(
            swapStates(
              one.map(({ counted: _, ...rest }) => ({ ...rest, counted: [] })),
              'RU',
              'US',
            ),
          ),
        );
      }),
      { numRuns: 25 },
    );
  });
});
