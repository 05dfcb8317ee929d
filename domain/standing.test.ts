import { describe, expect, test } from 'vitest';
import type { Monitoring } from './dossier';
import { assess, type Finding, farthestFactor, type Setting } from './finding';
import {
  answer,
  at,
  claimsOf,
  clauseOf,
  found,
  incidentOf,
  LINKED,
  notice,
  objection,
  on,
  pactOf,
  settingOf,
  treatyOf,
} from './fixtures/builders';
import type { Incident } from './incident';
import { coveredShare } from './monitoring';
import type { Pact } from './pact';
import {
  gravest,
  onePerIncident,
  type SignedAs,
  type StandingQuestion,
  standings,
} from './standing';
import type { Verdict } from './verdict';

const setting = settingOf('2019-12-31');
const stand = (
  incidents: readonly Incident[],
  changes: Partial<StandingQuestion> & { pact?: Pact; setting?: Setting } = {},
) => {
  const pact = changes.pact ?? pactOf();
  const used = changes.setting ?? setting;
  const [first] = standings({
    pact,
    incidents,
    findings: assess(incidents, pact, used),
    monitoring: [],
    setting: used,
    counting: 'computed',
    ...changes,
  });
  if (first === undefined) throw new Error('no standing');
  return first;
};
const watched = (from: string, to: string, changes: Partial<Monitoring> = {}): Monitoring => ({
  victimState: 'US',
  from,
  to,
  effort: 1,
  ...changes,
});

/** Three kinds of claimant, nothing proved. */
const CLASSES = claimsOf(`
  c1 RU:LINK C3 likely K1 by government
  c2 RU:LINK C3 likely K2 by media
  c3 RU:LINK C3 likely K3 by academic`);
const unproved = incidentOf({ id: 'unproved', claims: CLASSES });
const violation = incidentOf({ id: 'violation' });
const disputed = incidentOf({
  id: 'disputed',
  objections: [objection({ against: 'CONDUCT' })],
});
const pending = incidentOf({ id: 'pending', objects: ['unknown'] });

describe('finding words: F4 before F3 before F5 before F2 before F1', () => {
  const whole = [watched('2015-01-01', '2019-12-31')];
  const half = [watched('2015-01-01', '2018-06-30')];
  const little = [watched('2015-01-01', '2016-06-30')];
  test.each<[string, Incident[], Monitoring[], string]>([
    ['a violation, whatever else', [violation, disputed, pending], whole, 'VIOLATIONS_FOUND'],
    ['only disputed', [disputed, unproved], whole, 'QUESTIONS_RAISED'],
    ['only pending, basis inadequate', [pending], [], 'QUESTIONS_RAISED'],
    ['nothing, and nobody looked', [unproved], [], 'UNABLE_TO_CONCLUDE'],
    ['nothing, too little watched', [unproved], little, 'UNABLE_TO_CONCLUDE'],
    ['nothing, watched more than half', [unproved], half, 'NO_INDICATION_LIMITED'],
    ['nothing, watched throughout', [unproved], whole, 'NO_INDICATION_BROAD'],
    ['no incident at all, watched throughout', [], whole, 'UNABLE_TO_CONCLUDE'],
  ])('%s: %#', (_, incidents, monitoring, word) =>
    expect(stand(incidents, { monitoring }).word).toBe(word),
  );
});

describe('computed and signed', () => {
  const signedOnly = (signedAs: SignedAs<Finding>) =>
    stand([violation], { counting: 'signed', signedAs });
  test('a violation nobody signed waits as pending, without a factor', () => {
    const standing = signedOnly(() => null);
    expect([standing.word, standing.counts.PENDING]).toEqual(['QUESTIONS_RAISED', 1]);
    expect(standing.band?.vLow).toBe(0);
    expect(standing.band?.vHigh).toBe(stand([violation]).band?.vHigh);
    const arrested = incidentOf({ id: 'arrested', responses: [answer('2017-01-01', 6)] });
    const factors = (counting: 'computed' | 'signed') =>
      stand([arrested], { counting }).counted.map(({ m }) => m);
    expect([factors('computed'), factors('signed')]).toEqual([[0.5], [1]]);
    expect(standing.distribution).toEqual([1]);
  });
  test('one that is signed counts', () => {
    expect(signedOnly(({ verdict }) => verdict)).toEqual(stand([violation]));
  });
  test('one published as disputed counts as disputed', () => {
    const { counts, word } = signedOnly(() => 'DISPUTED');
    expect([counts.DISPUTED, counts.PENDING, word]).toEqual([1, 0, 'QUESTIONS_RAISED']);
  });
});

