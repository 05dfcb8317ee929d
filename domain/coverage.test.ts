import { describe, expect, test } from 'vitest';
import type { Claim } from './claim';
import { COVERAGE_CODES, coverage } from './coverage';
import { assess, type Finding, findingOf, type Judgement, judge } from './finding';
import {
  at,
  claimsOf,
  clauseOf,
  found,
  incidentOf,
  judged,
  LINKED,
  on,
  outcome,
  pactOf,
  plea,
  settingOf,
  treatyOf,
} from './fixtures/builders';
import type { Incident } from './incident';
import type { Clause, Pact } from './pact';

const RU_US = [
  { code: 'RU', succeeds: [] },
  { code: 'US', succeeds: [] },
];
const reserves = (conduct: Clause['conduct'], objects: Clause['objects'] = []) => ({
  reservations: [{ party: 'RU', text: 'Not for this', conduct, objects }],
  reciprocity: 'reserved' as const,
});
const listed = (code: 'consent' | 'journalism') => ({
  exceptions: [{ code, burden: 'invoker' as const }],
});
const shown = ({ coverage: { status, code } }: Judgement): string =>
  code === null ? status : `${status} ${code}`;

type Row = [what: string, incident: Partial<Incident>, clause: Partial<Clause>, result: string];

describe('each test, passed, failed and unknown', () => {
  test.each<Row>([
    ['everything matches', {}, {}, 'in'],
    ['the victim is no party', { victimStates: ['FR'] }, {}, 'out PARTY'],
    ['the only victim is the accused', { victimStates: ['RU'] }, {}, 'out PARTY'],
    ['the accused is a victim beside another party', { victimStates: ['RU', 'US'] }, {}, 'in'],
    ['no victim is known', { victimStates: [] }, {}, 'out PARTY'],
    ['before entry into force', { started: on('2014-12-31') }, {}, 'out TIME'],
    ['a year that ends before', { started: on('2014') }, {}, 'out TIME'],
    ['other conduct', { conduct: ['ransomware'] }, {}, 'out CONDUCT'],
    ['one of two kinds of conduct', { conduct: ['ransomware', 'data-theft-and-doxing'] }, {}, 'in'],
    [
      'conduct excluded by the clause',
      {},
      { conductExclusions: ['data-theft-and-doxing'] },
      'out CONDUCT',
    ],
    [
      'listed conduct excluded, other conduct not listed',
      { conduct: ['ransomware', 'data-theft-and-doxing'] },
      { conductExclusions: ['data-theft-and-doxing'] },
      'out CONDUCT',
    ],
    ['a clause that tests nothing', {}, { conduct: [] }, 'out CONDUCT'],
    ['another object', { objects: ['corporate'] }, {}, 'out OBJECT'],
    ['the object excluded', {}, { objectExclusions: ['political-party'] }, 'out OBJECT'],
    ['the object unknown', { objects: ['unknown'] }, {}, 'unknown OBJECT'],
    ['known beside unknown', { objects: ['unknown', 'political-party'] }, {}, 'in'],
    ['unknown excluded', { objects: ['unknown'] }, { objectExclusions: ['unknown'] }, 'out OBJECT'],
    ['the intent required', {}, { intentRequired: 'political-effect' }, 'in'],
    ['another intent', {}, { intentRequired: 'commercial-advantage' }, 'out INTENT'],
    [
      'no intent apparent',
      { intent: 'none-apparent' },
      { intentRequired: 'commercial-advantage' },
      'out INTENT',
    ],
    ['intent unknown', { intent: null }, { intentRequired: 'political-effect' }, 'unknown INTENT'],
    ['intent unknown, none required', { intent: null }, {}, 'in'],
    [
      'below both floors',
      { severity: 2 },
      { minSeverity: { commission: 3, dueDiligence: 4 } },
      'out SEVERITY',
    ],
    [
      'at the smaller floor',
      { severity: 3 },
      { minSeverity: { commission: 3, dueDiligence: 4 } },
      'in',
    ],
    [
      'exception accepted',
      { pleas: [plea({ code: 'consent' })] },
      listed('consent'),
      'out EXCEPTION',
    ],
    [
      'exception rejected',
      { pleas: [plea({ code: 'consent', accepted: false })] },
      listed('consent'),
      'in',
    ],
    [
      'exception undecided',
      { pleas: [plea({ code: 'consent', accepted: null })] },
      listed('consent'),
      'unknown EXCEPTION',
    ],
    [
      'exception of another clause',
      { pleas: [plea({ code: 'consent' })] },
      listed('journalism'),
      'in',
    ],
    [
      'exception pleaded by another',
      { pleas: [plea({ by: 'US', code: 'consent' })] },
      listed('consent'),
      'in',
    ],
    [
      'incapacity is no exception',
      { pleas: [plea({ kind: 'incapacity' })] },
      listed('consent'),
      'in',
    ],
    ['a reservation for all', {}, reserves([]), 'out RESERVATION'],
    ['one for this conduct', {}, reserves(['data-theft-and-doxing']), 'out RESERVATION'],
    ['one for other conduct', {}, reserves(['ransomware']), 'in'],
    [
      'one for only one of two that matched',
      { conduct: ['ransomware', 'data-theft-and-doxing'] },
      { conduct: ['ransomware', 'data-theft-and-doxing'], ...reserves(['ransomware']) },
      'in',
    ],
    ['one for this conduct, another object', {}, reserves([], ['corporate']), 'in'],
    [
      'one for some object, the object unknown',
      { objects: ['unknown'] },
      reserves([], ['corporate']),
      'unknown OBJECT',
    ],
    ['one for all, the object unknown', { objects: ['unknown'] }, reserves([]), 'out RESERVATION'],
  ])('%s', (_, incident, clause, result) =>
    expect(shown(judged(incident, { clause }))).toBe(result),
  );

  test('the accused is no party', () => {
    const claims = claimsOf('c1 CN:STATE A1 almost_certain K1');
    expect(shown(judged({ claims }, { accused: 'CN' }))).toBe('out PARTY');
  });
  test("the other side's reservation does not help the accused", () => {
    const clause = {
      reservations: [{ party: 'US', text: 'Not for this', conduct: [], objects: [] }],
      reciprocity: 'reserved' as const,
    };
    expect(shown(judged({}, { clause }))).toBe('in');
  });
  test('a plea counts from the day it is made', () => {
    const incident = { pleas: [plea({ code: 'consent', at: on('2016-06-01') })] };
    const clause = listed('consent');
    expect(shown(judged(incident, { clause, asOf: '2016-05-31' }))).toBe('in');
    expect(shown(judged(incident, { clause, asOf: '2016-06-01' }))).toBe('out EXCEPTION');
  });
});

