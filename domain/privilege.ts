import { ROLES, type Role } from './role';

/**
 * What an action is about; `may` asks for that kind of subject and no other.
 * - `house`: the product as a whole.
 * - `record`: an incident, with its marking and authors.
 * - `coding`: the codes one analyst gave an incident.
 * - `finding`: a finding under a pact.
 * - `proposal`: what one person asked for and a second must confirm.
 * - `account`: a user.
 */
export type SubjectKind = 'house' | 'record' | 'coding' | 'finding' | 'proposal' | 'account';

/** Who may do an action, and which guards stand beside the role. */
export interface Privilege {
  /** Any one of these roles; `everyone` needs no account. */
  readonly roles: readonly Role[] | 'everyone';
  readonly about: SubjectKind;
  /** Changes something: never an auditor. */
  readonly writes: boolean;
  /** Decides on a record or finding: never an admin. */
  readonly signs: boolean;
  /** Never on what one authored. */
  readonly notOwn: boolean;
}

const free = { writes: false, signs: false, notOwn: false } as const;
const write = { writes: true, signs: false, notOwn: false } as const;
const sign = { writes: true, signs: true, notOwn: true } as const;

const RECORDING = ['recorder', 'analyst'] as const satisfies readonly Role[];
/**
 * Who handles evidence (opening a sealed item or checking one is entered, and changes nothing of it),
 * and reads by whom and with which reasons a record was judged.
 */
const HANDLING = [
  'recorder',
  'analyst',
  'reviewer',
  'chair',
  'auditor',
] as const satisfies readonly Role[];
const OVERSEEING = ['admin', 'auditor'] as const satisfies readonly Role[];

/**
 * The privilege table (design: who does what), one line an action. Where two people are needed, the
 * action is the asking and its `.second` is the confirming, by somebody else: a retraction,
 * restoration or merge is confirmed by a reviewer, a policy change or a redaction in the ledger by
 * another admin or the chair, a publication or revocation by another chair or a reviewer.
 */
