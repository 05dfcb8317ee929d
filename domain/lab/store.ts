import type { Extension, Plea } from '@/domain/incident';
import type { Policy } from '@/domain/policy';

/** Instants as codes, see `codeOf`; in milliseconds where some date of the corpus has no code. */
export type InstantColumn = Int32Array | Float64Array;

/**
 * The columns of a corpus. What happened to whom and how grave it was, and what is held against a
 * state, come again and again: they are kept once and numbered.
 */
export interface StoreColumns {
  /** By kind of incident: conduct and objects as masks, place in INTENTS or -1, severity 1-5. */
  readonly kindConduct: Uint32Array;
  readonly kindObjects: Uint32Array;
  readonly kindIntent: Int8Array;
  readonly kindSeverity: Uint8Array;
  /** By list of victims: its stretch of states, by number. */
  readonly victimsFrom: Uint32Array;
  readonly victimState: Uint16Array;
  /** By opinion on responsibility: its interval, its clusters, bits of STATE_CELL. */
  readonly opinionLower: Float64Array;
  readonly opinionUpper: Float64Array;
  readonly opinionClusters: Uint8Array;
  readonly opinionBits: Uint8Array;
  /** By hold, all that is held against a state: the link, bits of CELL, due-diligence limbs. */
  readonly linkLower: Float64Array;
  readonly linkUpper: Float64Array;
  readonly linkClusters: Uint8Array;
  readonly holdBits: Uint16Array;
  readonly dutyLimbs: Uint8Array;
  /** Opinion under a clause without commission limbs, under one with all, and where claims name limbs a row of `limbOpinion`, else -1. */
  readonly opinionNone: Uint32Array;
  readonly opinionAll: Uint32Array;
  readonly limbRow: Int32Array;
  /** By row and mask of commission limbs, 32 a row. */
  readonly limbOpinion: Uint32Array;
  /** By partition, one a state: its first segment. By segment: kind and first case. One more at the end. */
  readonly partitionState: Uint16Array;
  readonly partitionFrom: Uint32Array;
  readonly segmentKind: Uint32Array;
  readonly segmentFrom: Uint32Array;
  /** By case, one incident that accuses one state at some time. */
  readonly incident: Uint32Array;
  readonly victims: Uint32Array;
  /** Bits of MARK. */
  readonly marks: Uint8Array;
  readonly start: InstantColumn;
  readonly startLast: InstantColumn;
  /** NEVER where there is no end. */
  readonly end: InstantColumn;
  readonly endLast: InstantColumn;
  /** Earliest end of a notification that counts; NEVER without one. */
  readonly notice: InstantColumn;
  /** Its stretch of the points at which what is held against the state changed. One more at the end. */
  readonly pointFrom: Uint32Array;
  readonly pointAt: InstantColumn;
  /** Number of the hold, times two; odd where the point is a turning point (`linkMetAt`). */
  readonly pointHold: Uint32Array;
  /** Its stretch of the answers of the accused: interval, level, one where verified. One more at the end. */
  readonly answerFrom: Uint32Array;
  readonly answerAt: InstantColumn;
  readonly answerLast: InstantColumn;
  readonly answerLevel: Int8Array;
  readonly answerVerified: Uint8Array;
  /** Cases whose incident is yet to be verified, in order, and until when. */
  readonly reportedCase: Uint32Array;
  readonly reportedUntil: Float64Array;
}

/** Bits of `marks`. */
export const MARK = {
  RETRACTED: 1,
  REPORTED: 2,
  ENDED: 4,
  ONGOING: 8,
  RECURRING: 16,
  /** It recurs of an earlier incident. */
  RECURS: 32,
  SELF_DISCLOSED: 64,
  /** It has pleas or extensions: see `odd`. */
  ODD: 128,
} as const;

/** What few cases have. */
export interface OddCase {
  readonly pleas: Plea[];
  readonly extensions: readonly Extension[];
  /** Start of the first answer that asked for assistance; null: none. */
  readonly assistanceAt: number | null;
}

/**
 * A corpus as packed columns, without its incidents: what was known of every accused state at every
 * instant at which it changed. Nothing in it depends on a pact or on the day asked about. Cases lie
 * by accused state, then by kind, so that a clause reads only what it may match.
 */
export interface Store {
  readonly policy: Policy;
  readonly compiledOn: string;
  /** Instants are codes; else milliseconds. */
  readonly coded: boolean;
  readonly incidents: number;
  /** Codes of states, by number. */
  readonly states: readonly string[];
  readonly odd: ReadonlyMap<number, OddCase>;
  readonly columns: StoreColumns;
}

/** Number of cases. */
export const casesIn = ({ columns }: Store): number => columns.incident.length;

/** Bytes that the columns take. */
export const bytesOf = ({ columns }: Store): number =>
  Object.values(columns).reduce((sum, column) => sum + column.byteLength, 0);
