import type { Actor } from '@/domain/actor';
import { may, type SubjectOf } from '@/domain/permission';
import { type Attempt, hindrance, refusalSentence, type StepRefusal } from '@/domain/review';
import { NOT_MINE } from './desk';
import { FINDING_PATH, type FindingAction, type FindingState } from './finding-path';
import type { Act } from './finding-view';
import type { Facts } from './path';

/** A finding as far as acting on it goes, its facts as they hold for the person asked. */
export interface Actable {
  readonly state: FindingState;
  readonly subject: SubjectOf<'finding.vote'>;
  readonly record: SubjectOf<'finding.nominate'>;
  readonly facts: Facts;
  /** What waits for a second person. */
  readonly proposal: {
    readonly kind: string;
    readonly subject: SubjectOf<'finding.second'>;
  } | null;
}

const BY_PEOPLE = [
  ...(['forward', 'table', 'vote', 'recuse', 'reply', 'decide', 'publish', 'revoke'] as const),
  'supersede',
] as const satisfies readonly FindingAction[];

const told = (action: Act['action'], code: StepRefusal | null): Act => ({
  action,
  refusal: code === null ? null : { code, sentence: refusalSentence(code) },
});

/** Refusals that make an act none of this person's, or of this moment. */
const elsewhere = (code: StepRefusal | null): boolean =>
  code !== null && (NOT_MINE.has(code) || code === 'wrong_state');

/**
 * What somebody may do to a finding as it stands, each act with why not where a guard holds it back.
 * What is for other roles, or for another state, is left out; what waits for a second person they may
 * decline whatever has become of the finding. One-time codes and reasons are asked for with the act
 * itself.
 */
export function actsOn(actor: Actor, about: Actable): Act[] {
  const { state, subject, record, proposal } = about;
  const facts: Facts = { ...about.facts, successor: true, stepped_up: true };
  const refusalOf = (action: FindingAction, attempt: Partial<Attempt> = {}): StepRefusal | null =>
    hindrance<FindingState>(FINDING_PATH[action], state, {
      ...{ actor, subject: action === 'supersede' ? record : subject, facts, reason: null },
      ...attempt,
    });
  const own = BY_PEOPLE.filter((action) => action !== proposal?.kind).map(
    (action) => [action, refusalOf(action)] as const,
  );
  const kind = proposal?.kind === 'revoke' ? 'revoke' : 'publish';
  const seconding =
    proposal === null ? [] : [['second', refusalOf(kind, { proposal: proposal.subject })] as const];
  const declining =
    proposal !== null && may(actor, 'finding.second', proposal.subject).allowed
      ? [['decline', null] as const]
      : [];
  return [...own, ...seconding, ...declining]
    .filter(([, code]) => !elsewhere(code))
    .map(([action, code]) => told(action, code));
}
