import type { StepRefusal } from '@/domain/review';
import type { Change } from '@/domain/revision-diff';
import type { Verdict } from '@/domain/verdict';
import type { CommissionDecision } from './commission';
import type { FindingAction, FindingState } from './finding-path';
import type { RobustnessWord } from './robustness';
import type { Quorum, Seat, Side, Sides } from './roll';
import type { SignedContent } from './signature';
import type { StaleReason } from './staleness';
import type { RecusalGround, VotePosition } from './vote';

/** Somebody by name; the id tells namesakes apart. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

/** An act on a finding that is somebody's to do, and why they may not do it now; null where they may. */
export interface Act {
  readonly action: FindingAction | 'second' | 'decline';
  readonly refusal: { readonly code: StepRefusal; readonly sentence: string } | null;
}

/** A vote as others see it: before the decision only that it was cast. */
export interface VoteView {
  readonly seq: number;
  readonly by: Named;
  readonly at: string;
  /** Null while the commission has not decided, save for the voter. */
  readonly position: VotePosition | null;
  readonly text: string | null;
  readonly textHash: string | null;
  /** A later vote of the same delegate takes its place. */
  readonly superseded: boolean;
}

export interface SeatView extends Seat {
  readonly name: string;
  readonly voted: boolean;
}

/** What was asked for and waits for a second person. */
export interface ProposalView {
  readonly id: string;
  readonly kind: string;
  readonly reason: string | null;
  readonly by: Named;
  readonly at: string;
}

/** A finding on its way, without its reasoning: what an agenda and lists show. */
export interface FindingBrief {
  readonly id: string;
  readonly version: number;
  readonly state: FindingState;
  readonly incident: { readonly id: string; readonly title: string };
  readonly pact: {
    readonly id: string;
    readonly version: number;
    readonly title: string;
    readonly hypothetical: boolean;
  };
  readonly clause: { readonly id: string; readonly reference: string; readonly text: string };
  readonly accused: string;
  readonly asOf: string;
  readonly sides: Sides;
  /** What the engine says: as it is signed, or (not fixed yet) as it stands now. Null: no case any more. */
  readonly computed: {
    readonly verdict: Verdict;
    readonly robustness: RobustnessWord;
    readonly sentence: string;
  } | null;
  readonly contentHash: string | null;
  readonly decision: CommissionDecision | null;
  /** The word it is published with, or would be. */
  readonly word: Verdict | null;
  readonly publishedAt: string | null;
  /** Published, not stale, decided on its substance. */
  readonly signed: boolean;
  readonly session: { readonly id: string; readonly title: string; readonly open: boolean } | null;
  readonly quorum: Quorum | null;
  readonly absent: Side | null;
  readonly seats: readonly SeatView[];
  readonly votes: readonly VoteView[];
  readonly proposal: ProposalView | null;
  readonly acts: readonly Act[];
}

/** Everything the page of one finding shows. */
export interface FindingView extends FindingBrief {
  readonly content: SignedContent | null;
  /** The content is that which is signed; false: computed now, and still moving with the record. */
  readonly fixed: boolean;
  readonly steps: readonly {
    readonly seq: number;
    readonly action: string;
    readonly to: string;
    readonly by: Named | null;
    readonly reason: string | null;
    readonly at: string;
  }[];
  readonly recusals: readonly { readonly by: Named; readonly ground: RecusalGround }[];
  readonly replies: readonly {
    readonly seq: number;
    readonly by: Named;
    readonly at: string;
    readonly text: string;
    readonly textHash: string;
  }[];
  /** What differs from what was signed; null while nothing does. */
  readonly changed: {
    readonly reasons: readonly StaleReason[];
    readonly changes: readonly Change[];
    readonly inputs: readonly Change[];
  } | null;
  readonly versions: readonly {
    readonly id: string;
    readonly version: number;
    readonly state: FindingState;
    readonly contentHash: string | null;
  }[];
}
