import type { Role } from '@/domain/role';

/** Whom a kind of notice concerns: roles, delegates of the parties that sit, the people it names. */
interface NoticeKindOf {
  /** One of a kind, before "…: title", and several, after their number. */
  readonly one: string;
  readonly many: string;
  /** Everybody who holds one of these roles. */
  readonly roles: readonly Role[];
  /** Delegates of the parties, for the pact. */
  readonly delegates: boolean;
  /** The roles in which the people an event names (authors, coders, signers) are told of it. */
  readonly named: readonly Role[];
}

type Told = Partial<Pick<NoticeKindOf, 'roles' | 'delegates' | 'named'>>;

const kind = (one: string, many: string, told: Told): NoticeKindOf => ({
  ...{ one, many, roles: [], delegates: false, named: [] },
  ...told,
});

const WRITERS: readonly Role[] = ['recorder', 'analyst'];

/** What people are told of. */
export const NOTICES = {
  record_submitted: kind('Submitted for review', 'records were submitted', { roles: ['reviewer'] }),
  record_returned: kind('Returned to you', 'records were returned to you', { named: WRITERS }),
  record_accepted: kind('Accepted', 'records were accepted', { named: WRITERS }),
  coding_wanted: kind('Wants your coding', 'records want your coding', { named: ['analyst'] }),
  codings_differ: kind('Two codings differ', 'pairs of codings differ', { named: ['analyst'] }),
  proposal_made: kind('Wants a second person', 'requests want a second person', {
    roles: ['reviewer'],
  }),
  proposal_decided: kind('Your request was decided', 'of your requests were decided', {
    named: [...WRITERS, 'chair', 'admin'],
  }),
  finding_nominated: kind('On its way to the commission', 'findings were nominated', {
    named: WRITERS,
  }),
  finding_coded: kind('Coded twice', 'findings were coded twice', { roles: ['reviewer'] }),
  finding_forwarded: kind('Forwarded to the commission', 'findings were forwarded', {
    roles: ['chair'],
  }),
  session_convened: kind('The commission is convened', 'sessions were convened', {
    roles: ['chair', 'delegate'],
  }),
  vote_called: kind('You may vote at the sitting of', 'sittings were held', {
    named: ['delegate'],
  }),
  reply_wanted: kind(
    'Put before the commission, and your side may reply',
    'findings that your side may reply to were put before you',
    { delegates: true },
  ),
  finding_recused: kind('A delegate stepped back', 'delegates stepped back', { roles: ['chair'] }),
  finding_tabled: kind('Put before the commission', 'findings were put before you', {
    delegates: true,
  }),
  finding_decided: kind('Decided', 'findings were decided', { roles: ['chair'], delegates: true }),
  finding_replied: kind('The accused side replied', 'replies came in', {
    ...{ roles: ['chair'], delegates: true },
  }),
  finding_proposed: kind(
    'Publication or revocation wants a second person',
    'publications or revocations want a second person',
    { roles: ['chair', 'reviewer'] },
  ),
  finding_published: kind('Published', 'findings were published', {
    ...{ roles: ['auditor', 'chair'], delegates: true, named: [...WRITERS, 'reviewer'] },
  }),
  finding_stale: kind('Stale: what it rests on has changed', 'findings went stale', {
    ...{ roles: ['chair', 'reviewer'], delegates: true, named: ['chair', 'delegate', 'reviewer'] },
  }),
  finding_revoked: kind('Revoked', 'findings were revoked', {
    ...{ roles: ['auditor', 'chair'], delegates: true, named: [...WRITERS, 'reviewer'] },
  }),
  policy_proposed: kind('A change of the policy is proposed', 'policy changes are proposed', {
    roles: ['admin', 'chair'],
  }),
  policy_changed: kind('The policy changes', 'changes of the policy were confirmed', {
    roles: ['admin', 'chair', 'reviewer', 'auditor'],
  }),
  redaction_asked: kind('A redaction in the ledger is asked for', 'redactions are asked for', {
    roles: ['admin', 'chair'],
  }),
} as const satisfies Record<string, NoticeKindOf>;
export type NoticeKind = keyof typeof NOTICES;

export const isNoticeKind = (word: string): word is NoticeKind => Object.hasOwn(NOTICES, word);
export const NOTICE_KINDS: readonly NoticeKind[] = Object.keys(NOTICES).filter(isNoticeKind);

/** Words and addressees of a kind. */
export const noticeKind = (of: NoticeKind): NoticeKindOf => NOTICES[of];

/** The roles whose holders a kind may concern as such. */
export function rolesTold(of: NoticeKind): Role[] {
  const { roles, delegates } = noticeKind(of);
  return delegates ? [...roles, 'delegate'] : [...roles];
}

/** The kinds that make up the feed of a role: what it is told of as a role, and what its holders are by name. */
export function kindsFor(role: Role): NoticeKind[] {
  return NOTICE_KINDS.filter((each) => {
    return rolesTold(each).includes(role) || noticeKind(each).named.includes(role);
  });
}

/** The notice that an entry of the ledger gives, by its type. Most entries give none. */
const ENTRIES: Readonly<Record<string, NoticeKind | readonly NoticeKind[]>> = {
  'record.submitted': 'record_submitted',
  'record.returned': 'record_returned',
  'record.accepted': 'record_accepted',
  'coding.requested': 'coding_wanted',
  'coding.assigned': 'coding_wanted',
  'coding.handed_in': 'codings_differ',
  'proposal.made': 'proposal_made',
  'proposal.accepted': 'proposal_decided',
  'proposal.declined': 'proposal_decided',
  'finding.nominated': 'finding_nominated',
  'finding.coded': 'finding_coded',
  'finding.forwarded': 'finding_forwarded',
  'session.opened': 'session_convened',
  'session.convened': 'vote_called',
  'finding.tabled': ['reply_wanted', 'finding_tabled'],
  'finding.recused': 'finding_recused',
  'finding.decided': 'finding_decided',
  'finding.replied': 'finding_replied',
  'finding.proposed': 'finding_proposed',
  'finding.declined': 'proposal_decided',
  'finding.published': 'finding_published',
  'finding.stale': 'finding_stale',
  'finding.revoked': 'finding_revoked',
  'policy.proposed': 'policy_proposed',
  'policy.confirmed': 'policy_changed',
  'policy.declined': 'proposal_decided',
  'redaction.asked': 'redaction_asked',
};

/** The kinds of notice an entry gives; whom several concern is told the first of them alone. */
export const noticesOfEntry = (type: string): readonly NoticeKind[] =>
  Object.hasOwn(ENTRIES, type) ? [ENTRIES[type] ?? []].flat() : [];
