import { recordHref } from '@/components/record-href';
import type { InboxLine } from '@/domain/inbox';
import type { NoticeKind } from '@/domain/notice/kinds';

/** Kinds of notices about a record that are dealt with elsewhere than on its page. */
const RECORD_PLACES: { readonly [K in NoticeKind]?: string } = {
  proposal_made: '/history',
  proposal_decided: '/history',
};

const below = (folder: string) => (name: string) => `/${folder}/${encodeURIComponent(name)}`;

const PLACES: Readonly<Record<string, (name: string, kind: NoticeKind) => string>> = {
  finding: below('findings'),
  session: below('commission'),
  coding: below('codings'),
  incident: (name, kind) => `${recordHref(name)}${RECORD_PLACES[kind] ?? ''}`,
  policy: () => '/admin/policy',
  ledger: () => '/ledger#redactions',
};

/** Where a reader goes to see to what a line tells of; null: nowhere they may go. */
export function noticeHref({ kind, subject, at, count }: InboxLine): string | null {
  if (count > 1) return `/inbox?${new URLSearchParams({ kind, day: at.slice(0, 10) })}`;
  const [word = '', ...rest] = (subject ?? '').split(':');
  return Object.hasOwn(PLACES, word) ? (PLACES[word]?.(rest.join(':'), kind) ?? null) : null;
}
