import { describe, expect, test } from 'vitest';
import { toIso } from './dates';
import {
  answer,
  at,
  found,
  judged,
  LINKED,
  notice,
  objection,
  on,
  outcome,
  plea,
} from './fixtures/builders';
import type { Incident, Notification } from './incident';
import type { Clause } from './pact';
import { POLICY_2026_11 } from './policy';

/** Link is met on 1 January 2016; the clause asks for actual knowledge unless a test says otherwise. */
const windows = POLICY_2026_11.values.defaultWindows;
const ACTUAL: Partial<Clause> = { dueDiligence: { ...windows, knowledge: 'actual' } };
const CONSTRUCTIVE: Partial<Clause> = { dueDiligence: windows };
const linked = (changes: Partial<Incident>): Partial<Incident> => ({ claims: LINKED, ...changes });
const run = (changes: Partial<Incident>, clause = ACTUAL, asOf = '2020-01-01') =>
  judged(linked(changes), { clause, asOf }).duty;
const result = (changes: Partial<Incident>, clause = ACTUAL, asOf = '2020-01-01') =>
  outcome(linked(changes), { clause, asOf });
const flags = (changes: Partial<Incident>, clause = ACTUAL, asOf = '2020-01-01') =>
  found(linked(changes), { clause, asOf }).flags;
const known = (changes: Partial<Incident>, clause = ACTUAL) => {
  const duty = run(changes, clause);
  return duty?.knownAt == null ? (duty?.know ?? null) : `${duty.basis} ${toIso(duty.knownAt)}`;
};

describe('which notice tells the accused', () => {
  const told = 'notification 2016-01-10T23:59:59.999Z';
  test.each<[string, Partial<Notification>, string]>([
    ['from a victim, by diplomatic channel', {}, told],
    ['by hotline', { channel: 'hotline' }, told],
    ['from team to team', { channel: 'cert' }, told],
    ['in public, asking for something', { channel: 'public', asks: 'To stop' }, told],
    ['in public, asking nothing', { channel: 'public' }, 'unknown_lapsed'],
    ['to another state', { to: 'CN' }, 'unknown_lapsed'],
    ['from a state that is no victim', { by: 'DE' }, 'unknown_lapsed'],
    ['on behalf of a victim', { by: 'DE', onBehalfOf: 'US' }, told],
    ['on behalf of another', { by: 'DE', onBehalfOf: 'FR' }, 'unknown_lapsed'],
    ['from a victim on behalf of another', { onBehalfOf: 'FR' }, told],
  ])('%s', (_, changes, expected) => {
    expect(known({ notifications: [notice(changes)] })).toBe(expected);
  });
  test('the first that counts; each at the end of its interval', () => {
    const notifications = [
      notice({ at: on('2016-03') }),
      notice({ at: on('2016-02-20'), channel: 'public' }),
      notice({ at: on('2016-03-30') }),
    ];
    expect(known({ notifications })).toBe('notification 2016-03-30T23:59:59.999Z');
    expect(run({ notifications })?.counted).toHaveLength(2);
  });
  test('a notice from before the link was met counts from its own day', () => {
    expect(known({ notifications: [notice({ at: on('2015-12-01') })] })).toBe(
      'notification 2015-12-01T23:59:59.999Z',
    );
  });
  test('a channel of a pact that never was is assumed', () => {
    expect(flags({ notifications: [notice()] })).toContain('assumed_channel');
    expect(flags({}, CONSTRUCTIVE)).not.toContain('assumed_channel');
  });
});

