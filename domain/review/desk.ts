import type { Person } from '@/domain/actor';
import type { Instant } from '@/domain/dates';
import { may, type SubjectOf } from '@/domain/permission';
import { type Attempt, hindrance, refusalSentence, type StepRefusal } from '@/domain/review';
import { FINDING_PATH, type FindingAction, type FindingState } from './finding-path';
import type { Facts } from './path';
import { RECORD_PATH, type RecordAction, type RecordState } from './record-path';

interface Waiting {
  /** Unique among the items, such as `record:us-2016-dnc-email-leak`. */
  readonly key: string;
  readonly title: string;
  /** Since when it has waited in its state. */
  readonly since: Instant;
  /** By when it should be done; null where nothing runs out. */
  readonly deadline: Instant | null;
}

/** Anything on its way that somebody has to act on. Its facts are as they hold for the person asked. */
export type DeskItem =
  | (Waiting & {
      readonly kind: 'record';
      readonly state: RecordState;
      readonly subject: SubjectOf<'incident.accept'>;
      readonly facts: Facts;
    })
  | (Waiting & {
      readonly kind: 'finding';
      readonly state: FindingState;
      readonly subject: SubjectOf<'finding.vote'>;
      /** The record it is about, which is what a new version is nominated on. */
      readonly record: SubjectOf<'finding.nominate'>;
      readonly facts: Facts;
      /** Delegates with a vote on this content. */
      readonly voted: readonly string[];
      /** Actions that were asked for and wait for a second person, who has them as a proposal. */
      readonly proposed: readonly FindingAction[];
    })
  | (Waiting & {
      readonly kind: 'coding';
      /** A second coding is wanted; or both are in and differ. */
      readonly state: 'wanted' | 'differs';
      readonly subject: SubjectOf<'coding.blind'>;
      /** Those it was given to; empty: any analyst may take it. */
      readonly assigned: readonly string[];
    })
  | (Waiting & {
      readonly kind: 'proposal';
      readonly state: 'open';
      readonly by: 'record.second' | 'finding.second' | 'policy.second';
      readonly subject: SubjectOf<'record.second'>;
    });

export interface DeskAction {
  readonly action: RecordAction | FindingAction | 'code' | 'reconcile' | 'confirm';
  readonly allowed: boolean;
  /** Why not, for people and for programs; null where it is allowed. */
  readonly refusal: { readonly code: StepRefusal; readonly sentence: string } | null;
}

export interface DeskRow extends Waiting {
  readonly kind: DeskItem['kind'];
  readonly state: DeskItem['state'];
  /** The person's own work: shown, with what they may not do to it. */
  readonly own: boolean;
  readonly actions: readonly DeskAction[];
}

/** What each state waits for; the first lists make an item wait, the second come along. */
const RECORD_WAITS: { readonly [S in RecordState]?: readonly RecordAction[] } = {
  draft: ['submit'],
  revised: ['submit'],
  submitted: ['accept', 'return'],
  in_review: ['accept', 'return'],
  returned: ['revise'],
};
const FINDING_WAITS: { readonly [S in FindingState]?: readonly FindingAction[] } = {
  coded: ['forward'],
  reviewed: ['table'],
  before_commission: ['vote', 'decide'],
  agreed: ['publish'],
  split: ['publish'],
  unilateral: ['publish'],
  procedural: ['publish', 'table'],
  stale: ['supersede'],
};
const BESIDE: { readonly [S in FindingState]?: readonly FindingAction[] } = {
  before_commission: ['recuse', 'reply'],
};

/** Refusals that say that it is for other people. */
export const NOT_MINE: ReadonlySet<StepRefusal> = new Set<StepRefusal>([
  ...(['sign_in', 'hidden', 'role', 'auditor', 'admin', 'party', 'not_accused'] as const),
  'system_only',
]);

const told = (action: DeskAction['action'], code: StepRefusal | null): DeskAction => ({
  action,
  allowed: code === null,
  refusal: code === null ? null : { code, sentence: refusalSentence(code) },
});