describe('the first failing code, in the order of the tests', () => {
  const breaks: Record<(typeof COVERAGE_CODES)[number], [Partial<Incident>, Partial<Clause>]> = {
    PARTY: [{ victimStates: ['FR'] }, {}],
    TIME: [{ started: on('2014-06-01') }, {}],
    CONDUCT: [{ conduct: ['ransomware'] }, {}],
    OBJECT: [{ objects: ['corporate'] }, {}],
    INTENT: [{}, { intentRequired: 'commercial-advantage' }],
    SEVERITY: [{}, { minSeverity: { commission: 5, dueDiligence: 5 } }],
    EXCEPTION: [{ pleas: [plea()] }, {}],
    RESERVATION: [{}, reserves([])],
  };
  // Without conduct that matches there is nothing for a reservation to name; it comes last anyway.
  test.each(COVERAGE_CODES.map((code, first) => [code, first] as const))(
    'with %s and all after it failing, that code is stored',
    (code, first) => {
      const failing = COVERAGE_CODES.slice(first).map((each) => breaks[each]);
      const incident = Object.assign({}, ...failing.map(([change]) => change));
      const clause = Object.assign({}, ...failing.map(([, change]) => change));
      expect(shown(judged(incident, { clause }))).toBe(`out ${code}`);
    },
  );
  test('a definite failure behind an unknown wins', () => {
    expect(
      shown(
        judged({ objects: ['unknown'] }, { clause: { intentRequired: 'commercial-advantage' } }),
      ),
    ).toBe('out INTENT');
  });
  test('with no failure the first unknown is stored', () => {
    expect(
      shown(
        judged(
          { objects: ['unknown'], intent: null },
          { clause: { intentRequired: 'political-effect' } },
        ),
      ),
    ).toBe('unknown OBJECT');
  });
});

