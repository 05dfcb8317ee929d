import type { Action } from '@/domain/privilege';

/** Conditions that stand beside the role, each with how a refusal for it reads. */
export const GUARDS = {
  second_coding: 'A second analyst has not coded this incident yet.',
  reconciled: 'The two codings differ and are not reconciled.',
  record_accepted: 'The incident has not been accepted.',
  two_sides: 'The clause does not cover this case between two parties: nobody could sit on it.',
  saved_pact: 'A what-if variant that nobody saved cannot be signed.',
  fresh: 'What this rests on has changed since.',
  changed: 'Nothing that this rests on has changed.',
  readable: 'The incident is marked RED: its delegates could not read what they vote on.',
  session_open: 'The session is not open.',
  off_agenda: 'It is on the agenda of another session that is still open.',
  quorum: 'There is no quorum.',
  seated: 'You are not recorded as present at this session.',
  stepped_up: 'Confirm with a one-time code first.',
  successor: 'No newer version follows this one.',
} as const;
export type Guard = keyof typeof GUARDS;

/** Which conditions hold. What is not named does not hold. */
export type Facts = { readonly [G in Guard]?: boolean };

/** One action on a path: who may take it, under which conditions, from which states to which. */
export interface Step<S extends string> {
  /** The line of the privilege table that is asked; `system` where no person takes it. */
  readonly by: Action | 'system';
  /** Where two people are needed, the line for the second. */
  readonly second?: Action;
  readonly guards: readonly Guard[];
  /** Whether a reason has to be given. */
  readonly reasoned: boolean;
  /** What the ledger calls it. */
  readonly code: string;
  /** The state in which it opens what was not on the path before. */
  readonly opens?: S;
  /** From state to state; where several follow, the outcome says which. */
  readonly moves: { readonly [From in S]?: readonly S[] };
}

export type Path<S extends string, A extends string> = { readonly [Taken in A]: Step<S> };

/** A move that stays where it is, or leads to one and the same state from each of several. */
export function from<S extends string>(
  states: readonly S[],
  to: S | 'same',
): { readonly [From in S]?: readonly S[] } {
  const moves: { [From in S]?: readonly S[] } = {};
  for (const state of states) moves[state] = [to === 'same' ? state : to];
  return moves;
}