describe('knowledge without a notice', () => {
  test('what suffices to link suffices to know, fourteen days later', () => {
    expect(known({}, CONSTRUCTIVE)).toBe('constructive 2016-01-15T00:00:00.000Z');
  });
  test('a recurrence is known on the day itself', () => {
    expect(known({ recursOf: ['earlier'] }, CONSTRUCTIVE)).toBe(
      'recurrence 2016-01-01T00:00:00.000Z',
    );
    expect(known({ recursOf: ['earlier'] }, ACTUAL)).toBe('unknown_lapsed');
  });
  test('the earlier of notice and constructive knowledge', () => {
    expect(known({ notifications: [notice()] }, CONSTRUCTIVE)).toMatch(/^notification 2016-01-10/);
    expect(known({ notifications: [notice({ at: on('2016-01-20') })] }, CONSTRUCTIVE)).toMatch(
      /^constructive 2016-01-15/,
    );
  });
  test.each([
    ['on the last day', '2016-01-30', 'R9 PENDING'],
    ['to the very instant', '2016-01-31T00:00Z', 'R9 PENDING'],
    ['after it', '2016-01-31', 'R10 NOT_ATTRIBUTABLE'],
  ])('actual only, nobody told it, %s to notify: %s', (_, asOf, expected) =>
    expect(result({}, ACTUAL, asOf)).toBe(expected),
  );
  test('a later notice makes it known from then', () => {
    const notifications = [notice({ at: on('2018-01-01') })];
    expect(result({ notifications }, ACTUAL, '2017-12-31')).toBe('R10 NOT_ATTRIBUTABLE');
    expect(result({ notifications }, ACTUAL, '2018-01-15')).toBe('R13 PENDING');
    expect(result({ notifications }, ACTUAL, '2018-02-01')).toBe('R14 VIOLATION_OMISSION');
  });
  test('pending cases name their deadline, others none', () => {
    const deadline = (asOf: string, changes = {}, clause = ACTUAL) => {
      const { deadline: by } = found(linked(changes), { clause, asOf });
      return by === null ? null : toIso(by);
    };
    expect(deadline('2016-01-20')).toBe('2016-01-31T00:00:00.000Z');
    expect(deadline('2016-01-20', {}, CONSTRUCTIVE)).toBe('2016-02-14T00:00:00.000Z');
    expect(deadline('2020-01-01', {}, CONSTRUCTIVE)).toBeNull();
    expect(deadline('2016-01-20', { status: 'reported' })).toBe('2016-03-31T23:59:59.999Z');
  });
});

describe('the clock, told on 10 January: act by the end of 9 February', () => {
  const told = { notifications: [notice()] };
  const rule = (changes: Partial<Incident>, asOf = '2020-01-01') =>
    found(linked({ ...told, ...changes }), { clause: ACTUAL, asOf }).rule;
  test.each<[string, Partial<Incident>, string, string]>([
    ['nothing, on the last day', {}, '2016-02-09', 'R13'],
    ['nothing, a day later', {}, '2016-02-10', 'R14'],
    ['enough on the last day', { responses: [answer('2016-02-09', 4)] }, '2020-01-01', 'R11'],
    ['enough a day later', { responses: [answer('2016-02-10', 4)] }, '2020-01-01', 'R14'],
    [
      "another state's answer",
      { responses: [answer('2016-02-09', 4, { by: 'CN' })] },
      '2020-01-01',
      'R14',
    ],
    ['enough before it was told', { responses: [answer('2015-11-01', 4)] }, '2020-01-01', 'R11'],
    ['an answer still to come', { responses: [answer('2016-02-09', 4)] }, '2016-02-01', 'R13'],
    [
      'evidence destroyed',
      { responses: [answer('2016-01-20', -1), answer('2016-01-21', 5)] },
      '2020-01-01',
      'R14',
    ],
    [
      'still going on: four is not enough',
      { ongoing: true, responses: [answer('2016-02-01', 4)] },
      '2018-01-01',
      'R14',
    ],
    ['and five is', { ongoing: true, responses: [answer('2016-02-01', 5)] }, '2018-01-01', 'R11'],
  ])('%s, as of %#', (_, changes, asOf, expected) => expect(rule(changes, asOf)).toBe(expected));

  test('what an answer is flagged for', () => {
    expect(flags({ ...told, responses: [answer('2016-03-10', 4)] })).toContain('cured_late');
    expect(flags({ ...told, responses: [answer('2016-01-20', -1)] })).toContain('obstructed');
    const late = { ...told, responses: [answer('2016-02-01', 4), answer('2017-01-20', -1)] };
    expect(flags(late)).toEqual(['assumed_channel', 'obstructed']);
    expect(result(late)).toBe('R11 DISCHARGED');
  });
  test('knownAt, actBy and response are given under R11 to R14 only', () => {
    const { knownAt, actBy, response } = found(linked(told), { clause: ACTUAL });
    expect([knownAt, actBy, response]).toEqual([at('2016-01-10'), at('2016-02-09'), 'inadequate']);
    const none = found(linked({}), { clause: ACTUAL });
    expect([none.rule, none.knownAt, none.actBy, none.response]).toEqual(['R10', null, null, null]);
  });

  describe('extension', () => {
    const asked = (date: string, acknowledged: string | null, by = 'RU', days = 15) => ({
      ...told,
      extensions: [{ by, requestedAt: on(date), days, sources: [] }],
      responses: acknowledged === null ? [] : [answer(acknowledged, 2)],
    });
    test.each<[string, ReturnType<typeof asked>, string]>([
      ['asked in time, acknowledged in a week', asked('2016-02-01', '2016-01-15'), '2016-02-24'],
      ['asked after expiry', asked('2016-02-10', '2016-01-15'), '2016-02-09'],
      ['acknowledged too late', asked('2016-02-01', '2016-01-18'), '2016-02-09'],
      ['never acknowledged', asked('2016-02-01', null), '2016-02-09'],
      ['asked by another', asked('2016-02-01', '2016-01-15', 'CN'), '2016-02-09'],
      ['for longer than half', asked('2016-02-01', '2016-01-15', 'RU', 60), '2016-02-24'],
    ])('%s', (_, changes, day) => expect(run(changes)?.adequacy?.actBy).toBe(at(day)));
    test('only one is granted, the first', () => {
      const extensions = [10, 5].map((days, n) => ({
        by: 'RU',
        requestedAt: on(`2016-01-2${n}`),
        days,
        sources: [],
      }));
      const changes = { ...told, extensions, responses: [answer('2016-01-15', 2)] };
      expect(run(changes)?.adequacy?.actBy).toBe(at('2016-02-19'));
    });
  });
});

