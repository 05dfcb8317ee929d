import { type Person, rolesOf } from './actor';
import { type Instant, toDay } from './dates';
import { groupBy } from './group';
import { type NoticeKind, noticeKind } from './notice/kinds';
import { HOUSE, may, type SubjectOf } from './permission';

/**
 * What a reader has to be allowed to read before they are told: a record, a finding, what the
 * commission does; the house itself is no secret.
 */
export type NoticeAbout =
  | SubjectOf<'record.read'>
  | SubjectOf<'finding.read'>
  | SubjectOf<'inbox.read'>
  | { readonly kind: 'commission' };

/** Something that happened, as the ledger has it. */
export interface NoticeEvent {
  readonly kind: NoticeKind;
  /** Number of its ledger entry: tells two of one instant apart. */
  readonly seq: number;
  readonly at: Instant;
  /** Who did it; they are not told of it. */
  readonly actor: string;
  /** What it happened to, such as `finding:…`. */
  readonly subject: string;
  readonly title: string;
  readonly about: NoticeAbout;
  /** People it concerns by name: authors, coders, signers. */
  readonly people: readonly string[];
  /** Parties whose delegates it concerns. */
  readonly parties: readonly string[];
  /** Those who still have to code the incident blind, and are told nothing of it but that. */
  readonly blind: readonly string[];
}

export interface Notice {
  readonly to: string;
  readonly kind: NoticeKind;
  readonly at: Instant;
  /** What it is about, in words; null in a digest, and where the reader may no longer read it. */
  readonly title: string | null;
  /** How many things it tells of; more than one is a digest. */
  readonly count: number;
  readonly seqs: readonly number[];
  readonly subjects: readonly string[];
}

function concerns(person: Person, { kind, people, parties, about }: NoticeEvent): boolean {
  const { roles, delegates } = noticeKind(kind);
  const sits = person.grants.some(
    (grant) =>
      grant.role === 'delegate' &&
      parties.includes(grant.party) &&
      (grant.pact === null || about.kind !== 'finding' || grant.pact === about.pact),
  );
  const held = rolesOf(person).some((role) => roles.includes(role));
  return people.includes(person.id) || held || (delegates && sits);
}

/** Whether somebody may be told of a thing at all. */
export function mayHearOf(person: Person, about: NoticeAbout): boolean {
  if (about.kind === 'house') return may(person, 'inbox.read', HOUSE).allowed;
  if (about.kind === 'commission') return may(person, 'commission.read', HOUSE).allowed;
  if (about.kind === 'record') return may(person, 'record.read', about).allowed;
  return may(person, 'finding.read', about).allowed;
}

/**
 * The notices an event gives: to everybody it concerns who may read of it, save whoever did it. A
 * coder who is still blind hears of the incident only that their coding is wanted.
 */
export function noticesOf(event: NoticeEvent, everybody: readonly Person[]): Notice[] {
  const { kind, at, title, seq, subject, blind } = event;
  return everybody
    .filter((person) => !person.disabled && person.id !== event.actor)
    .filter((person) => concerns(person, event) && mayHearOf(person, event.about))
    .filter(({ id }) => kind === 'coding_wanted' || !blind.includes(id))
    .map(({ id }) => ({
      ...{ to: id, kind, at, title, count: 1, seqs: [seq], subjects: [subject] },
    }));
}

/**
 * The notices of one entry of the ledger, which may be an event of several kinds: each person is told
 * the first that concerns them, once.
 */
export function noticesOfEach(
  events: readonly NoticeEvent[],
  everybody: readonly Person[],
): Notice[] {
  const told = new Set<string>();
  return events.flatMap((event) => {
    const left = everybody.filter(({ id }) => !told.has(id));
    const notices = noticesOf(event, left);
    for (const { to } of notices) told.add(to);
    return notices;
  });
}

/** A notice in a sentence. */
export function noticeSentence({ kind, title, count }: Pick<Notice, 'kind' | 'title' | 'count'>) {
  const { one, many } = noticeKind(kind);
  if (count > 1) return `${count} ${many}`;
  return `${one}: ${title ?? 'something you may not read now'}`;
}

/** More than this of one kind in a day become one digest. */
export const DIGEST_ABOVE = 5;

/** Latest first; of one instant the later entry. */
const byTime = (one: Notice, two: Notice) =>
  two.at - one.at || Math.max(...two.seqs) - Math.max(...one.seqs);

/**
 * An inbox without storms: where somebody gets more than five notices of one kind on one day (UTC),
 * one digest takes their place, dated as the last of them. Latest first.
 */
export function digested(notices: readonly Notice[], above = DIGEST_ABOVE): Notice[] {
  const groups = groupBy(notices, ({ to, kind: of, at }) => `${to} ${of} ${toDay(at)}`);
  return [...groups.values()]
    .flatMap((group) => {
      const count = group.reduce((sum, notice) => sum + notice.count, 0);
      const [first] = group;
      if (first === undefined || count <= above) return group;
      return [
        {
          ...{ to: first.to, kind: first.kind, title: null, count },
          at: group.reduce((latest, { at }) => Math.max(latest, at), first.at),
          seqs: group.flatMap(({ seqs }) => seqs),
          subjects: [...new Set(group.flatMap(({ subjects }) => subjects))],
        },
      ];
    })
    .sort(byTime);
}
