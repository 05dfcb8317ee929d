import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Person } from '@/domain/actor';
import { answer, at, incidentOf, objection, on } from '@/domain/fixtures/builders';
import { POLICY_2026_11 } from '@/domain/policy';
import { type Grant, ROLES, type Role } from '@/domain/role';
import { clockEntries, objectionEntries } from './calendar';
import {
  digested,
  kindsFor,
  NOTICE_KINDS,
  type Notice,
  noticesOf,
  type ReviewEvent,
} from './notice';

const grantOf = (role: Role): Grant =>
  role === 'delegate' ? { role, party: 'US', pact: null } : { role };
const everybody: Person[] = ROLES.map((role) => ({
  ...{ kind: 'person', id: role, name: role, grants: [grantOf(role)], disabled: false },
}));
const marks = { published: true, tlp: 'CLEAR', authors: [] } as const;
const event = (changes: Partial<ReviewEvent>): ReviewEvent => ({
  ...{ kind: 'record_submitted', seq: 1, at: at('2026-12-01'), actor: 'somebody' },
  ...{ subject: 'incident:leak', title: 'A leak', people: [], parties: [] },
  about: { kind: 'record', ...marks },
  ...changes,
});
const told = (changes: Partial<ReviewEvent>): string =>
  noticesOf(event(changes), everybody)
    .map(({ to }) => to)
    .join(' ');

test.each<[string, Partial<ReviewEvent>, string]>([
  ['a submission, the reviewer', {}, 'reviewer'],
  ['a return, its authors', { kind: 'record_returned', people: ['recorder'] }, 'recorder'],
  [
    'a session, the delegates of its parties',
    { kind: 'session_convened', parties: ['US'] },
    'delegate chair',
  ],
  ['not those of others', { kind: 'session_convened', parties: ['RU'] }, 'chair'],
  [
    'staleness, the signers',
    { kind: 'finding_stale', people: ['delegate'] },
    'reviewer delegate chair',
  ],
  ['never who did it', { kind: 'finding_stale', actor: 'chair' }, 'reviewer'],
  [
    'never who may not read of it',
    {
      ...{ kind: 'record_returned', people: ['recorder', 'delegate'] },
      about: { kind: 'record', ...marks, published: false },
    },
    'recorder',
  ],
])('%s', (_what, changes, people) => {
  expect(told(changes)).toBe(people);
});

test('the disabled are told nothing', () => {
  const disabled = everybody.map((person) => ({ ...person, disabled: true }));
  expect(noticesOf(event({}), disabled)).toEqual([]);
});

test('the feed of a role holds what the role is told of', () => {
  expect(kindsFor('reviewer')).toEqual([
    ...['record_submitted', 'proposal_made', 'finding_coded', 'finding_stale'],
  ]);
  expect(kindsFor('recorder')).toEqual([]);
});

describe('digests', () => {
  const some = (count: number, day: string, seq = 0): Notice[] =>
    Array.from({ length: count }, (_, index) =>
      noticesOf(event({ at: at(day) - index, seq: seq + index }), everybody),
    ).flat();

  test('five of a kind in a day stay, six become one', () => {
    expect(digested(some(5, '2026-12-01')).map(({ count }) => count)).toEqual([1, 1, 1, 1, 1]);
    expect(digested(some(6, '2026-12-01'))).toMatchObject([
      { count: 6, sentence: '6 records were submitted', to: 'reviewer' },
    ]);
  });

  test('not across days', () => {
    expect(digested([...some(4, '2026-12-01'), ...some(4, '2026-12-02', 10)])).toHaveLength(8);
  });

  test('nothing is lost, and nobody gets more than six lines of a kind and day', () => {
    const anyNotices = fc.array(
      fc.record({
        kind: fc.constantFrom(...NOTICE_KINDS),
        seq: fc.nat(500),
        day: fc.constantFrom('2026-12-01', '2026-12-02'),
      }),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(anyNotices, (given) => {
        const notices = given.flatMap(({ kind, seq, day }) =>
          noticesOf(event({ kind, seq, at: at(day), parties: ['US'] }), everybody),
        );
        const shown = digested(notices);
        const seqs = (list: readonly Notice[]) => list.flatMap((notice) => notice.seqs).sort();
        expect(seqs(shown)).toEqual(seqs(notices));
        const lines = new Map<string, number>();
        for (const { to, kind, at: when } of shown) {
          const key = `${to} ${kind} ${when}`;
          lines.set(key, (lines.get(key) ?? 0) + 1);
        }
        expect(Math.max(0, ...lines.values())).toBeLessThanOrEqual(5);
      }),
    );
  });
});

describe('the calendar', () => {
  const finding = { incident: 'leak', title: 'A leak', clause: 'c1', accused: 'RU' };

  test('open clocks, each once, the soonest first', () => {
    const entries = clockEntries('a-pact', [
      { ...finding, rule: 'R13', due: at('2026-12-20') },
      { ...finding, clause: 'c2', rule: 'R13', due: at('2026-12-20') },
      { ...finding, rule: 'R9', due: at('2026-12-10') },
      { ...finding, rule: 'R14', due: at('2026-11-10') },
      { ...finding, rule: 'R4', due: null },
      { ...finding, accused: null, rule: 'R2', due: at('2026-12-01') },
    ]);
    expect(entries.map(({ summary }) => summary)).toEqual([
      'Last day to notify Russia: A leak',
      'Last day for Russia to act: A leak',
    ]);
    expect(new Set(entries.map(({ uid }) => uid)).size).toBe(2);
  });

  test('objections until they lapse, 30 days after they were made', () => {
    const incident = incidentOf({
      objections: [
        objection({ at: on('2026-11-10') }),
        objection({ at: on('2026-09-10'), against: 'STATE' }),
        objection({ at: on('2026-11-10'), against: 'CONDUCT' }),
        objection({ at: on('2027-01-10') }),
      ],
      responses: [answer('2026-11-20', 1, { rebuttalEvidence: true })],
    });
    const entries = objectionEntries([incident], POLICY_2026_11, at('2026-12-01'));
    expect(entries.map(({ at: until }) => until)).toEqual([at('2026-12-10'), at('2026-12-20')]);
    expect(entries[0]?.summary).toBe('The objection of Russia lapses: Mail of a party published');
  });
});
