import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { consequences } from './consequence';
import { consequenceSummary } from './consequence-summary';
import { endOf } from './dates';
import { dossierSchema } from './dossier';
import { assess } from './finding';
import {
  answer,
  clauseOf,
  incidentOf,
  LINKED,
  notice,
  on,
  PROVED,
  pactOf,
  settingOf,
} from './fixtures/builders';
import { incidents, pacts } from './fixtures/generators';
import type { IncidentDraft } from './incident-draft';
import { pactLibrarySchema } from './pact';
import { POLICY_2026_11 } from './policy';
import { VERDICTS } from './verdict';

const actual = {
  ...POLICY_2026_11.values.defaultWindows,
  knowledge: 'actual' as const,
};
const told = pactOf({ clauses: [clauseOf({ dueDiligence: actual })] });
const { severity: _, status: __, ...bare } = incidentOf();

interface Line {
  readonly draft: IncidentDraft;
  readonly asOf?: string;
  readonly pact?: typeof told;
  readonly verdict: string;
  readonly missing: string[];
  readonly summary: string;
}

const NOTHING = {};
const TABLE: Record<string, Line> = {
  'nothing at all': {
    draft: NOTHING,
    verdict: 'UNDECIDABLE',
    missing: ['started', 'victimStates', 'conduct', 'objects'],
    summary: '1 undecidable: start date, victim state, conduct, target missing',
  },
  'a target that the clause does not protect, and no date': {
    draft: { victimStates: ['US'], conduct: ['data-theft-and-doxing'], objects: ['corporate'] },
    verdict: 'NOT_COVERED',
    missing: [],
    summary: '1 not covered (object)',
  },
  'a date still half typed': {
    draft: { ...incidentOf(), started: { date: '2016-0', precision: 'day' } },
    verdict: 'UNDECIDABLE',
    missing: ['started'],
    summary: '1 undecidable: start date missing',
  },
  'nobody accused yet': {
    draft: { ...incidentOf(), claims: [] },
    verdict: 'NOT_ATTRIBUTABLE',
    missing: ['claims'],
    summary: '1 not attributable: no state is accused',
  },
  'a claim that does not say how sure it is': {
    draft: { ...incidentOf(), claims: [{ accused: 'RU' }] },
    verdict: 'UNDECIDABLE',
    missing: ['claims[0].likelihood'],
    summary: '1 undecidable: likelihood of the claim missing',
  },
  'two claims beyond doubt': {
    draft: incidentOf(),
    verdict: 'VIOLATION_COMMISSION',
    missing: [],
    summary: '1 likely violation',
  },
  'the same, with severity and status still open': {
    draft: bare,
    verdict: 'VIOLATION_COMMISSION',
    missing: ['severity', 'status'],
    summary: '1 likely violation',
  },
  'a claim without a date counts today': {
    draft: { ...incidentOf(), claims: PROVED.map((one) => ({ ...one, date: null })) },
    asOf: '2026-11-22',
    verdict: 'VIOLATION_COMMISSION',
    missing: [],
    summary: '1 likely violation',
  },
  'linked, and nobody has told the state': {
    draft: incidentOf({ claims: LINKED }),
    asOf: '2016-01-10',
    pact: told,
    verdict: 'PENDING',
    missing: ['notifications'],
    summary: '1 pending until 31 January',
  },
  'linked, and told on a day not yet given': {
    draft: {
      ...incidentOf({ claims: LINKED }),
      notifications: [{ by: 'US', to: 'RU', channel: 'cert' }],
    },
    pact: told,
    verdict: 'UNDECIDABLE',
    missing: ['notifications[0].at'],
    summary: '1 undecidable: notification date missing',
  },
  'linked and told: time to act': {
    draft: incidentOf({ claims: LINKED, notifications: [notice()] }),
    asOf: '2016-01-20',
    pact: told,
    verdict: 'PENDING',
    missing: ['responses'],
    summary: '1 pending until 9 February',
  },
  'linked and told, nothing done': {
    draft: incidentOf({ claims: LINKED, notifications: [notice()] }),
    pact: told,
    verdict: 'VIOLATION_OMISSION',
    missing: [],
    summary: '1 likely violation',
  },
  'linked and told, something done on a day not yet given': {
    draft: {
      ...incidentOf({ claims: LINKED, notifications: [notice()] }),
      responses: [{ by: 'RU', level: 5, verified: true }],
    },
    pact: told,
    verdict: 'UNDECIDABLE',
    missing: ['responses[0].at'],
    summary: '1 undecidable: response date missing',
  },
  'linked and told, enough done': {
    draft: incidentOf({
      claims: LINKED,
      notifications: [notice()],
      responses: [answer('2016-01-20', 5)],
    }),
    pact: told,
    verdict: 'DISCHARGED',
    missing: [],
    summary: '1 with the duty met',
  },
  'only reported': {
    draft: incidentOf({ status: 'reported', verifyBy: on('2020-03-12') }),
    asOf: '2020-01-01',
    verdict: 'PENDING',
    missing: ['status'],
    summary: '1 pending until 12 March',
  },
  'a target nobody knows': {
    draft: incidentOf({ objects: ['unknown'] }),
    verdict: 'UNDECIDABLE',
    missing: ['objects'],
    summary: '1 undecidable: target missing',
  },
  'too light by a severity nobody gave': {
    draft: bare,
    pact: pactOf({ clauses: [clauseOf({ minSeverity: { commission: 3, dueDiligence: 3 } })] }),
    verdict: 'UNDECIDABLE',
    missing: ['severity'],
    summary: '1 undecidable: severity missing',
  },
};