export const PRIVILEGES = {
  'record.read': { roles: 'everyone', about: 'record', ...free },
  'record.export': { roles: 'everyone', about: 'record', ...free },
  'lab.use': { roles: 'everyone', about: 'house', ...free },

  'incident.log': { roles: RECORDING, about: 'house', ...write },
  'incident.import': { roles: RECORDING, about: 'house', ...write },
  'incident.revise': { roles: RECORDING, about: 'record', ...write },
  'evidence.add': { roles: RECORDING, about: 'record', ...write },
  'evidence.withdraw': { roles: RECORDING, about: 'record', ...write },
  'evidence.open': { roles: HANDLING, about: 'record', ...free },
  'evidence.verify': { roles: HANDLING, about: 'record', ...free },
  'record.retract': { roles: RECORDING, about: 'record', ...write },
  'record.restore': { roles: RECORDING, about: 'record', ...write },
  'record.merge': { roles: RECORDING, about: 'record', ...write },
  'record.second': { roles: ['reviewer'], about: 'proposal', ...sign },

  'incident.submit': { roles: ['analyst'], about: 'record', ...write },
  'review.read': { roles: HANDLING, about: 'record', ...free },
  'coding.request': { roles: ['analyst'], about: 'record', ...write },
  'coding.blind': { roles: ['analyst'], about: 'coding', ...write, notOwn: true },
  'coding.read': {
    roles: ['analyst', 'reviewer', 'chair', 'auditor'],
    about: 'coding',
    ...free,
  },
  'coding.reconcile': { roles: ['analyst'], about: 'coding', ...write },
  'pact_draft.read': { roles: ['analyst', 'auditor'], about: 'house', ...free },
  'pact.draft': { roles: ['analyst'], about: 'house', ...write },
  'adherence.record': { roles: ['analyst'], about: 'house', ...write },

  'incident.take_up': { roles: ['reviewer'], about: 'record', ...sign },
  'incident.accept': { roles: ['reviewer'], about: 'record', ...sign },
  'incident.return': { roles: ['reviewer'], about: 'record', ...sign },

  'finding.read': { roles: 'everyone', about: 'finding', ...free },
  'finding.nominate': { roles: ['analyst', 'reviewer'], about: 'record', ...write },
  'finding.forward': { roles: ['reviewer'], about: 'finding', ...sign },

  'finding.vote': { roles: ['delegate'], about: 'finding', ...sign },
  'finding.recuse': { roles: ['delegate'], about: 'finding', ...sign, notOwn: false },
  'finding.reply': { roles: ['delegate'], about: 'finding', ...sign, notOwn: false },

  'commission.read': {
    roles: ['reviewer', 'delegate', 'chair', 'auditor'],
    about: 'house',
    ...free,
  },
  'commission.convene': { roles: ['chair'], about: 'house', ...write, signs: true },
  'commission.quorum': { roles: ['chair'], about: 'house', ...write, signs: true },
  'finding.table': { roles: ['chair'], about: 'finding', ...sign },
  'finding.decide': { roles: ['chair'], about: 'finding', ...sign },
  'finding.publish': { roles: ['chair'], about: 'finding', ...sign },
  'finding.revoke': { roles: ['chair'], about: 'finding', ...sign },
  'finding.second': { roles: ['chair', 'reviewer'], about: 'proposal', ...sign },

  'inbox.read': { roles: ROLES, about: 'house', ...free },

  'ledger.read': { roles: ['auditor'], about: 'house', ...free },
  'ledger.verify': { roles: ['auditor'], about: 'house', ...free },
  'ledger.export': { roles: ['auditor'], about: 'house', ...free },
  'ledger.redact': { roles: ['admin'], about: 'house', ...write },
  'ledger.second': { roles: ['admin', 'chair'], about: 'proposal', ...write, notOwn: true },

  'user.list': { roles: OVERSEEING, about: 'house', ...free },
  'user.create': { roles: ['admin'], about: 'house', ...write },
  'user.invite': { roles: ['admin'], about: 'account', ...write, notOwn: true },
  'user.disable': { roles: ['admin'], about: 'account', ...write, notOwn: true },
  'user.enable': { roles: ['admin'], about: 'account', ...write, notOwn: true },
  'role.grant': { roles: ['admin'], about: 'account', ...write, notOwn: true },
  'role.revoke': { roles: ['admin'], about: 'account', ...write, notOwn: true },
  'step_up.reset': { roles: ['admin'], about: 'account', ...write, notOwn: true },
  'session.list': { roles: OVERSEEING, about: 'house', ...free },
  'session.end': { roles: ['admin'], about: 'account', ...write },
  'token.list': { roles: OVERSEEING, about: 'house', ...free },
  'token.issue': { roles: ['admin'], about: 'house', ...write },
  'token.revoke': { roles: ['admin'], about: 'house', ...write },
  'policy.change': { roles: ['admin'], about: 'house', ...write },
  'policy.second': { roles: ['admin', 'chair'], about: 'proposal', ...write, notOwn: true },
} as const satisfies Record<string, Privilege>;

export type Action = keyof typeof PRIVILEGES;

export const isAction = (word: string): word is Action => Object.hasOwn(PRIVILEGES, word);
export const ACTIONS: readonly Action[] = Object.keys(PRIVILEGES).filter(isAction);

/** The line of the table for an action. */
export const privilegeOf = (action: Action): Privilege => PRIVILEGES[action];

/** Actions on accounts, roles, policy and ledger of which a refused try is told, beside those that sign. */
const GUARDED: readonly Action[] = [
  ...(['ledger.export', 'ledger.redact', 'ledger.second', 'policy.change'] as const),
  ...(['policy.second', 'user.create', 'user.invite', 'user.disable', 'user.enable'] as const),
  ...(['role.grant', 'role.revoke', 'step_up.reset', 'session.end'] as const),
  ...(['token.issue', 'token.revoke'] as const),
];

/** Whether the ledger is told that somebody tried this and was refused. */
export const isWatched = (action: Action): boolean =>
  privilegeOf(action).signs || GUARDED.includes(action);
