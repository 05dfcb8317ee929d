import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { binsOver } from '@/domain/bins';
import { isViolation } from '@/domain/compliance-index';
import { startOf } from '@/domain/dates';
import { at, claimsOf, incidentOf, on } from '@/domain/fixtures/builders';
import { incidentLists, pacts, settings, swapStates } from '@/domain/fixtures/generators';
import type { Incident } from '@/domain/incident';
import { liveClaims } from '@/domain/retraction';
import { columnsOf } from '@/domain/sweep/columns';
import { findingAt } from '@/domain/sweep/row';
import { sweep } from '@/domain/sweep/sweep';
import { accusations } from './accusations';
import { attributionBins } from './attribution-bins';
import { attributionLag } from './attribution-lag';
import { beliefAt } from './belief';
import { quantileOf, quantilesOf } from './quantiles';
import { countsOn, recordColumns } from './record-columns';
import { thresholdCurve } from './threshold-curve';

const all = (incidents: readonly unknown[]): number[] => incidents.map((_, place) => place);
const COMPILED = '2026-11-22';
const recordOf = (incidents: readonly Incident[]) => recordColumns(incidents, COMPILED);

test.each([
  [[1, 2, 3, 4], 0.5, 2.5],
  [[1, 2, 3, 4], 0.25, 1.75],
  [[7], 0.9, 7],
  [[0, 10], 0.1, 1],
])('quantile of %j at %d', (values, share, expected) => {
  expect(quantileOf(values, share)).toBeCloseTo(expected, 12);
});

test('nothing has no quantiles', () => {
  expect(quantilesOf([])).toBeNull();
});

describe('lag from onset to first attribution', () => {
  const incident = (id: string, started: string, claims: string): Incident =>
    incidentOf({ id, started: on(started), claims: claimsOf(claims) });

  test('days to the first claim that accuses a state; what waits and what is coarse is told', () => {
    const incidents = [
      incident('a', '2016-01-01', 'c1 RU:LINK B2 likely K1 on 2016-01-14'),
      incident(
        'b',
        '2016-01-01',
        `c1 RU:LINK B2 likely K1 on 2016-03-14
         c2 OTHER B2 likely K2 on 2016-01-02
         c3 CN:LINK B2 likely K3 on 2016-02-10`,
      ),
      incident('c', '2016-01-01', ''),
      incident('d', '2016-01', 'c1 RU:LINK B2 likely K1 on 2016-02-01'),
      incident('e', '2016-01-01', 'c1 RU:LINK B2 likely K1 on 2016'),
      incident('f', '2016-01-10', 'c1 RU:LINK B2 likely K1 on 2016-01-05'),
      incident('g', '2017-01-10', 'c1 RU:LINK B2 likely K1 on 2017-01-12'),
    ];
    const lag = attributionLag(recordOf(incidents), all(incidents), at('2016-12-31'));
    expect(lag).toMatchObject({ attributed: 3, waiting: 1, coarse: 2 });
    expect(lag.days).toMatchObject({ median: 13, p90: 13 + 0.8 * 27 });
  });

  test('without an attribution there are no quantiles', () => {
    const incidents = [incident('a', '2016-01-01', '')];
    expect(attributionLag(recordOf(incidents), [0], at('2016-12-31')).days).toBeNull();
  });
});

test('who attributes whom, and what of it rests on one evidence cluster', () => {
  const incidents = [
    incidentOf({
      id: 'a',
      claims: claimsOf(`
        c1 RU:LINK B2 likely K1 by media
        c2 RU:STATE B2 likely K1 shared by media
        c3 RU:LINK B2 likely K2 by court`),
    }),
    incidentOf({ id: 'b', claims: claimsOf('c1 RU:LINK B2 likely K1 by media') }),
    incidentOf({
      id: 'c',
      claims: claimsOf('c1 RU:LINK B2 likely K1 by media retracted 2016-06-01'),
    }),
  ];
  expect(accusations(recordOf(incidents), all(incidents), at('2016-12-31'))).toEqual([
    { claimant: 'court', accused: 'RU', claims: 1, incidents: 1, oneCluster: 0 },
    { claimant: 'media', accused: 'RU', claims: 3, incidents: 2, oneCluster: 1 },
  ]);
});

