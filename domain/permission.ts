import { type Actor, type Person, personOf, rolesOf } from './actor';
import { type Action, type PRIVILEGES, type Privilege, privilegeOf } from './privilege';
import type { Role } from './role';
import { TLP_MARKINGS, type Tlp } from './tlp';

/** What is asked about. `authors` and the like hold ids of people. */
export type Subject =
  | { readonly kind: 'house' }
  | ({ readonly kind: 'record' } & Marked)
  | ({ readonly kind: 'finding'; readonly pact: string } & Marked & {
        /** The parties whose delegations sit on it. */
        readonly parties: readonly string[];
        /** The party it accuses. */
        readonly accused: string;
        /** Put before the commission: from then on its delegates read it. */
        readonly tabled: boolean;
        readonly recused: readonly string[];
      })
  | ({ readonly kind: 'proposal'; readonly proposedBy: string } & Marked)
  | {
      readonly kind: 'coding';
      readonly authors: readonly string[];
      /** Those who still have to code it without seeing these codes. */
      readonly pendingFor: readonly string[];
    }
  | { readonly kind: 'account'; readonly id: string };

/** How far something may be read, and who made it. */
export interface Marked {
  readonly published: boolean;
  readonly tlp: Tlp;
  readonly authors: readonly string[];
}

export type SubjectOf<A extends Action> = Extract<
  Subject,
  { kind: (typeof PRIVILEGES)[A]['about'] }
>;

/** The product as a whole, for actions that are about nothing smaller. */
export const HOUSE = { kind: 'house' } as const satisfies Subject;

/** Each refusal in a sentence that gives nothing away. */
export const REFUSALS = {
  sign_in: 'Sign in to do this.',
  hidden: 'There is nothing here.',
  role: 'Your roles do not include this.',
  auditor: 'An auditor reads everything and writes nothing.',
  admin: 'An admin signs nothing.',
  own_work: 'Nobody judges their own work.',
  same_person: 'A second person has to confirm this.',
  own_account: 'Another admin has to change your account.',
  party: 'You are not a delegate of a party to this pact.',
  not_accused: 'Only the delegation of the accused party replies.',
  recused: 'You have recused yourself from this finding.',
  blind: 'Your own coding comes first.',
} as const;
export type Refusal = keyof typeof REFUSALS;

export type Decision =
  | { readonly allowed: true }
  | { readonly allowed: false; readonly code: Refusal };

const ALLOWED: Decision = { allowed: true };
const refuse = (code: Refusal): Decision => ({ allowed: false, code });

/** Roles that read a marking beyond GREEN (TLP 2.0: AMBER inside the house, RED for named people). */
const READS_AMBER: readonly Role[] = [
  'recorder',
  'analyst',
  'reviewer',
  'delegate',
  'chair',
  'auditor',
];
const READS_RED: readonly Role[] = ['analyst', 'reviewer', 'chair', 'auditor'];
/** Roles that see a record before it is published. */
const READS_DRAFTS: readonly Role[] = ['recorder', 'analyst', 'reviewer', 'chair', 'auditor'];

/**
 * Whether an actor may know that a record exists: published CLEAR for everybody, published GREEN
 * for every account, AMBER and drafts for those who work on them, RED for analysts, reviewers, the
 * chair, the auditor and its authors.
 */
function reads(actor: Actor, { published, tlp, authors }: Marked): boolean {
  const person = personOf(actor);
  if (person === null) return published && tlp === 'CLEAR';
  const holds = (some: readonly Role[]) => rolesOf(person).some((role) => some.includes(role));
  if (authors.includes(person.id) && holds(READS_DRAFTS)) return true;
  if (!published && !holds(READS_DRAFTS)) return false;
  if (tlp === 'CLEAR' || tlp === 'GREEN') return true;
  return holds(tlp === 'RED' ? READS_RED : READS_AMBER);
}

/** Whether somebody is a delegate of one of these parties, for this pact. */
function delegated(person: Person, pact: string, parties: readonly string[]): boolean {
  return person.grants.some(
    (grant) =>
      grant.role === 'delegate' &&
      parties.includes(grant.party) &&
      (grant.pact === null || grant.pact === pact),
  );
}