describe('one pact', () => {
  test.each(Object.entries(TABLE))('%s', (_name, { draft, pact = pactOf(), ...line }) => {
    const setting = settingOf(line.asOf ?? '2020-01-01');
    const lines = consequences(draft, [pact], setting);
    expect(lines.map(({ verdict }) => verdict)).toEqual([line.verdict]);
    expect(lines[0]?.missing.map(({ path }) => path)).toEqual(line.missing);
    expect(consequenceSummary(lines, setting.asOf)).toBe(
      `Would be tested under 1 pact: ${line.summary}`,
    );
    expect(lines[0]?.sentence).toMatch(/\.$/);
  });

  test('one that binds other states is not counted', () => {
    const draft = { ...incidentOf(), victimStates: ['DE'] };
    const lines = consequences(draft, [pactOf()], settingOf('2020-01-01'));
    expect(lines[0]).toMatchObject({ verdict: 'NOT_COVERED', code: 'PARTY' });
    expect(consequenceSummary(lines, 0)).toBe('No pact of the library binds the states concerned');
  });

  test('a pact kept for reference only has no line', () => {
    expect(
      consequences(incidentOf(), [pactOf({ referenceOnly: true })], settingOf('2020-01-01')),
    ).toEqual([]);
  });

  test('a line opens its trace, but not where stand-ins would show in it', () => {
    const [whole] = consequences(incidentOf(), [pactOf()], settingOf('2020-01-01'));
    expect(whole?.judgement?.rule.id).toBe('R4');
    const [partly] = consequences({ conduct: ['sabotage'] }, [pactOf()], settingOf('2020-01-01'));
    expect(partly).toMatchObject({ verdict: 'NOT_COVERED', code: 'CONDUCT', judgement: null });
  });
});