describe('on random corpora', () => {
  const worlds = fc.tuple(incidentLists(8), pacts, settings);

  test('the claims counted on a day are the live ones', () => {
    fc.assert(
      fc.property(incidentLists(4), settings, (incidents, setting) => {
        const record = recordColumns(incidents, setting.compiledOn);
        incidents.forEach((incident, place) => {
          const live = liveClaims(incident, setting.asOf, setting.compiledOn).filter(
            ({ accused, proposition }) => accused !== null && proposition !== 'OTHER',
          );
          let counted = 0;
          const to = record.claimFrom[place + 1] ?? 0;
          for (let claim = record.claimFrom[place] ?? 0; claim < to; claim += 1)
            counted += Number(countsOn(record, claim, setting.asOf));
          expect(counted).toBe(live.length);
        });
      }),
      { numRuns: 100 },
    );
  });

  test('beliefs are those of the findings, to the last digit', () => {
    fc.assert(
      fc.property(worlds, ([incidents, pact, setting]) => {
        const swept = sweep(columnsOf(incidents, setting), pact, setting, { partiesOnly: true });
        for (let row = 0; row < swept.rows; row += 1) {
          const { link, state, unattributed, conflict } = findingAt(swept, row);
          const belief = beliefAt(swept, row);
          expect([belief.unattributed, belief.conflict]).toEqual([unattributed, conflict]);
          expect([belief.link, belief.state]).toEqual([link.lower, state.lower]);
        }
      }),
      { numRuns: 30 },
    );
  });

  test('no count rises with the threshold, and at nought all that was found counts', () => {
    fc.assert(
      fc.property(worlds, ([incidents, pact, setting]) => {
        const swept = sweep(columnsOf(incidents, setting), pact, setting, { partiesOnly: true });
        const rows = Array.from({ length: swept.rows }, (_, row) => row);
        const curve = thresholdCurve(swept, rows);
        expect(curve.map(({ theta }) => theta)).toEqual(
          Array.from({ length: 101 }, (_, step) => step / 100),
        );
        curve.forEach(({ linked, responsible, found }, step) => {
          const before = curve[step - 1];
          if (before === undefined) return;
          expect(linked <= before.linked && responsible <= before.responsible).toBe(true);
          expect(found).toBeLessThanOrEqual(before.found);
        });
        const found = rows.filter((row) => isViolation(findingAt(swept, row).verdict));
        expect(curve[0]?.found).toBe(found.length);
      }),
      { numRuns: 30 },
    );
  });

  test('every counted finding in the bins is in one bin, and an empty bin is a gap', () => {
    fc.assert(
      fc.property(worlds, ([incidents, pact, setting]) => {
        const swept = sweep(columnsOf(incidents, setting), pact, setting, { partiesOnly: true });
        const rows = Array.from({ length: swept.rows }, (_, row) => row);
        const period = { from: startOf(on('2000-01-01')), to: at('2030-12-31') };
        const bins = attributionBins(swept, rows, binsOver(period, 'quarter'));
        expect(bins.reduce((sum, { n }) => sum + n, 0)).toBe(rows.length);
        for (const { n, link, unattributed } of bins) {
          expect(link === null && unattributed === null).toBe(n === 0);
          if (link !== null) expect(link.p10 <= link.median && link.median <= link.p90).toBe(true);
        }
      }),
      { numRuns: 20 },
    );
  });

  test('swapping the names of two states swaps who attributes whom and leaves the lag alone', () => {
    fc.assert(
      fc.property(incidentLists(6), (incidents) => {
        const [one, two] = [incidents, swapStates(incidents, 'RU', 'US')].map(recordOf);
        if (one === undefined || two === undefined) return;
        const asOf = at('2017-06-30');
        const sorted = (cells: ReturnType<typeof accusations>): string[] =>
          cells.map((cell) => JSON.stringify(cell)).sort();
        const before = accusations(one, all(incidents), asOf);
        const after = accusations(two, all(incidents), asOf);
        expect(sorted(after)).toEqual(sorted(swapStates(before, 'RU', 'US')));
        expect(attributionLag(two, all(incidents), asOf)).toEqual(
          attributionLag(one, all(incidents), asOf),
        );
      }),
      { numRuns: 30 },
    );
  });
});
