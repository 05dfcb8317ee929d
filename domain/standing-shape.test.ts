import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Dossier, dossierSchema } from './dossier';
import { assess, type Setting } from './finding';
import { clauseOf, incidentOf, LINKED, on, pactOf, settingOf } from './fixtures/builders';
import { incidentLists, monitorings, pacts, settings } from './fixtures/generators';
import { basesFrom, watchedIn } from './monitoring';
import { type Pact, pactLibrarySchema } from './pact';
import { explainedFindings } from './shown-findings';
import { standings } from './standing';
import { DEFAULT_FILTER } from './standing-filter';
import {
  bandsOverlap,
  listFindings,
  type StandingRecord,
  selectFrom,
  shapeStanding,
} from './standing-shape';
import { BIN_SIZES, ROW_LIMIT, type StandingFilter } from './standing-view';
import { columnsOf } from './sweep/columns';
import { flagsAt, reasonAt, victimsAt } from './sweep/row';
import { selectFromSweep } from './sweep/select';
import { sweep } from './sweep/sweep';
import type { Verdict } from './verdict';

type Corpus = Pick<Dossier, 'incidents' | 'monitoring'>;

/** Published as it was computed, or as disputed, or not at all. */
const signedAs = ({ incident, verdict }: { incident: string; verdict: Verdict }) =>
  incident.length % 2 === 1 ? null : incident.length % 4 === 0 ? 'DISPUTED' : verdict;

function around({ incidents, monitoring }: Corpus, pact: Pact, setting: Setting) {
  return {
    pact,
    setting,
    monitoring,
    corpus: { version: '1', compiledOn: setting.compiledOn, incidents: incidents.length },
    basis: basesFrom({ pact, monitoring, setting }, watchedIn(incidents, setting)),
    signed: 0,
  };
}

function explained(corpus: Corpus, pact: Pact, setting: Setting): StandingRecord {
  const findings = explainedFindings(corpus.incidents, pact, setting);
  return {
    ...around(corpus, pact, setting),
    ...selectFrom(findings, { pact, setting }, signedAs),
    detail: ({ row }) => ({
      reason: findings[row]?.reason ?? '',
      flags: findings[row]?.flags ?? [],
      signed: null,
      victims:
        corpus.incidents.find(({ id }) => id === findings[row]?.incident)?.victimStates ?? [],
    }),
  };
}

function swept(corpus: Corpus, pact: Pact, setting: Setting): StandingRecord {
  const columns = columnsOf(corpus.incidents, setting);
  const scored = sweep(columns, pact, setting, { partiesOnly: true });
  return {
    ...around(corpus, pact, setting),
    ...selectFromSweep(scored, signedAs),
    detail: ({ row }) => ({
      ...{ reason: reasonAt(scored, row), flags: flagsAt(scored, row), signed: null },
      victims: victimsAt(scored, row),
    }),
  };
}

const filters: fc.Arbitrary<StandingFilter> = fc.record({
  pact: fc.constant('a-pact'),
  from: fc.constant(null),
  asOf: fc.constant(null),
  since: fc.option(fc.constantFrom('2015-01-01', '2015-09-15', '2016-03-01')),
  until: fc.option(fc.constantFrom('2016-03-31', '2016-12-31')),
  party: fc.option(fc.constantFrom('RU', 'US', 'SU')),
  clause: fc.option(fc.constantFrom('c1', 'c2')),
  conduct: fc.option(fc.constantFrom('ransomware', 'data-theft')),
  minSeverity: fc.option(fc.integer({ min: 1, max: 5 })),
  by: fc.constantFrom(...BIN_SIZES),
  counting: fc.constantFrom('computed' as const, 'signed' as const),
});
const anyOrder = <T extends { incident: string; clause: string; accused: string }>(
  rows: readonly T[],
): T[] =>
  [...rows].sort((one, two) =>
    `${one.incident}|${one.accused}|${one.clause}` < `${two.incident}|${two.accused}|${two.clause}`
      ? -1
      : 1,
  );