test('four pacts in one sentence, the gravest first', () => {
  const library = [
    pactOf({ id: 'object', clauses: [clauseOf({ objects: ['media'] })] }),
    pactOf({ id: 'intent', clauses: [clauseOf({ intentRequired: 'commercial-advantage' })] }),
    pactOf({ id: 'link', clauses: [clauseOf({ commissionLimbs: [], dueDiligence: actual })] }),
    pactOf({ id: 'ban' }),
  ];
  const setting = settingOf('2016-01-10');
  const draft = { ...incidentOf(), intent: null };
  const lines = consequences(draft, library, setting);
  expect(lines.map(({ pact }) => pact.id)).toEqual(['ban', 'link', 'intent', 'object']);
  expect(consequenceSummary(lines, setting.asOf)).toBe(
    'Would be tested under 4 pacts: 1 likely violation, 1 pending until 31 January, 1 undecidable: intent missing, 1 not covered (object)',
  );
});

test('of a whole record it says what the engine says', () => {
  fc.assert(
    fc.property(incidents, pacts, fc.nat(2000), (incident, pact, days) => {
      fc.pre(incident.victimStates.length > 0);
      const setting = settingOf('2015-06-01', { compiledOn: '2016-01-01' });
      const asOf = setting.asOf + days * 86_400_000;
      const [line] = consequences(incident, [pact], { ...setting, asOf });
      const verdicts = assess([incident], pact, { ...setting, asOf }).map(({ verdict, rule }) =>
        rule === 'R0' ? 'UNDECIDABLE' : verdict,
      );
      const order = VERDICTS.flatMap((verdict) =>
        verdict === 'PENDING' ? [verdict, 'UNDECIDABLE'] : [verdict],
      );
      expect(line?.verdict).toBe(order.find((verdict) => verdicts.includes(verdict as never)));
    }),
    { numRuns: 300 },
  );
});

test('whatever is left out, it answers, and a missing fact never makes a violation of nothing', () => {
  const keys = Object.keys(incidentOf()) as (keyof IncidentDraft)[];
  fc.assert(
    fc.property(incidents, pacts, fc.subarray(keys), (incident, pact, left) => {
      const draft: IncidentDraft = Object.fromEntries(left.map((key) => [key, incident[key]]));
      const [line] = consequences(draft, [pact], settingOf('2020-01-01'));
      const known = ['started', 'victimStates', 'conduct', 'objects', 'claims'] as const;
      if (line?.verdict.startsWith('VIOLATION'))
        for (const field of known) expect(left).toContain(field);
    }),
    { numRuns: 500 },
  );
});

test('swapping the two states everywhere changes no verdict', () => {
  const swap = <T>(value: T): T =>
    JSON.parse(
      JSON.stringify(value).replace(/"(RU|US)"/g, (_, code) => (code === 'RU' ? '"US"' : '"RU"')),
    );
  const rows = Object.values(TABLE);
  for (const { draft, pact = pactOf(), asOf = '2020-01-01' } of rows) {
    const verdicts = (one: IncidentDraft, library: typeof pact) =>
      consequences(one, [library], settingOf(asOf)).map((line) => [line.verdict, line.deadline]);
    expect(verdicts(swap(draft), swap(pact))).toEqual(verdicts(draft, pact));
  }
});

test('keeps up with typing: the gravest case of the corpus under every pact', () => {
  const read = (name: string): unknown => JSON.parse(readFileSync(`corpus/${name}.json`, 'utf8'));
  const { pacts: library } = pactLibrarySchema.parse(read('pacts'));
  const [first, ...rest] = dossierSchema.parse(read('russia-west')).incidents;
  const heaviest = rest.reduce(
    (so, one) => ((so?.claims.length ?? 0) < one.claims.length ? one : so),
    first,
  );
  const setting = { ...settingOf('2026-11-22'), asOf: endOf(on('2026-11-22')) };
  const run = () => consequences(heaviest ?? {}, library, setting);
  for (let warm = 0; warm < 5; warm += 1) run();
  const began = performance.now();
  for (let round = 0; round < 20; round += 1) run();
  const each = (performance.now() - began) / 20;
  console.log(
    `consequences: ${each.toFixed(1)} ms for ${heaviest?.claims.length} claims under ${library.length} pacts`,
  );
  expect(each).toBeLessThan(100);
});
