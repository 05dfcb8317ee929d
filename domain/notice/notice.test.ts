import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Person } from '@/domain/actor';
import { at } from '@/domain/fixtures/builders';
import {
  digested,
  type Notice,
  type NoticeAbout,
  type NoticeEvent,
  noticeSentence,
  noticesOf,
  noticesOfEach,
} from '@/domain/notice';
import { HOUSE } from '@/domain/permission';
import { FINDING_PATH } from '@/domain/review/finding-path';
import { RECORD_PATH } from '@/domain/review/record-path';
import { type Grant, ROLES, type Role } from '@/domain/role';
import { isNoticeKind, kindsFor, NOTICE_KINDS, noticeKind, noticesOfEntry } from './kinds';

const grantOf = (role: Role): Grant =>
  role === 'delegate' ? { role, party: 'US', pact: null } : { role };
const everybody: Person[] = ROLES.map((role) => ({
  ...{ kind: 'person', id: role, name: role, grants: [grantOf(role)], disabled: false },
}));
const marks = { published: true, tlp: 'CLEAR', authors: [] } as const;
/** Steps that nobody waits for, or that are told of by what follows them. */
const QUIET_STEPS = [
  ...[
    'record.taken_up',
    'record.revised',
    'record.reconciled',
    'record.retracted',
    'record.restored',
  ],
  ...['finding.voted', 'finding.superseded'],
];
const event = (changes: Partial<NoticeEvent>): NoticeEvent => ({
  ...{ kind: 'record_submitted', seq: 1, at: at('2026-12-01'), actor: 'somebody' },
  ...{ subject: 'incident:leak', title: 'A leak', people: [], parties: [], blind: [] },
  about: { kind: 'record', ...marks },
  ...changes,
});
const finding: NoticeAbout = {
  ...{ kind: 'finding', ...marks, pact: 'a-pact', parties: ['US', 'RU'], accused: 'RU' },
  ...{ tabled: false, recused: [] },
};
const told = (changes: Partial<NoticeEvent>): string =>
  noticesOf(event(changes), everybody)
    .map(({ to }) => to)
    .join(' ');

