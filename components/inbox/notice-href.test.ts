import { expect, test } from 'vitest';
import type { InboxLine } from '@/domain/inbox';
import { noticeHref } from './notice-href';

const line = (changes: Partial<InboxLine>): InboxLine => ({
  ...{ kind: 'record_submitted', seq: 7, at: '2026-12-01T10:00:00.000Z', title: 'A leak' },
  ...{ subject: 'incident:leak', count: 1, unread: 1 },
  ...changes,
});

test.each<[string, Partial<InboxLine>, string | null]>([
  ['a record, its page', {}, '/incidents/leak'],
  ['a request about a record, its history', { kind: 'proposal_made' }, '/incidents/leak/history'],
  [
    'a coding that is wanted, the coding',
    { kind: 'coding_wanted', subject: 'coding:018f-1' },
    '/codings/018f-1',
  ],
  [
    'a coding of a record that has none now, the record',
    { kind: 'coding_wanted' },
    '/incidents/leak',
  ],
  ['a finding, its page', { kind: 'finding_stale', subject: 'finding:018f-2' }, '/findings/018f-2'],
  [
    'a publication that wants a second person, the finding',
    { kind: 'finding_proposed', subject: 'finding:018f-2' },
    '/findings/018f-2',
  ],
  [
    'a session, its page',
    { kind: 'session_convened', subject: 'session:018f-3' },
    '/commission/018f-3',
  ],
  [
    'a sitting, its session',
    { kind: 'vote_called', subject: 'session:018f-3' },
    '/commission/018f-3',
  ],
  ['the policy', { kind: 'policy_changed', subject: 'policy:2026-11' }, '/admin/policy'],
  ['the ledger', { kind: 'redaction_asked', subject: 'ledger:12' }, '/ledger#redactions'],
  [
    'a digest, its lines one by one',
    { kind: 'finding_stale', count: 9, title: null, subject: null },
    '/inbox?kind=finding_stale&day=2026-12-01',
  ],
  ['what may not be read now, nowhere', { title: null, subject: null }, null],
  ['a word that is none of ours, nowhere', { subject: 'constructor:x' }, null],
  ['an odd name, escaped', { subject: 'finding:../admin?x' }, '/findings/..%2Fadmin%3Fx'],
])('%s', (_what, changes, href) => {
  expect(noticeHref(line(changes))).toBe(href);
});
