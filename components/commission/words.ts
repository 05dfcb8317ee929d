import type { CommissionDecision, Position } from '@/domain/review/commission';
import type { FindingState } from '@/domain/review/finding-path';
import type { RobustnessWord } from '@/domain/review/robustness';
import type { Side } from '@/domain/review/roll';
import type { RecusalGround, VotePosition } from '@/domain/review/vote';
import { stateInProse, stateName } from '@/domain/states';

/** How the states, steps and votes of a finding are called on screens and on paper. */
export const STATE_WORDS: Readonly<Record<FindingState, string>> = {
  computed: 'Computed, not coded twice yet',
  coded: 'Coded twice',
  reviewed: 'Forwarded to the commission',
  before_commission: 'Before the commission',
  agreed: 'Agreed',
  split: 'Split',
  unilateral: 'Unilateral',
  procedural: 'Procedural',
  published: 'Published',
  stale: 'Stale',
  superseded: 'Superseded',
  revoked: 'Revoked',
};

export const STEP_WORDS: Readonly<Record<string, string>> = {
  nominate: 'Nominated',
  code: 'Coded twice; its content is fixed',
  forward: 'Forwarded to the commission',
  table: 'Put before a session',
  vote: 'Voted',
  recuse: 'Stepped back',
  reply: 'Replied for the accused side',
  decide: 'Vote closed, decided by count',
  publish: 'Published',
  revoke: 'Revoked',
  go_stale: 'Went stale: what it rests on changed',
  supersede: 'Superseded by a new version',
};

export const VOTE_WORDS: Readonly<Record<VotePosition, string>> = {
  uphold: 'upholds',
  dissent: 'dissents',
  abstain: 'abstains',
};

export const POSITION_WORDS: Readonly<Record<Position, string>> = {
  uphold: 'upholds the finding',
  dissent: 'dissents',
  none: 'takes no position',
};

export const ROBUSTNESS_TEXT: Readonly<Record<RobustnessWord, string>> = {
  ROBUST: 'robust: no single judgement turns it',
  SENSITIVE: 'sensitive: one or two single judgements would turn it',
  FRAGILE: 'fragile: it hangs on single judgements',
};

export const GROUND_WORDS: Readonly<Record<RecusalGround, string>> = {
  employee_of_claimant: 'works or worked for somebody whose claim is weighed',
  employee_of_victim: 'works or worked for an organisation that was a victim',
  other: 'for a reason of their own',
};

export const EXCLUDED_WORDS: Readonly<Record<RecusalGround | 'author' | 'presides', string>> = {
  ...GROUND_WORDS,
  author: 'worked on what is judged',
  presides: 'presides, so does not vote',
};

/** A side by its parties: "Russia" or "the United States". */
export const sideInProse = (parties: readonly string[]): string =>
  parties.length === 0 ? 'nobody' : parties.map(stateInProse).join(', ');

export const partyName = (code: string): string => stateName(code);

const OUTCOMES: Readonly<Record<CommissionDecision['ground'], string>> = {
  both_uphold: 'Agreed: both delegations uphold the finding.',
  positions_differ: 'Split: one delegation upholds the finding, the other does not.',
  other_side_absent: 'Unilateral: one side stayed away from two sittings at least 14 days apart.',
  nobody_upholds: 'Procedural: no delegation upholds the finding, so nothing is decided on it.',
  no_position: 'Procedural: the side that came took no position, so nothing is decided.',
};
/** What the votes gave, in a sentence. */
export const decisionSentence = ({ ground }: CommissionDecision): string => OUTCOMES[ground];

/** What one side holds, in words; absent where it stayed away. */
export const positionOf = (position: Position | null): string =>
  position === null ? 'was absent' : POSITION_WORDS[position];

export const SIDE_WORDS: Readonly<Record<Side, string>> = {
  accused: 'accused',
  complainant: 'over against it',
};