test.each<[string, Partial<NoticeEvent>, string]>([
  ['a submission, the reviewer', {}, 'reviewer'],
  ['a return, its authors', { kind: 'record_returned', people: ['recorder'] }, 'recorder'],
  [
    'a finding before the commission, the delegates of its parties',
    { kind: 'finding_decided', parties: ['US'] },
    'delegate chair',
  ],
  ['not those of others', { kind: 'finding_decided', parties: ['RU'] }, 'chair'],
  [
    'a session, the chair and every delegate',
    { kind: 'session_convened', about: { kind: 'commission' } },
    'delegate chair',
  ],
  [
    'a sitting, the delegates who came to it',
    { kind: 'vote_called', about: { kind: 'commission' }, people: ['delegate', 'recorder'] },
    'delegate',
  ],
  [
    'a nomination, who wrote the record',
    { kind: 'finding_nominated', about: finding, people: ['recorder', 'analyst'] },
    'recorder analyst',
  ],
  ['a recusal, the chair', { kind: 'finding_recused', about: finding }, 'chair'],
  [
    'a publication, who worked on it and who signed it',
    { kind: 'finding_published', about: finding, people: ['analyst', 'reviewer'] },
    'analyst reviewer chair auditor',
  ],
  [
    'a finding before the commission, not those who may not read what it rests on',
    {
      ...{ kind: 'finding_tabled', parties: ['US', 'RU'] },
      about: { ...finding, published: false, tabled: true, tlp: 'RED' },
    },
    '',
  ],
  [
    'staleness, the signers',
    { kind: 'finding_stale', people: ['delegate'] },
    'reviewer delegate chair',
  ],
  ['a policy change, who may confirm it', { kind: 'policy_proposed', about: HOUSE }, 'chair admin'],
  [
    'not a coder who is still blind',
    { kind: 'record_accepted', people: ['analyst', 'recorder'], blind: ['analyst'] },
    'recorder',
  ],
  [
    'save that their coding is wanted',
    { kind: 'coding_wanted', people: ['analyst'], blind: ['analyst'] },
    'analyst',
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

test('the accused side is told that it may reply, the other side what is before it, each once', () => {
  const delegate = (party: string): Person => ({
    ...{ kind: 'person', id: party, name: party, disabled: false },
    grants: [{ role: 'delegate', party, pact: null }],
  });
  const kinds = noticesOfEntry('finding.tabled');
  const events = kinds.map((kind) =>
    event({ kind, about: finding, parties: kind === 'reply_wanted' ? ['RU'] : ['US', 'RU'] }),
  );
  const notices = noticesOfEach(events, [delegate('US'), delegate('RU'), delegate('FR')]);
  expect(notices.map(({ to, kind }) => `${to} ${kind}`)).toEqual([
    'RU reply_wanted',
    'US finding_tabled',
  ]);
});

test('a delegate for one pact hears of its findings alone', () => {
  const published = event({ kind: 'finding_published', parties: ['US'], about: finding });
  const sitting = (pact: string): Person => ({
    ...{ kind: 'person', id: pact, name: pact, disabled: false },
    grants: [{ role: 'delegate', party: 'US', pact }],
  });
  const people = noticesOf(published, [sitting('a-pact'), sitting('another')]);
  expect(people.map(({ to }) => to)).toEqual(['a-pact']);
});

test('the disabled are told nothing', () => {
  const disabled = everybody.map((person) => ({ ...person, disabled: true }));
  expect(noticesOf(event({}), disabled)).toEqual([]);
});

test('the feed of a role holds what the role is told of, and what its holders are by name', () => {
  expect(kindsFor('reviewer')).toEqual([
    ...['record_submitted', 'proposal_made', 'finding_coded', 'finding_proposed'],
    ...['finding_published', 'finding_stale', 'finding_revoked', 'policy_changed'],
  ]);
  expect(kindsFor('recorder')).toEqual([
    ...['record_returned', 'record_accepted', 'proposal_decided'],
    ...['finding_nominated', 'finding_published', 'finding_revoked'],
  ]);
  expect(kindsFor('admin')).toContain('redaction_asked');
});

test('every kind stands in the feed of some role, so that nobody is told outside of every feed', () => {
  const fed = new Set(ROLES.flatMap(kindsFor));
  expect(NOTICE_KINDS.filter((kind) => !fed.has(kind))).toEqual([]);
});

test('entries of the paths of record and finding give notices where somebody waits for them', () => {
  const codes = [...Object.values(RECORD_PATH), ...Object.values(FINDING_PATH)].map(
    ({ code }) => code,
  );
  expect(codes.filter((code) => noticesOfEntry(code).length === 0)).toEqual([...QUIET_STEPS]);
  expect(noticesOfEntry('draft.created')).toEqual([]);
  expect(noticesOfEntry('constructor')).toEqual([]);
});

test('a sentence names the thing, its number, or that it is closed to the reader now', () => {
  expect(noticeSentence({ kind: 'record_returned', title: 'A leak', count: 1 })).toBe(
    'Returned to you: A leak',
  );
  expect(noticeSentence({ kind: 'record_returned', title: null, count: 1 })).toBe(
    'Returned to you: something you may not read now',
  );
  expect(noticeSentence({ kind: 'record_returned', title: null, count: 7 })).toBe(
    '7 records were returned to you',
  );
  for (const kind of NOTICE_KINDS) expect(noticeKind(kind).one).toMatch(/^[A-Z]/);
  expect(isNoticeKind('toString')).toBe(false);
});

describe('digests', () => {
  const some = (count: number, day: string, seq = 0): Notice[] =>
    Array.from({ length: count }, (_, index) =>
      noticesOf(event({ at: at(day) - index, seq: seq + index }), everybody),
    ).flat();

  test('five of a kind in a day stay, six become one', () => {
    expect(digested(some(5, '2026-12-01')).map(({ count }) => count)).toEqual([1, 1, 1, 1, 1]);
    expect(digested(some(6, '2026-12-01'))).toMatchObject([
      { count: 6, title: null, to: 'reviewer' },
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