test('a refusal gives compatibility; a party that signed has compliance', () => {
  const modes = (events: [string, string, string][]) => {
    const pact = treatyOf(events);
    return standings({
      pact,
      incidents: [],
      findings: [],
      monitoring: [],
      setting,
      counting: 'computed',
    }).map(({ mode }) => mode);
  };
  expect(
    modes([
      ['RU', 'refused', '2011-01-01'],
      ['US', 'in_force', '2011-01-01'],
    ]),
  ).toEqual(['compatibility', 'compliance']);
  expect(
    modes([
      ['RU', 'refused', '2011-01-01'],
      ['RU', 'signed', '2012-01-01'],
    ]),
  ).toEqual(['compliance', 'compliance']);
  expect(modes([['RU', 'no_reply', '2011-01-01']])).toEqual(['compatibility', 'compliance']);
});

describe('the factor m', () => {
  const omitted = { claims: LINKED, notifications: [notice()] };
  test.each<[string, Partial<Incident>, string, number]>([
    ['a commission', {}, 'R4', 1],
    ['disclosed by itself', { selfDisclosedBy: 'RU' }, 'R4', 0.75],
    ['disclosed by another', { selfDisclosedBy: 'US' }, 'R4', 1],
    ['arrests afterwards', { responses: [answer('2017-01-01', 6)] }, 'R4', 0.5],
    ['investigation afterwards', { responses: [answer('2017-01-01', 5)] }, 'R4', 1],
    [
      'arrests not verified',
      { responses: [answer('2017-01-01', 6, { verified: false })] },
      'R4',
      1,
    ],
    ['evidence destroyed', { responses: [answer('2017-01-01', -1)] }, 'R4', 1.25],
    [
      'destroyed and disclosed: the larger on a tie',
      { selfDisclosedBy: 'RU', responses: [answer('2017-01-01', -1)] },
      'R4',
      1.25,
    ],
    [
      'destroyed and arrested: the one farther from 1',
      { responses: [answer('2017-01-01', -1), answer('2017-02-01', 6)] },
      'R4',
      0.5,
    ],
    ['an omission', omitted, 'R14', 1],
    ['cured late', { ...omitted, responses: [answer('2017-01-01', 4)] }, 'R14', 0.5],
    [
      'destroyed in time, arrested too late: nothing is cured',
      { ...omitted, responses: [answer('2016-01-12', -1), answer('2017-01-01', 6)] },
      'R14',
      1.25,
    ],
    ['arrests in time discharge', { ...omitted, responses: [answer('2016-01-12', 6)] }, 'R11', 1],
    ['arrests still to come', { responses: [answer('2025-01-01', 6)] }, 'R4', 1],
  ])('%s', (_, incident, rule, m) => expect(found(incident)).toMatchObject({ rule, m }));
  test('factors are not multiplied', () => {
    expect(farthestFactor([])).toBe(1);
    expect(farthestFactor([0.75, 1.25])).toBe(1.25);
    expect(farthestFactor([1.25, 0.75])).toBe(1.25);
    expect(farthestFactor([0.75, 0.5, 1.25])).toBe(0.5);
  });
});

