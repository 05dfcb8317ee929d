import type { Actor } from './actor';
import { may, REFUSALS, type Refusal, type Subject, type SubjectOf } from './permission';
import { type Action, privilegeOf } from './privilege';
import {
  FINDING_PATH,
  type FindingAction,
  type FindingState,
  type OutcomeState,
} from './review/finding-path';
import { type Facts, GUARDS, type Guard, type Path, type Step } from './review/path';
import { RECORD_PATH, type RecordAction, type RecordState } from './review/record-path';

/** Why an action is refused that the privilege table or a guard does not refuse. */
export const STEP_REFUSALS = {
  wrong_state: 'This cannot be done in its present state.',
  system_only: 'No person does this: it follows from the record.',
  reason_missing: 'Give a reason.',
  no_outcome: 'The votes give no outcome.',
} as const;
export type StepRefusal = Refusal | Guard | keyof typeof STEP_REFUSALS;

const SENTENCES: Readonly<Record<StepRefusal, string>> = {
  ...REFUSALS,
  ...GUARDS,
  ...STEP_REFUSALS,
};
/** A refusal in a sentence. */
export const refusalSentence = (code: StepRefusal): string => SENTENCES[code];

/** Who tries to do something to what, and what holds. */
export interface Attempt {
  readonly actor: Actor | 'system';
  /** Of the kind that the privilege table asks for. */
  readonly subject: Subject;
  readonly facts: Facts;
  readonly reason: string | null;
  /** The open proposal that the actor confirms, where two people are needed. */
  readonly proposal?: SubjectOf<'record.second'>;
  /** What the votes gave (domain/review/commission.ts); asked by `decide` alone. */
  readonly outcome?: OutcomeState;
}

export type Next<S> =
  | {
      readonly ok: true;
      readonly state: S;
      /** What the ledger calls what happened. */
      readonly code: string;
      /** A second person has to confirm it under this privilege; until then nothing moved. */
      readonly awaits: Action | null;
    }
  | { readonly ok: false; readonly code: StepRefusal };

function asked(actor: Actor, action: Action, subject: Subject): Refusal | null {
  if (privilegeOf(action).about !== subject.kind)
    throw new Error(`${action} is not about a ${subject.kind}`);
  const decision = may(actor, action, subject);
  return decision.allowed ? null : decision.code;
}

function byWhom<S extends string>({ by, second }: Step<S>, attempt: Attempt): StepRefusal | null {
  const { actor, subject, proposal } = attempt;
  if (by === 'system') return actor === 'system' ? null : 'system_only';
  if (actor === 'system') return 'sign_in';
  if (second !== undefined && proposal !== undefined) return asked(actor, second, proposal);
  return asked(actor, by, subject);
}

/**
 * Why a step cannot be taken from a state, leaving reason and outcome aside, or null where it can:
 * what a screen shows beside a disabled action. Roles come first, then the state, then the guards in
 * the order of the path.
 */
export function hindrance<S extends string>(
  step: Step<S>,
  state: S | null,
  attempt: Attempt,
): StepRefusal | null {
  const refused = byWhom(step, attempt);
  if (refused !== null) return refused;
  const targets = state === null ? step.opens : step.moves[state];
  if (targets === undefined) return 'wrong_state';
  return step.guards.find((guard) => attempt.facts[guard] !== true) ?? null;
}

function target<S extends string>(step: Step<S>, state: S | null, attempt: Attempt): S | null {
  if (state === null) return step.opens ?? null;
  const targets = step.moves[state] ?? [];
  const [only] = targets;
  if (targets.length < 2) return only ?? null;
  return targets.find((each) => each === attempt.outcome) ?? null;
}

function take<S extends string, A extends string>(
  path: Path<S, A>,
  state: S | null,
  action: A,
  attempt: Attempt,
): Next<S> {
  const step = path[action];
  const refused = hindrance(step, state, attempt);
  if (refused !== null) return { ok: false, code: refused };
  if (step.reasoned && (attempt.reason ?? '').trim() === '')
    return { ok: false, code: 'reason_missing' };
  const to = target(step, state, attempt);
  if (to === null) return { ok: false, code: 'no_outcome' };
  const awaits = attempt.proposal === undefined ? (step.second ?? null) : null;
  return { ok: true, state: awaits === null ? to : (state ?? to), code: step.code, awaits };
}

/**
 * What an action makes of the record of an incident (method.md 6): the next state, or why not. An
 * action that takes two people moves nothing until the second confirms the proposal of the first.
 */
export function nextRecord(
  state: RecordState,
  action: RecordAction,
  attempt: Attempt,
): Next<RecordState> {
  return take<RecordState, RecordAction>(RECORD_PATH, state, action, attempt);
}

/** The same for a finding; null is the state of one that nobody nominated yet. */
export function nextFinding(
  state: FindingState | null,
  action: FindingAction,
  attempt: Attempt,
): Next<FindingState> {
  return take<FindingState, FindingAction>(FINDING_PATH, state, action, attempt);
}

/**
 * Accepting or returning a record from the desk: what nobody took up is taken up in the same breath,
 * by the same person. `codes` names each step for the ledger.
 */
export function judgeRecord(
  state: RecordState,
  action: 'accept' | 'return',
  attempt: Attempt,
): (Next<RecordState> & { ok: false }) | { ok: true; state: RecordState; codes: string[] } {
  const taken = state === 'submitted' ? nextRecord(state, 'take_up', attempt) : null;
  if (taken !== null && !taken.ok) return taken;
  const judged = nextRecord(taken?.state ?? state, action, attempt);
  if (!judged.ok) return judged;
  return {
    ok: true,
    state: judged.state,
    codes: taken ? [taken.code, judged.code] : [judged.code],
  };
}
