import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { accusations } from '@/domain/attribution/accusations';
import { attributionBins } from '@/domain/attribution/attribution-bins';
import { attributionLag } from '@/domain/attribution/attribution-lag';
import {
  accusationsSummary,
  attributionSummary,
  lagSummary,
  thresholdSummary,
} from '@/domain/attribution/attribution-words';
import { recordColumns } from '@/domain/attribution/record-columns';
import { thresholdCurve } from '@/domain/attribution/threshold-curve';
import { binsOver } from '@/domain/bins';
import { startOf } from '@/domain/dates';
import { effectView } from '@/domain/effect/effect-view';
import { at, on } from '@/domain/fixtures/builders';
import { incidentLists, monitorings, pacts, settings } from '@/domain/fixtures/generators';
import { responseColumns } from '@/domain/response/response-columns';
import { responseView } from '@/domain/response/response-curves';
import { responseSummary } from '@/domain/response/response-words';
import { standingMoves } from '@/domain/standing/standing-moves';
import { movesSentence } from '@/domain/standing/standing-moves-words';
import { standingSeries } from '@/domain/standing/standing-series';
import { standingSummary } from '@/domain/standing/standing-series-words';
import { DEFAULT_FILTER } from '@/domain/standing-filter';
import { columnsOf } from '@/domain/sweep/columns';
import { selectFromSweep } from '@/domain/sweep/select';
import { sweep } from '@/domain/sweep/sweep';
import { mirrorOf, mirrorSentence } from '@/domain/symmetry/mirror';
import { multiplesOf } from './multiples';
import { nowcastMonths } from './nowcast-months';
import { nowcastSummary } from './nowcast-words';
import { onsetStock, stockNote } from './onset-stock';
import { placesOf } from './places';
import { placesSummary } from './places-words';
import { TREND_POLICY_2026_11 } from './trend-policy';
import { counted, figure, listed, monthsText, monthText, percent } from './wording';

const policy = TREND_POLICY_2026_11;

describe('figures in sentences', () => {
  test.each([
    [0, '0'],
    [7, '7'],
    [0.123, '0.12'],
    [0.001, '0.00'],
    [1.26, '1.3'],
    [12.6, '13'],
    [1234.4, '1\u2009234'],
    [1234567, '1\u2009234\u2009567'],
  ])('%d is told as %s', (value, text) => {
    expect(figure(value)).toBe(text);
  });

  test('what is not nothing is never 0 %, what is not all never 100 %', () => {
    expect([0, 0.001, 0.5, 0.999, 1].map(percent)).toEqual([
      ...['0 %', 'under 1 %', '50 %', 'over 99 %', '100 %'],
    ]);
  });

  test('whoever claims an act for themselves is named by what they say, not as who did it', () => {
    const cell = { claimant: 'perpetrator', accused: 'RU', claims: 1, incidents: 1, oneCluster: 1 };
    expect(accusationsSummary([cell])).toContain('self-proclaimed author naming Russia');
  });

  test('months, lists and numbers of things', () => {
    expect(monthText(2015 * 12 + 8)).toBe('September 2015');
    expect(monthsText(2015 * 12 + 4, 2015 * 12 + 7)).toBe('May to August 2015');
    expect(monthsText(2014 * 12 + 11, 2015 * 12)).toBe('December 2014 to January 2015');
    expect(listed(['a', 'b', 'c'])).toBe('a, b and c');
    expect([counted(1, 'month'), counted(3, 'month')]).toEqual(['1 month', '3 months']);
  });
});

const period = { from: startOf(on('2014-01-01')), to: at('2018-12-31') };
const months = binsOver(period, 'month');

/** Every sentence of every chart, on one corpus. */
function sentences(
  incidents: Parameters<typeof columnsOf>[0],
  pact: Parameters<typeof sweep>[1],
  setting: Parameters<typeof sweep>[2],
  monitoring: Parameters<typeof effectView>[0]['monitoring'],
): string[] {
  const columns = columnsOf(incidents, setting);
  const swept = sweep(columns, pact, setting, { partiesOnly: true });
  const { counted: found, findings } = selectFromSweep(swept, null).select(DEFAULT_FILTER);
  const rows = found.map(({ row }) => row);
  const chosen = [...new Set(rows.map((row) => swept.incident[row] ?? -1))];
  const record = recordColumns(columns.incidents, setting.compiledOn);
  const { asOf } = setting;
  const points = standingSeries(
    { columns, pact, setting, filter: DEFAULT_FILTER, signedAs: () => null },
    [at('2016-06-30'), asOf],
  );
  const [first] = pact.parties;
  const [one, two] = points.filter(({ party }) => party === first?.code);
  const bins = attributionBins(swept, rows, months);
  const effect = effectView(
    { sweep: swept, filter: DEFAULT_FILTER, monitoring, impact: 'level' },
    policy,
  );
  return [
    nowcastSummary(nowcastMonths(record, chosen, { period, asOf }, policy.values)),
    stockNote(onsetStock(columns.facts, chosen, months, asOf), 'month'),
    attributionSummary(bins.map((bin, place) => ({ ...bin, label: months[place]?.label ?? '' }))),
    lagSummary(attributionLag(record, chosen, asOf)),
    accusationsSummary(accusations(record, chosen, asOf)),
    thresholdSummary(thresholdCurve(swept, rows), 0.75),
    responseSummary(
      responseView(
        swept,
        findings.map(({ row }) => row),
        responseColumns(swept),
        policy.values,
      ),
    ),
    standingSummary(points),
    one === undefined || two === undefined
      ? ''
      : movesSentence(standingMoves(one, two, setting.policy.values)),
    placesSummary(placesOf(swept, rows)),
    ...mirrorOf(
      findings,
      pact.clauses.map(({ id }) => id),
      pact.parties.map(({ code }) => code),
    ).map(mirrorSentence),
    ...(effect === null ? [] : [effect.summary, ...Object.values(effect.texts)]),
  ];
}

describe('on random corpora', () => {
  test('every chart has its sentence: whole, without holes, and blaming nobody', () => {
    fc.assert(
      fc.property(
        incidentLists(8),
        pacts,
        settings,
        monitorings,
        (incidents, pact, setting, monitoring) => {
          for (const sentence of sentences(incidents, pact, setting, monitoring)) {
            expect(sentence).not.toMatch(/NaN|undefined|null|Infinity|\[object| {2}/);
            expect(sentence).not.toMatch(/caused|guilty|culprit|perpetrat|aggress|to blame/i);
            if (sentence !== '') expect(sentence).toMatch(/^[A-Z0-9+\u2212].*\.$/s);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  test('the small charts hold what the large one holds, on one scale', () => {
    fc.assert(
      fc.property(incidentLists(8), pacts, settings, (incidents, pact, setting) => {
        const swept = sweep(columnsOf(incidents, setting), pact, setting, { partiesOnly: true });
        const { counted: found } = selectFromSweep(swept, null).select(DEFAULT_FILTER);
        const all = binsOver({ from: startOf(on('1990-01-01')), to: at('2030-12-31') }, 'year');
        const { charts, most } = multiplesOf(
          found,
          'party',
          pact.parties.map(({ code }) => code),
          all,
        );
        const totals = charts.flatMap(({ bins }) =>
          bins.map(({ counts }) => Object.values(counts).reduce((sum, n) => sum + n, 0)),
        );
        expect(Math.max(0, ...totals)).toBe(most);
        expect(totals.reduce((sum, n) => sum + n, 0)).toBe(
          found.filter(({ verdict }) => verdict !== 'NOT_COVERED').length,
        );
      }),
      { numRuns: 30 },
    );
  });
});