describe('one finding per incident and accused', () => {
  const base = found();
  const as = (verdict: Verdict, changes: Partial<Finding> = {}): Finding => ({
    ...base,
    verdict,
    ...changes,
  });
  test('the gravest, in the order commission, omission, disputed, pending', () => {
    const order: Verdict[] = [
      'VIOLATION_COMMISSION',
      'VIOLATION_OMISSION',
      'DISPUTED',
      'PENDING',
      'DISCHARGED',
    ];
    order.forEach((verdict, n) => {
      const rest = order.slice(n).map((each) => as(each));
      expect(gravest(rest, setting).verdict).toBe(verdict);
      expect(gravest(rest.reverse(), setting).verdict).toBe(verdict);
    });
  });
  test('among equals the largest p*w*m', () => {
    const small = as('VIOLATION_OMISSION', { severity: 3, b: 0.9, m: 1, clause: 'small' });
    const large = as('VIOLATION_OMISSION', { severity: 4, b: 0.6, m: 1, clause: 'large' });
    const cured = as('VIOLATION_OMISSION', { severity: 4, b: 0.6, m: 0.5, clause: 'cured' });
    expect(gravest([small, large, cured], setting).clause).toBe('large');
    expect(gravest([cured, small], setting).clause).toBe('small');
  });
  test('two clauses, one count; two incidents, two', () => {
    const pact = pactOf({ clauses: [clauseOf(), clauseOf({ id: 'c2', commissionLimbs: [] })] });
    const two = [violation, incidentOf({ id: 'second' })];
    const findings = assess(two, pact, setting);
    expect(findings.map(({ verdict }) => verdict)).toEqual([
      'VIOLATION_COMMISSION',
      'VIOLATION_OMISSION',
      'VIOLATION_COMMISSION',
      'VIOLATION_OMISSION',
    ]);
    expect(onePerIncident(findings, setting).map(({ clause }) => clause)).toEqual(['c1', 'c1']);
    expect(stand(two, { pact }).counts.VIOLATION_COMMISSION).toBe(2);
  });
});

describe('the index', () => {
  test('is counted over the time in force up to as-of, in years of 365.25 days', () => {
    const standing = stand([violation], { setting: settingOf('2016-12-31') });
    expect(standing.years).toBeCloseTo(731 / 365.25, 9);
    const b = found().b;
    expect(standing.band?.vLow).toBeCloseTo(b * 4, 9);
    expect(standing.high).toBeCloseTo(100 * Math.exp((-b * 4) / (8 * (731 / 365.25))), 9);
    expect([standing.index, standing.low === null]).toEqual([standing.high, false]);
  });
  test('needs thirty days in force', () => {
    const index = (asOf: string) => stand([], { setting: settingOf(asOf) }).index;
    expect(index('2015-01-29')).toBeNull();
    expect(index('2015-01-30')).toBe(100);
    expect(index('2014-06-01')).toBeNull();
  });
  test('a period cuts it, and so does the end of the pact', () => {
    const period = { from: at('2016-01-01T00:00Z'), to: at('2016-12-31') };
    expect(stand([], { period }).years).toBeCloseTo(366 / 365.25, 9);
    expect(stand([], { pact: pactOf({ end: on('2016-01-01') }) }).years).toBeCloseTo(
      365 / 365.25,
      9,
    );
  });
  test('a missing fact stays out of the band where no link is met', () => {
    const contested = incidentOf({
      id: 'contested',
      objects: ['unknown'],
      objections: [objection({ against: 'CONDUCT' })],
    });
    expect(stand([contested]).counts.PENDING).toBe(1);
    expect(stand([contested]).band?.vHigh).toBe(0);
    expect(stand([pending]).band?.vHigh).toBeGreaterThan(0);
  });
  test('the upper end uses the interval of the question the verdict turns on', () => {
    const { b, u, state } = found();
    expect([b, b + u]).toEqual([state.lower, state.upper]);
    const claims = claimsOf(`
      c1 RU:STATE A1 almost_certain K1
      c2 RU:PRIVATE A1 likely K2`);
    const denied = found(
      { claims, objections: [objection({ against: 'STATE', at: on('2019-12-20') })] },
      { clause: { dueDiligence: null, theta: { state: 0.5, link: 0.5, minClusters: 1 } } },
    );
    expect([denied.rule, denied.b, denied.b + denied.u]).toEqual([
      'R7',
      denied.state.lower,
      denied.state.upper,
    ]);
    const omission = found({ claims: LINKED });
    expect([omission.b, omission.b + omission.u]).toEqual([
      omission.link.lower,
      omission.link.upper,
    ]);
  });
  test('the count of violations has its own distribution', () => {
    const two = stand([violation, incidentOf({ id: 'second' })]);
    const b = found().b;
    expect(two.distribution[0]).toBeCloseTo((1 - b) ** 2, 12);
    expect(two.distribution).toHaveLength(3);
  });
});