describe('a missing fact leaves a case open only where a link is at stake', () => {
  const unknown = { objects: ['unknown'] } satisfies Partial<Incident>;
  const clear = ({ verdict, rule, failedCoverage, flags }: Finding) =>
    `${rule} ${verdict} ${failedCoverage} [${flags}]`;
  test.each<[string, Claim[], Partial<Incident>, string]>([
    ['link met', LINKED, {}, 'R0 PENDING OBJECT [needs_fact:OBJECT]'],
    ['link unmet', [], {}, 'R6 NOT_ATTRIBUTABLE OBJECT [needs_fact:OBJECT]'],
    [
      'link unmet, still to be verified',
      [],
      { status: 'reported', verifyBy: on('2030') },
      'R2 PENDING null [needs_fact:OBJECT]',
    ],
    ['retracted', LINKED, { status: 'retracted' }, 'R1 NOT_COVERED null []'],
  ])('%s: %s', (_, claims, changes, expected) => {
    const accused = claims.length === 0 ? null : 'RU';
    expect(clear(found({ ...unknown, claims, ...changes }, { accused }))).toBe(expected);
  });
});

describe('time: in force from 2016-03-10', () => {
  const time = (
    incident: Partial<Incident>,
    { asOf = '2020-01-01', ...pact }: Partial<Pact> & { asOf?: string } = {},
  ) => {
    const own = pactOf({
      assumedInForce: { ...on('2016-03-10'), reason: 'Then', alternatives: [] },
      ...pact,
    });
    const [clause = clauseOf()] = own.clauses;
    const covered = coverage({
      incident: incidentOf(incident),
      pact: own,
      clause,
      accused: 'RU',
      asOf: at(asOf),
      assumedFrom: at('2016-03-10T00:00Z'),
    });
    const outcomes = covered.checks.find(({ code }) => code === 'TIME')?.outcome;
    return [outcomes, ...covered.flags].join(' ');
  };
  test.each<[string, Partial<Incident>, string]>([
    ['a point the day before', { started: on('2016-03-09') }, 'fail'],
    ['a point on the day', { started: on('2016-03-10') }, 'pass'],
    ['the minute before', { started: on('2016-03-09T23:59Z') }, 'fail'],
    ['some day of March', { started: on('2016-03') }, 'unknown'],
    ['some day of April', { started: on('2016-04') }, 'pass'],
    ['some day of 2016', { started: on('2016') }, 'unknown'],
    ['some day of 2015', { started: on('2015') }, 'fail'],
    [
      'began before, ended after',
      { started: on('2016-01-01'), ended: on('2016-05-01') },
      'pass straddles',
    ],
    ['began before, ended before', { started: on('2016-01-01'), ended: on('2016-03-09') }, 'fail'],
    [
      'ended on the day itself',
      { started: on('2016-01-01'), ended: on('2016-03-10') },
      'pass straddles',
    ],
    ['ended some day of March', { started: on('2016-01-01'), ended: on('2016-03') }, 'unknown'],
    [
      'ended some day of April',
      { started: on('2016-01-01'), ended: on('2016-04') },
      'pass straddles',
    ],
    ['within', { started: on('2016-04-01'), ended: on('2016-05-01') }, 'pass'],
    [
      'began 2015 and still going on',
      { started: on('2015-05-01'), ongoing: true },
      'pass straddles',
    ],
    ['began in March, still going on', { started: on('2016-03'), ongoing: true }, 'pass straddles'],
  ])('%s', (_, incident, expected) => expect(time(incident)).toBe(expected));

  test('going on, seen before entry into force, is not in yet', () => {
    expect(time({ started: on('2015-05-01'), ongoing: true }, { asOf: '2016-03-01' })).toBe('fail');
  });
  test.each<[string, Partial<Incident>, string]>([
    ['the day before the end', { started: on('2017-05-31') }, 'pass'],
    ['on the day of the end', { started: on('2017-06-01') }, 'fail'],
    ['some day of 2017', { started: on('2017') }, 'unknown'],
    ['began before the end, ended after', { started: on('2017-01-01'), ended: on('2018') }, 'pass'],
    ['began some day of June, ended after', { started: on('2017-06'), ended: on('2018') }, 'fail'],
  ])('ending 2017-06-01: %s', (_, incident, expected) =>
    expect(time(incident, { end: on('2017-06-01') })).toBe(expected),
  );
});

