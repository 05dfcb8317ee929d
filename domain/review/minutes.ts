import type { Tlp } from '@/domain/tlp';
import type { FindingBrief, Named } from './finding-view';
import type { SessionView } from './session-view';

/** What a session did with one finding. */
export interface MinutesItem
  extends Pick<
    FindingBrief,
    | 'id'
    | 'version'
    | 'incident'
    | 'pact'
    | 'clause'
    | 'accused'
    | 'asOf'
    | 'sides'
    | 'computed'
    | 'contentHash'
    | 'votes'
  > {
  readonly tabledAt: string;
  /** Null: it did not decide on it. */
  readonly decided: {
    readonly decision: NonNullable<FindingBrief['decision']>;
    readonly at: string;
    readonly by: Named;
    /** Number of its ledger entry, and the hash of what was counted. */
    readonly seq: number;
    readonly reckoning: string;
  } | null;
  /** Who sat when the votes were counted; empty where it did not decide, or a later session did since. */
  readonly seats: FindingBrief['seats'];
}

/** The minutes of a session: its sittings, what it had before it, who sat, and how each voted. */
export interface Minutes
  extends Pick<
    SessionView,
    'id' | 'title' | 'convenedAt' | 'convenedBy' | 'closedAt' | 'closedBy' | 'sittings'
  > {
  readonly issuedAt: string;
  readonly items: readonly MinutesItem[];
  /** The strictest marking of the records that the items are about. */
  readonly tlp: Tlp;
  /** Findings on the agenda that the reader may not see. */
  readonly withheld: number;
  readonly entries: readonly {
    readonly seq: number;
    readonly at: string;
    readonly type: string;
    readonly payloadHash: string;
  }[];
}