describe('monitoring basis', () => {
  const day = (text: string): number => Date.parse(`${text}T00:00Z`);
  const stretch = (from: string, to: string) => ({ from: day(from), to: day(to) + 86_399_999 });
  const year = stretch('2016-01-01', '2016-12-31');
  test.each<[string, [string, string][], number]>([
    ['nothing', [], 0],
    ['all', [['2015-01-01', '2017-01-01']], 1],
    ['January', [['2016-01-01', '2016-01-31']], 31 / 366],
    [
      'two that overlap',
      [
        ['2016-01-01', '2016-01-20'],
        ['2016-01-11', '2016-01-31'],
      ],
      31 / 366,
    ],
    [
      'one within another',
      [
        ['2016-01-01', '2016-01-31'],
        ['2016-01-05', '2016-01-06'],
      ],
      31 / 366,
    ],
    [
      'two that touch',
      [
        ['2016-01-16', '2016-01-31'],
        ['2016-01-01', '2016-01-15'],
      ],
      31 / 366,
    ],
    [
      'two apart',
      [
        ['2016-01-01', '2016-01-10'],
        ['2016-02-01', '2016-02-10'],
      ],
      20 / 366,
    ],
    ['outside', [['2015-01-01', '2015-12-31']], 0],
  ])('share watched: %s', (_, list, share) => {
    expect(
      coveredShare(
        list.map(([from, to]) => stretch(from, to)),
        year,
      ),
    ).toBeCloseTo(share, 12);
  });

  const basis = (
    changes: Partial<Incident> = {},
    monitoring = [watched('2015-01-01', '2019-12-31')],
  ) => stand([{ ...unproved, ...changes }], { monitoring }).basis;
  test('no record is not zero', () => {
    expect(basis({}, []).monitored).toBeNull();
    expect(basis({}, [watched('2015-01-01', '2019-12-31', { effort: 0 })]).monitored).toBeNull();
    expect(basis().monitored).toBe(1);
  });
  test("only what was watched on the other side counts, not the party's own side", () => {
    expect(
      basis({}, [watched('2015-01-01', '2019-12-31', { victimState: 'RU' })]).monitored,
    ).toBeNull();
  });
  test('three kinds of claimant, among live claims made in the period', () => {
    expect(basis()).toMatchObject({ sourceClasses: 3, adequate: true, broad: true });
    expect(basis({ claims: CLASSES.slice(0, 2) })).toMatchObject({
      sourceClasses: 2,
      adequate: false,
    });
    const [one, ...rest] = CLASSES;
    if (one === undefined) throw new Error('no claim');
    expect(basis({ claims: [{ ...one, status: 'superseded' }, ...rest] }).sourceClasses).toBe(2);
    expect(basis({ claims: [{ ...one, date: on('2014-01-01') }, ...rest] }).sourceClasses).toBe(2);
  });
  test('half of the notices answered within ninety days', () => {
    const notifications = [notice(), notice({ at: on('2017-01-01') })];
    const replied = (date: string, level: number) =>
      basis({ notifications, responses: [answer(date, level)] });
    expect(basis({ notifications })).toMatchObject({ notified: 2, answered: 0, adequate: false });
    expect(replied('2016-02-01', 1)).toMatchObject({ notified: 2, answered: 1, adequate: true });
    expect(replied('2016-04-09', 1).answered).toBe(1);
    expect(replied('2016-04-10', 1).answered).toBe(0);
    expect(replied('2016-02-01', 0).answered).toBe(0);
    expect(replied('2016-01-05', 1).answered).toBe(0);
  });
  test('notices that count only: asked of the party, by or for a victim, in the period', () => {
    const notifications = [
      notice({ channel: 'public' }),
      notice({ to: 'CN' }),
      notice({ by: 'DE' }),
      notice({ at: on('2014-06-01') }),
    ];
    expect(basis({ notifications })).toMatchObject({ notified: 0, adequate: true });
  });
  test('never adequate before the pact is in force', () => {
    const early = stand([unproved], { setting: settingOf('2014-01-01') });
    expect(early.basis).toMatchObject({ adequate: false, monitored: null });
    expect(early.word).toBe('UNABLE_TO_CONCLUDE');
  });
});

test('a predecessor counts with its successor; a reference-only pact has no standing', () => {
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
    },
  );
  const claims = claimsOf(`
    c1 SU:STATE A1 almost_certain K1
    c2 SU:STATE A1 almost_certain K2`);
  const incident = incidentOf({ started: on('1988-02-12'), claims });
  expect(stand([incident], { pact }).counts.VIOLATION_COMMISSION).toBe(1);
  const question = { pact: pactOf({ referenceOnly: true }), incidents: [], findings: [] };
  expect(standings({ ...question, monitoring: [], setting, counting: 'computed' })).toEqual([]);
});