describe('historical pacts: the time that binds two sides', () => {
  const started = (date: string, pact: Pact, changes: Partial<Incident> = {}, accused = 'RU') => {
    const [clause = clauseOf()] = pact.clauses;
    const claims = claimsOf(`c1 ${accused}:STATE A1 almost_certain K1`);
    const judgement = judge({
      incident: incidentOf({ started: on(date), claims, ...changes }),
      pact,
      clause,
      accused,
      setting: settingOf('2030-01-01'),
    });
    return [shown(judgement), ...findingOf(judgement).flags].join(' ');
  };
  const treaty = (...events: [string, string, string][]) => treatyOf(events, { noticeDays: 90 });
  const both = treaty(
    ['RU', 'signed', '2010-06-01'],
    ['RU', 'in_force', '2011-01-01'],
    ['US', 'in_force', '2012-01-01'],
  );
  test.each([
    ['before either signed', '2010-05-31', 'out TIME'],
    ['the accused has signed only', '2010-06-01', 'out TIME good_faith_period'],
    ['in force for one side', '2011-06-01', 'out TIME'],
    ['in force for the later side', '2012-01-01', 'in'],
  ])('%s', (_, date, expected) => expect(started(date, both)).toBe(expected));

  test('withdrawal takes effect after notice and not before', () => {
    const left = treaty(
      ['RU', 'in_force', '2011-01-01'],
      ['US', 'in_force', '2011-01-01'],
      ['US', 'withdrawn', '2015-01-01'],
    );
    expect(started('2015-03-31', left)).toBe('in');
    expect(started('2015-04-01', left)).toBe('out TIME');
  });
  test('suspension ends it alike; the first of the two counts', () => {
    const left = treaty(
      ['RU', 'in_force', '2011-01-01'],
      ['US', 'in_force', '2011-01-01'],
      ['US', 'withdrawn', '2016-01-01'],
      ['RU', 'suspended', '2015-01-01'],
    );
    expect(started('2015-04-01', left)).toBe('out TIME');
  });
  test('a side that never entered is not bound, nor is the other towards it', () => {
    const half = treaty(['RU', 'in_force', '2011-01-01'], ['US', 'signed', '2011-01-01']);
    expect(started('2014-01-01', half)).toBe('out TIME');
  });
  test('a state that only refused is tested as if bound with the other', () => {
    const refused = treaty(['RU', 'refused', '2011-01-01'], ['US', 'in_force', '2012-01-01']);
    expect(started('2011-06-01', refused)).toBe('out TIME');
    expect(started('2012-01-01', refused)).toBe('in');
  });
  test('a successor answers for its predecessor, and is owed what it was owed', () => {
    const succession = treatyOf(
      [
        ['RU', 'in_force', '1972-05-25'],
        ['US', 'in_force', '1972-05-25'],
      ],
      {
        parties: [
          { code: 'RU', succeeds: ['SU'] },
          { code: 'US', succeeds: [] },
        ],
      },
    );
    expect(started('1988-02-12', succession, {}, 'SU')).toBe('in');
    expect(started('1988-02-12', succession, { victimStates: ['SU'] }, 'US')).toBe('in');
    expect(started('1988-02-12', succession, { victimStates: ['SU'] }, 'RU')).toBe('out PARTY');
    const plain = treatyOf(
      [
        ['RU', 'in_force', '1972-05-25'],
        ['US', 'in_force', '1972-05-25'],
      ],
      {
        parties: RU_US,
      },
    );
    expect(started('1988-02-12', plain, {}, 'SU')).toBe('out PARTY');
  });
  test('a reservation passes to the successor', () => {
    const pact = treatyOf(
      [
        ['RU', 'in_force', '1972-05-25'],
        ['US', 'in_force', '1972-05-25'],
      ],
      {
        parties: [
          { code: 'RU', succeeds: ['SU'] },
          { code: 'US', succeeds: [] },
        ],
        clauses: [clauseOf(reserves([]))],
      },
    );
    expect(started('1988-02-12', pact, {}, 'SU')).toBe('out RESERVATION');
  });
  test('among several victims the best placed decides', () => {
    const pact = treatyOf(
      [
        ['RU', 'in_force', '2011-01-01'],
        ['US', 'in_force', '2020-01-01'],
        ['DE', 'in_force', '2011-01-01'],
      ],
      { parties: [...RU_US, { code: 'DE', succeeds: [] }] },
    );
    expect(started('2015-01-01', pact, { victimStates: ['US', 'DE'] })).toBe('in');
    expect(started('2015-01-01', pact, { victimStates: ['US'] })).toBe('out TIME');
  });
});