/** A finding put before the commission is read by the delegates who sit on it as if it were published. */
function readsFinding(actor: Actor, finding: SubjectOf<'finding.read'>): boolean {
  const { tabled, pact, parties } = finding;
  const person = personOf(actor);
  const sits = tabled && person !== null && delegated(person, pact, parties);
  return reads(actor, { ...finding, published: finding.published || sits });
}

/** How far an actor's reading reaches, as a condition for lists. */
export interface Reach {
  readonly tlp: readonly Tlp[];
  readonly publishedOnly: boolean;
  /** Beyond that, whatever carries a revision by this person; null: nothing. */
  readonly own: string | null;
}

/** The same as `record.read` for lists: what an actor reads of everybody's, and of their own beside it. */
export function reachOf(actor: Actor): Reach {
  const sees = (published: boolean, authors: readonly string[] = []) =>
    TLP_MARKINGS.filter((tlp) => reads(actor, { published, tlp, authors }));
  const [tlp, id] = [sees(true), personOf(actor)?.id ?? null];
  const more = id !== null && sees(false, [id]).length > sees(false).length;
  return { tlp, publishedOnly: sees(false).length === 0, own: more ? id : null };
}

/** The part of a privilege that needs no subject: signed in, and of the right roles. */
function byRole(actor: Actor, { roles, writes, signs }: Privilege): Decision {
  if (roles === 'everyone') return ALLOWED;
  const held = rolesOf(actor);
  if (personOf(actor) === null) return refuse('sign_in');
  if (writes && held.includes('auditor')) return refuse('auditor');
  if (signs && held.includes('admin')) return refuse('admin');
  return held.some((role) => roles.includes(role)) ? ALLOWED : refuse('role');
}

function aboutFinding(
  person: Person,
  action: Action,
  subject: SubjectOf<'finding.vote'>,
): Decision {
  const { pact, parties, accused } = subject;
  if (action === 'finding.reply')
    return delegated(person, pact, [accused]) ? ALLOWED : refuse('not_accused');
  if (action !== 'finding.vote' && action !== 'finding.recuse') return ALLOWED;
  if (!delegated(person, pact, parties)) return refuse('party');
  return subject.recused.includes(person.id) ? refuse('recused') : ALLOWED;
}

/** The guards beside the role: own work, the second person, the party, the blind coder. */
function byHand(person: Person, action: Action, subject: Subject): Decision {
  const { notOwn } = privilegeOf(action);
  if (subject.kind === 'house') return ALLOWED;
  if (subject.kind === 'account')
    return notOwn && subject.id === person.id ? refuse('own_account') : ALLOWED;
  if (subject.kind === 'proposal' && subject.proposedBy === person.id) return refuse('same_person');
  if (notOwn && subject.authors.includes(person.id)) return refuse('own_work');
  if (subject.kind === 'coding' && action !== 'coding.blind')
    return subject.pendingFor.includes(person.id) ? refuse('blind') : ALLOWED;
  return subject.kind === 'finding' ? aboutFinding(person, action, subject) : ALLOWED;
}

function visible(actor: Actor, subject: Subject): boolean {
  if (subject.kind === 'finding') return readsFinding(actor, subject);
  return 'tlp' in subject ? reads(actor, subject) : true;
}

/**
 * Whether an actor may do this to that: the privilege table of the design as one pure sentence.
 * Roles are asked first, so that a refusal for them says nothing about the subject; then whether the
 * actor may know of the subject at all (`hidden` answers as if it were not there); then the guards
 * that segregate duties. Writers ask again inside their transaction.
 */
export function may<A extends Action>(actor: Actor, action: A, subject: SubjectOf<A>): Decision {
  const role = byRole(actor, privilegeOf(action));
  if (!role.allowed) return role;
  if (!visible(actor, subject)) return refuse('hidden');
  const person = personOf(actor);
  return person === null ? ALLOWED : byHand(person, action, subject);
}

/**
 * Whether an actor may do this to anything: asked before a subject is looked up, and by screens
 * that decide whether to offer it.
 */
export function mayEver(actor: Actor, action: Action): Decision {
  return byRole(actor, privilegeOf(action));
}
