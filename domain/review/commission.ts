import type { Hash } from '@/domain/ledger';
import type { OutcomeState } from './finding-path';
import {
  absentSide,
  type Quorum,
  quorumOf,
  type Roll,
  type Seat,
  SIDES,
  type Side,
  seatsOf,
  sits,
} from './roll';
import type { Vote } from './vote';

/** Upholds the computed finding, dissents from it, or takes no position. */
export type Position = 'uphold' | 'dissent' | 'none';

export interface PartyTally {
  readonly party: string;
  readonly uphold: number;
  readonly dissent: number;
  readonly abstain: number;
  /** Seated and did not vote: silence is not assent. */
  readonly silent: number;
  readonly position: Position;
}

const majority = (uphold: number, dissent: number): Position =>
  uphold > dissent ? 'uphold' : dissent > uphold ? 'dissent' : 'none';

/** Each voter's last vote on this very content; earlier ones are kept and superseded. */
export function standingVotes(votes: readonly Vote[], content: Hash): ReadonlyMap<string, Vote> {
  const last = new Map<string, Vote>();
  for (const vote of votes) {
    if (vote.content !== content) continue;
    const held = last.get(vote.by);
    if (held === undefined || vote.seq > held.seq) last.set(vote.by, vote);
  }
  return last;
}

function tallyOf(
  party: string,
  seats: readonly Seat[],
  votes: ReadonlyMap<string, Vote>,
): PartyTally {
  const own = seats.filter((seat) => seat.party === party && sits(seat));
  const count = (position: Vote['position']) =>
    own.filter(({ id }) => votes.get(id)?.position === position).length;
  const [uphold, dissent, abstain] = [count('uphold'), count('dissent'), count('abstain')];
  return {
    ...{ party, uphold, dissent, abstain, position: majority(uphold, dissent) },
    silent: own.length - uphold - dissent - abstain,
  };
}

/** What one delegation holds: the votes of its parties, and the position that follows. */
export interface SideTally {
  readonly parties: readonly PartyTally[];
  readonly position: Position;
}
export type Tally = { readonly [S in Side]: SideTally };

/**
 * Counts by delegation, not by head. A party holds what most of its seated delegates voted for;
 * abstentions and silence count for nothing and a tie is no position. A side of several parties
 * holds what most of them hold, each counting once.
 */
export function tally(roll: Roll, votes: readonly Vote[], content: Hash): Tally {
  const seats = seatsOf(roll);
  const standing = standingVotes(votes, content);
  const of = (side: Side): SideTally => {
    const parties = roll.sides[side].map((party) => tallyOf(party, seats, standing));
    const count = (held: Position) => parties.filter(({ position }) => position === held).length;
    return { parties, position: majority(count('uphold'), count('dissent')) };
  };
  return { accused: of('accused'), complainant: of('complainant') };
}

/** Why the outcome is what it is. */
export const OUTCOME_GROUNDS = {
  both_uphold: 'Both delegations uphold the finding.',
  positions_differ: 'One delegation upholds the finding, the other does not.',
  other_side_absent: 'One side stayed away from two convocations at least 14 days apart.',
  nobody_upholds: 'No delegation upholds the finding: nothing is decided on its substance.',
  no_position: 'The side that came took no position: nothing is decided.',
} as const;
export type OutcomeGround = keyof typeof OUTCOME_GROUNDS;

export interface CommissionDecision {
  readonly outcome: OutcomeState;
  readonly ground: OutcomeGround;
  /** What each delegation holds; null for the side that was absent. */
  readonly positions: { readonly [S in Side]: Position | null };
}

export type Decided =
  | { readonly ok: true; readonly decision: CommissionDecision }
  | { readonly ok: false; readonly code: 'quorum'; readonly quorum: Quorum };

function together({ accused, complainant }: Tally): CommissionDecision {
  const positions = { accused: accused.position, complainant: complainant.position };
  const upheld = SIDES.filter((side) => positions[side] === 'uphold').length;
  if (upheld === 2) return { outcome: 'agreed', ground: 'both_uphold', positions };
  return upheld === 1
    ? { outcome: 'split', ground: 'positions_differ', positions }
    : { outcome: 'procedural', ground: 'nobody_upholds', positions };
}

function alone(counted: Tally, absent: Side): CommissionDecision {
  const here: Side = absent === 'accused' ? 'complainant' : 'accused';
  const held = counted[here].position;
  const positions = { accused: null, complainant: null, [here]: held };
  return held === 'none'
    ? { outcome: 'procedural', ground: 'no_position', positions }
    : { outcome: 'unilateral', ground: 'other_side_absent', positions };
}

/**
 * What the votes give (method.md 6): AGREED where both delegations uphold the computed finding,
 * SPLIT where one does, PROCEDURAL where none does, UNILATERAL where one side stayed away and the
 * other took a position. Refused without a quorum. A delegation that is there and takes no position
 * neither assents nor stands in the way: the other's position is published beside its silence.
 */
export function decisionOf(roll: Roll, votes: readonly Vote[], content: Hash): Decided {
  const quorum = quorumOf(roll);
  const counted = tally(roll, votes, content);
  if (quorum.met) return { ok: true, decision: together(counted) };
  const absent = absentSide(roll);
  return absent === null
    ? { ok: false, code: 'quorum', quorum }
    : { ok: true, decision: alone(counted, absent) };
}