test('the page says the same from the sweep as from the explaining path', () => {
  fc.assert(
    fc.property(
      incidentLists(8),
      monitorings,
      pacts,
      settings,
      filters,
      (incidents, monitoring, pact, setting, filter) => {
        const corpus = { incidents, monitoring };
        const [slow, fast] = [explained(corpus, pact, setting), swept(corpus, pact, setting)].map(
          (record) => {
            const { standings: lines, ...view } = shapeStanding(record, filter);
            const rows = anyOrder(listFindings(record, filter).rows);
            const clocks = anyOrder(view.clocks.rows);
            const intervals = anyOrder(view.confidence.rows);
            // Sums of floats are taken in another order.
            return {
              ...view,
              rows,
              clocks,
              confidence: intervals,
              lines: lines.length,
              all: lines,
            };
          },
        );
        const { all: slowLines = [], ...slowView } = slow ?? {};
        const { all: fastLines = [], ...fastView } = fast ?? {};
        expect(fastView).toEqual(slowView);
        fastLines.forEach((line, at) => {
          const other = slowLines[at];
          expect({ ...line, vLow: 0, vHigh: 0, low: 0, high: 0, atLeastOne: 0, rate: 0 }).toEqual({
            ...other,
            ...{ vLow: 0, vHigh: 0, low: 0, high: 0, atLeastOne: 0, rate: 0 },
          });
          expect(line.vHigh ?? 0).toBeCloseTo(other?.vHigh ?? 0, 9);
          expect(line.low ?? -1).toBeCloseTo(other?.low ?? -1, 9);
          expect(line.atLeastOne).toBeCloseTo(other?.atLeastOne ?? -1, 9);
        });
      },
    ),
    { numRuns: 150 },
  );
});

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../corpus/${name}.json`, import.meta.url), 'utf8'));
const FILES = ['china-and-others', 'russia-west', 'territory-and-treaties'];
const corpus: Corpus = {
  incidents: FILES.flatMap((name) => dossierSchema.parse(read(name)).incidents),
  monitoring: [{ victimState: 'US', from: '2015-01-01', to: '2020-12-31', effort: 1 }],
};
const library = pactLibrarySchema.parse(read('pacts')).pacts;
const today = settingOf('2026-11-22');

describe('under every pact of the library', () => {
  test.each(library.map((pact) => [pact.id, pact] as const))(
    '%s: bars, bands and the command line agree',
    (id, pact) => {
      const record = swept(corpus, pact, today);
      const view = shapeStanding(record, { ...DEFAULT_FILTER, pact: id, by: 'month' });
      const findings = assess(corpus.incidents, pact, today);
      const lines = standings({ ...corpus, pact, findings, setting: today, counting: 'computed' });
      expect(view.standings.map(({ counts }) => counts)).toEqual(lines.map(({ counts }) => counts));
      expect(view.standings.map(({ word }) => word)).toEqual(lines.map(({ word }) => word));
      expect(view.standings.map(({ basis }) => basis)).toEqual(lines.map(({ basis }) => basis));
      view.standings.forEach(({ low, high, atLeastOne }, at) => {
        expect(low ?? -1).toBeCloseTo(lines[at]?.low ?? -1, 9);
        expect(high ?? -1).toBeCloseTo(lines[at]?.high ?? -1, 9);
        expect(atLeastOne).toBeCloseTo(1 - (lines[at]?.distribution[0] ?? 1), 9);
      });
      for (const verdict of ['VIOLATION_COMMISSION', 'VIOLATION_OMISSION', 'PENDING'] as const) {
        const bars = view.bins.reduce((sum, { counts }) => sum + counts[verdict], 0);
        const counted = view.standings.reduce((sum, { counts }) => sum + counts[verdict], 0);
        expect(bars).toBe(counted);
      }
      expect(view.confidence.rows.length).toBe(Math.min(ROW_LIMIT, view.confidence.total));
    },
  );
});

const told = (changes: Partial<StandingFilter>, record: StandingRecord) =>
  shapeStanding(record, { ...DEFAULT_FILTER, pact: 'a-pact', ...changes });
const three: Corpus = {
  monitoring: [],
  incidents: [
    incidentOf({ id: 'first', severity: 5 }),
    incidentOf({ id: 'second', started: on('2017-06-01'), claims: LINKED }),
    incidentOf({ id: 'later', started: on('2019-06-01') }),
  ],
};
const plain = swept(
  three,
  pactOf({ clauses: [clauseOf(), clauseOf({ id: 'c2' })] }),
  settingOf('2018-12-31'),
);

describe('a filter', () => {
  const violations = (changes: Partial<StandingFilter>): number =>
    told(changes, plain).standings.reduce(
      (sum, { counts }) => sum + counts.VIOLATION_COMMISSION + counts.VIOLATION_OMISSION,
      0,
    );

  test('leaves out incidents that begin after the day asked about', () => {
    expect(violations({})).toBe(2);
    expect(told({}, plain).bins.map(({ key }) => key)).toEqual(['2015', '2016', '2017', '2018']);
  });

  test.each<[Partial<StandingFilter>, number]>([
    [{ since: '2016-02-01' }, 1],
    [{ until: '2016-12-31' }, 1],
    [{ since: '2016-01-01', until: '2017-06-01' }, 2],
    [{ party: 'US' }, 0],
    [{ party: 'RU' }, 2],
    [{ minSeverity: 4 }, 1],
    [{ conduct: 'ransomware' }, 0],
    [{ clause: 'c2' }, 2],
  ])('%j counts %i violations', (changes, count) => {
    expect(violations(changes)).toBe(count);
  });

  test('of one party shows that party alone', () => {
    expect(told({ party: 'RU' }, plain).standings.map(({ party }) => party)).toEqual(['RU']);
  });

  test('of signed findings moves the others to pending', () => {
    // "second" has six letters: signed as it was computed.
    const [line] = told({ counting: 'signed', party: 'RU' }, plain).standings;
    expect(line?.counts).toMatchObject({
      VIOLATION_COMMISSION: 0,
      VIOLATION_OMISSION: 1,
      PENDING: 1,
    });
  });

  test('of one clause leaves the other out of the heat table', () => {
    expect(told({ clause: 'c2' }, plain).heat.clauses).toEqual(['c2']);
    expect(told({}, plain).heat.cells.filter(({ year }) => year === 2016)).toHaveLength(2);
  });
});

test('a pact that is only kept for reference has no standing and no chart', () => {
  const view = told({}, swept(three, pactOf({ referenceOnly: true }), today));
  expect([view.standings, view.bins, view.confidence.total, view.pact.referenceOnly]).toEqual([
    [],
    [],
    0,
    true,
  ]);
});

test('the gravest findings come first in the list, what is not covered last', () => {
  const outside = incidentOf({ id: 'outside', conduct: ['ransomware'] });
  const record = swept(
    { ...three, incidents: [outside, ...three.incidents] },
    pactOf(),
    settingOf('2018-12-31'),
  );
  const { rows, total } = listFindings(record, { ...DEFAULT_FILTER, pact: 'a-pact' });
  expect(rows.map(({ incident, verdict }) => [incident, verdict])).toEqual([
    ['first', 'VIOLATION_COMMISSION'],
    ['second', 'VIOLATION_OMISSION'],
    ['outside', 'NOT_COVERED'],
  ]);
  expect(total).toBe(3);
  expect(rows[0]).toMatchObject({ question: 'state', threshold: 0.75, reason: 'commission' });
  expect(rows[1]).toMatchObject({ question: 'link', threshold: 0.5 });
});

test.each([
  [
    [
      [10, 20],
      [21, 30],
    ],
    false,
  ],
  [
    [
      [10, 20],
      [20, 30],
    ],
    true,
  ],
  [
    [
      [10, 90],
      [20, 30],
      [95, 99],
    ],
    true,
  ],
  [
    [
      [10, 20],
      [null, null],
    ],
    false,
  ],
])('bands %j overlap: %s', (bands, overlap) => {
  expect(bandsOverlap(bands.map(([low = null, high = null]) => ({ low, high })))).toBe(overlap);
});