describe('severity under a clause', () => {
  const shift = (by: number) => ({ severityShift: { 'political-party': by } });
  test.each<[string, number, Partial<Clause>, number]>([
    ['none', 3, {}, 3],
    ['raised', 3, shift(1), 4],
    ['lowered', 3, shift(-1), 2],
    ['kept within 5', 5, shift(3), 5],
    ['kept within 1', 1, shift(-3), 1],
  ])('%s: %i', (_, severity, clause, expected) =>
    expect(found({ severity }, { clause }).severity).toBe(expected),
  );

  test('it moves floors, urgency and the level required', () => {
    const clause = { ...shift(1), commissionLimbs: [] };
    const { duty } = judged({ claims: LINKED }, { clause });
    expect(duty?.adequacy?.requiredLevel).toBe(5);
    expect((duty?.adequacy?.actBy ?? 0) - (duty?.knownAt ?? 0)).toBe(10 * 86_400_000);
    const floor = { minSeverity: { commission: 4, dueDiligence: 4 } };
    expect(shown(judged({}, { clause: floor }))).toBe('out SEVERITY');
    expect(shown(judged({}, { clause: { ...floor, ...shift(1) } }))).toBe('in');
  });
  test('below the commission floor the state is not asked; below the other there is no duty', () => {
    const low = { minSeverity: { commission: 4, dueDiligence: 2 } };
    expect(outcome({}, { clause: low })).toBe('R14 VIOLATION_OMISSION');
    expect(found({}, { clause: low }).state.reason).toBe('below_commission_floor');
    const high = { minSeverity: { commission: 2, dueDiligence: 4 } };
    expect(outcome({ claims: LINKED }, { clause: high })).toBe('R8 NOT_ATTRIBUTABLE');
  });
});

test('a reference-only pact is never scored; an incident without a claim gives one item', () => {
  expect(assess([incidentOf()], pactOf({ referenceOnly: true }), settingOf('2020-01-01'))).toEqual(
    [],
  );
  const none = assess([incidentOf({ claims: [] })], pactOf(), settingOf('2020-01-01'));
  expect(none).toMatchObject([{ accused: null, rule: 'R6', verdict: 'NOT_ATTRIBUTABLE' }]);
});