const mine = ({ refusal }: DeskAction): boolean => refusal === null || !NOT_MINE.has(refusal.code);

function recordActions(
  person: Person,
  { state, subject, facts }: DeskItem & { kind: 'record' },
): DeskAction[] {
  const waits = RECORD_WAITS[state] ?? [];
  if (state === 'returned' && !subject.authors.includes(person.id)) return [];
  const attempt: Attempt = { ...{ actor: person, subject, facts }, reason: null };
  // Whoever judges what nobody took up takes it up first (judgeRecord).
  const from: RecordState = state === 'submitted' ? 'in_review' : state;
  return waits
    .map((action) => told(action, hindrance<RecordState>(RECORD_PATH[action], from, attempt)))
    .filter(mine);
}

function findingActions(person: Person, item: DeskItem & { kind: 'finding' }): DeskAction[] {
  const { state, subject, record, facts, voted, proposed } = item;
  const asked = (action: FindingAction): DeskAction => {
    const about = action === 'supersede' ? record : subject;
    // A successor is made, and a one-time code given, with the act itself.
    const given: Facts = { ...facts, successor: true, stepped_up: true };
    const attempt: Attempt = { ...{ actor: person, subject: about, facts: given }, reason: null };
    return told(action, hindrance<FindingState>(FINDING_PATH[action], state, attempt));
  };
  const done = (action: FindingAction): boolean =>
    proposed.includes(action) || (action === 'vote' && voted.includes(person.id));
  const waits = FINDING_WAITS[state] ?? [];
  const waiting = waits
    .filter((action) => !done(action))
    .map(asked)
    .filter(mine);
  if (waiting.length === 0) return [];
  return [...waiting, ...(BESIDE[state] ?? []).map(asked).filter(mine)];
}

function codingActions(person: Person, item: DeskItem & { kind: 'coding' }): DeskAction[] {
  const { state, subject, assigned } = item;
  const own = subject.authors.includes(person.id);
  if (state === 'wanted' && assigned.length > 0 && !assigned.includes(person.id) && !own) return [];
  const decision = may(person, state === 'wanted' ? 'coding.blind' : 'coding.reconcile', subject);
  const code = decision.allowed ? null : decision.code;
  return [told(state === 'wanted' ? 'code' : 'reconcile', code)].filter(mine);
}

function actionsOn(person: Person, item: DeskItem): DeskAction[] {
  switch (item.kind) {
    case 'record':
      return recordActions(person, item);
    case 'finding':
      return findingActions(person, item);
    case 'coding':
      return codingActions(person, item);
    case 'proposal': {
      const decision = may(person, item.by, item.subject);
      return [told('confirm', decision.allowed ? null : decision.code)].filter(mine);
    }
  }
}

function isOwn(person: Person, { subject }: DeskItem): boolean {
  const proposer = subject.kind === 'proposal' && subject.proposedBy === person.id;
  return proposer || subject.authors.includes(person.id);
}

/** The soonest deadline first, those without one last; then what has waited longest. */
export function byUrgency(one: Waiting, two: Waiting): number {
  const due = (one.deadline ?? Infinity) - (two.deadline ?? Infinity);
  if (one.deadline !== two.deadline && due !== 0) return due;
  return one.since - two.since || (one.key < two.key ? -1 : 1);
}

/**
 * What waits for one person: every item on which their roles give them something to do, with each
 * action and, where they may not take it now, the reason (own work, a missing coding, no quorum).
 * What is for others, or hidden from them, is left out.
 */
export function deskOf(person: Person, items: readonly DeskItem[]): DeskRow[] {
  return items
    .map((item) => {
      const { key, title, since, deadline, kind, state } = item;
      const actions = actionsOn(person, item);
      return { ...{ key, title, since, deadline, kind, state, actions }, own: isOwn(person, item) };
    })
    .filter(({ actions }) => actions.length > 0)
    .sort(byUrgency);
}