describe('dates that are intervals favour the accused, and say so where it matters', () => {
  test('an answer of some day of February is taken at its start', () => {
    const changes = { notifications: [notice()], responses: [answer('2016-02', 4)] };
    expect(result(changes)).toBe('R11 DISCHARGED');
    expect(flags(changes)).toContain('date_sensitive');
  });
  test('not where either end gives the same word', () => {
    const changes = { notifications: [notice()], responses: [answer('2016-01', 4)] };
    expect(flags(changes)).not.toContain('date_sensitive');
  });
  test('a notice of some day of January is taken at its end', () => {
    const changes = {
      notifications: [notice({ at: on('2016-01') })],
      responses: [answer('2016-02-20', 4)],
    };
    expect(result(changes)).toBe('R11 DISCHARGED');
    expect(flags(changes)).toContain('date_sensitive');
  });
  test('an answer of the interval in which it was told is never before it was told', () => {
    const changes = { notifications: [notice()], responses: [answer('2016-01', 4)] };
    expect(run(changes)?.adequacy?.response).toBe('adequate_in_time');
  });
});

describe('excused for incapacity: pleaded, accepted, help requested, level 3 shown', () => {
  const shown = answer('2016-01-20', 3, { requestedAssistance: true });
  const full = {
    notifications: [notice()],
    responses: [shown],
    pleas: [plea({ kind: 'incapacity' })],
  };
  test.each<[string, Partial<Incident>, string]>([
    ['all four', {}, 'R12 DISCHARGED'],
    ['not pleaded', { pleas: [] }, 'R14 VIOLATION_OMISSION'],
    [
      'not decided',
      { pleas: [plea({ kind: 'incapacity', accepted: null })] },
      'R14 VIOLATION_OMISSION',
    ],
    [
      'rejected',
      { pleas: [plea({ kind: 'incapacity', accepted: false })] },
      'R14 VIOLATION_OMISSION',
    ],
    [
      'pleaded by another',
      { pleas: [plea({ kind: 'incapacity', by: 'CN' })] },
      'R14 VIOLATION_OMISSION',
    ],
    ['no help requested', { responses: [answer('2016-01-20', 3)] }, 'R14 VIOLATION_OMISSION'],
    [
      'only level 2',
      { responses: [answer('2016-01-20', 2, { requestedAssistance: true })] },
      'R14 VIOLATION_OMISSION',
    ],
    [
      'level 3 too late',
      { responses: [answer('2016-02-10', 3, { requestedAssistance: true })] },
      'R14 VIOLATION_OMISSION',
    ],
    [
      'level 3 not verified',
      { responses: [answer('2016-01-20', 3, { requestedAssistance: true, verified: false })] },
      'R12 DISCHARGED',
    ],
  ])('%s: %s', (_, changes, expected) => expect(result({ ...full, ...changes })).toBe(expected));
});

describe('when the record first made the link met', () => {
  test('a claim counts from the end of its date', () => {
    const claims = LINKED.map((claim) => ({ ...claim, date: on('2016-02') }));
    expect(judged({ claims }).duty?.linkMetAt).toBe(at('2016-02-29'));
  });
  test('an objection then open puts it off until the objection lapses', () => {
    const objections = [objection({ at: on('2015-12-20') })];
    expect(run({ objections }, CONSTRUCTIVE)?.linkMetAt).toBe(at('2016-01-19') + 1);
  });
  test('a claim retracted since had already made it met', () => {
    const claims = LINKED.map((claim, n) => ({
      ...claim,
      ...(n === 1 ? { date: on('2016-06-01') } : {}),
    }));
    const [first, second] = claims;
    if (first === undefined || second === undefined) throw new Error('two claims');
    const early = {
      ...second,
      id: 'c3',
      date: on('2016-01-01'),
      status: 'retracted' as const,
      retractedOn: on('2016-03-01'),
    };
    expect(judged({ claims: [first, second] }).duty?.linkMetAt).toBe(at('2016-06-01'));
    expect(judged({ claims: [first, second, early] }).duty?.linkMetAt).toBe(at('2016-01-01'));
  });
});
