import { type Person, rolesOf } from '@/domain/actor';
import { type Instant, toDay } from '@/domain/dates';
import { groupBy } from '@/domain/group';
import { may, type SubjectOf } from '@/domain/permission';
import type { Role } from '@/domain/role';

/** Whom a kind of notice concerns: roles, delegates of the parties that sit, the people it names. */
interface NoticeKindOf {
  readonly roles: readonly Role[];
  readonly delegates: boolean;
  /** One of a kind, after "…: title", and several. */
  readonly one: string;
  readonly many: string;
}

const kind = (
  one: string,
  many: string,
  roles: readonly Role[] = [],
  delegates = false,
): NoticeKindOf => ({ one, many, roles, delegates });

/** What people are told of. `people` of an event (authors, coders, signers) are always told. */
export const NOTICES = {
  record_submitted: kind('Submitted for review', 'records were submitted', ['reviewer']),
  record_returned: kind('Returned to you', 'records were returned to you'),
  record_accepted: kind('Accepted', 'records were accepted'),
  coding_wanted: kind('Wants your coding', 'records want your coding'),
  codings_differ: kind('Two codings differ', 'pairs of codings differ'),
  proposal_made: kind('Wants a second person', 'requests want a second person', [
    'reviewer',
    'chair',
  ]),
  finding_coded: kind('Coded twice', 'findings were coded twice', ['reviewer']),
  finding_forwarded: kind('Forwarded to the commission', 'findings were forwarded', ['chair']),
  session_convened: kind('The commission is convened', 'sessions were convened', ['chair'], true),
  finding_tabled: kind('Put before the commission', 'findings were put before you', [], true),
  finding_decided: kind('Decided', 'findings were decided', ['chair'], true),
  finding_replied: kind('The accused side replied', 'replies came in', ['chair'], true),
  finding_published: kind('Published', 'findings were published', ['auditor', 'chair'], true),
  finding_stale: kind(
    'Stale: what it rests on has changed',
    'findings went stale',
    ['chair', 'reviewer'],
    true,
  ),
  finding_revoked: kind('Revoked', 'findings were revoked', ['auditor', 'chair'], true),
} as const satisfies Record<string, NoticeKindOf>;
export type NoticeKind = keyof typeof NOTICES;
export const NOTICE_KINDS: readonly NoticeKind[] = Object.keys(NOTICES).filter(
  (word): word is NoticeKind => word in NOTICES,
);

const told = (of: NoticeKind): NoticeKindOf => NOTICES[of];

/** Something that happened, as the ledger has it. */
export interface ReviewEvent {
  readonly kind: NoticeKind;
  /** Number of its ledger entry: tells two of one instant apart. */
  readonly seq: number;
  readonly at: Instant;
  /** Who did it; they are not told of it. */
  readonly actor: string;
  /** What it happened to, such as `finding:…`. */
  readonly subject: string;
  readonly title: string;
  /** What a reader has to be allowed to read before they are told. */
  readonly about: SubjectOf<'record.read'> | SubjectOf<'finding.read'>;
  /** People it concerns by name: authors, coders, signers. */
  readonly people: readonly string[];
  /** Parties whose delegates it concerns. */
  readonly parties: readonly string[];
}

export interface Notice {
  readonly to: string;
  readonly kind: NoticeKind;
  readonly at: Instant;
  readonly sentence: string;
  /** How many things it tells of; more than one is a digest. */
  readonly count: number;
  readonly seqs: readonly number[];
  readonly subjects: readonly string[];
}

function concerns(person: Person, event: ReviewEvent): boolean {
  const { roles, delegates } = told(event.kind);
  const { people, parties } = event;
  const held = rolesOf(person);
  const named = people.includes(person.id);
  const sits = person.grants.some(
    (grant) => grant.role === 'delegate' && parties.includes(grant.party),
  );
  return named || held.some((role) => roles.includes(role)) || (delegates && sits);
}

const readable = (person: Person, { about }: ReviewEvent): boolean =>
  about.kind === 'record'
    ? may(person, 'record.read', about).allowed
    : may(person, 'finding.read', about).allowed;

/** The notices an event gives: to everybody it concerns who may read of it, save whoever did it. */
export function noticesOf(event: ReviewEvent, everybody: readonly Person[]): Notice[] {
  return everybody
    .filter((person) => !person.disabled && person.id !== event.actor)
    .filter((person) => concerns(person, event) && readable(person, event))
    .map(({ id }) => ({
      ...{ to: id, kind: event.kind, at: event.at, count: 1 },
      sentence: `${told(event.kind).one}: ${event.title}`,
      ...{ seqs: [event.seq], subjects: [event.subject] },
    }));
}

/** The kinds that make up the feed of a role. */
export function kindsFor(role: Role): NoticeKind[] {
  return NOTICE_KINDS.filter((each) => {
    const { roles, delegates } = told(each);
    return roles.includes(role) || (delegates && role === 'delegate');
  });
}

/** More than this of one kind in a day become one digest. */
export const DIGEST_ABOVE = 5;

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
          ...{ to: first.to, kind: first.kind, count },
          at: group.reduce((latest, { at }) => Math.max(latest, at), first.at),
          sentence: `${count} ${told(first.kind).many}`,
          seqs: group.flatMap(({ seqs }) => seqs),
          subjects: [...new Set(group.flatMap(({ subjects }) => subjects))],
        },
      ];
    })
    .sort((one, two) => two.at - one.at || (two.seqs[0] ?? 0) - (one.seqs[0] ?? 0));
}
