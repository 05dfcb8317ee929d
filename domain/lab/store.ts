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
  /** By opinion on responsibility where claims name limbs: its interval, its clusters, bits of STATE_CELL. */
  readonly opinionLower: Float64Array;
  readonly opinionUpper: Float64Array;
  readonly opinionClusters: Uint8Array;
  readonly opinionBits: Uint8Array;
  /** By hold, all that is held against a state: four numbers (HOLD), and flags (`flagsOf`). */
  readonly holds: Float64Array;
  readonly holdFlags: Int32Array;
  /** By hold: both its beliefs, in steps (`quantaOf`). */
  readonly holdQuanta: Int32Array;
  /** By hold: where claims name limbs a row of `limbOpinion`, else -1. */
  readonly limbRow: Int32Array;
  /** By row and mask of commission limbs, 32 a row. */
  readonly limbOpinion: Uint32Array;
  /** By partition, one a state: its first segment. By segment: kind and first case. One more at the end. */
  readonly partitionState: Uint16Array;
  readonly partitionFrom: Uint32Array;
  readonly segmentKind: Uint32Array;
  readonly segmentFrom: Uint32Array;
  /** By case, one incident that accuses one state at some time: when it began, at the earliest and at the latest. */
  readonly caseStart: InstantColumn;
  readonly caseStartLast: InstantColumn;
  /** When it ended; NEVER where there is no end. */
  readonly caseEnd: InstantColumn;
  readonly caseEndLast: InstantColumn;
  /** Earliest end of a notification that counts; NEVER without one. */
  readonly caseNotice: InstantColumn;
  /** Number of the list of victims, times 256, and bits of MARK. */
  readonly caseMarks: Uint32Array;
  /** Its first point and its first answer; those of the next case end its stretch. One more at the end. */
  readonly casePoint: Uint32Array;
  readonly caseAnswer: Uint32Array;
  readonly incident: Uint32Array;
  /** Points at which what is held against a state changed: two numbers (POINT). */
  readonly points: InstantColumn;
  /** Answers of the accused: three numbers (ANSWER). */
  readonly answers: InstantColumn;
  /** Cases whose incident is yet to be verified, in order, and until when. */
  readonly reportedCase: Uint32Array;
  readonly reportedUntil: Float64Array;
}

/** Places in the two numbers of a point: its instant; its hold times two, odd at a turning point (`linkMetAt`). */
export const POINT = { SIZE: 2, AT: 0, HOLD: 1 } as const;

/** Set in the hold of a turning point. */
export const TURNS = 1;

/** Steps in which a belief is told beside a hold. */
export const QUANTA = 65_536;

/** The step of a belief or a threshold: of two that differ, the higher belongs to the higher number. */
export const quantum = (value: number): number =>
  Math.max(0, Math.min(QUANTA - 1, Math.floor(value * QUANTA)));

/** Beliefs in the link and in responsibility under all commission limbs, as steps in one number. */
export const quantaOf = (link: number, responsible: number): number =>
  (quantum(link) << 16) | quantum(responsible);

/** Places in the numbers of an answer: its interval; its level plus one, times two, odd where verified. */
export const ANSWER = { SIZE: 3, AT: 0, LAST: 1, LEVEL: 2 } as const;

/** Places in the numbers of a hold: the link, and responsibility under all commission limbs. */
export const HOLD = { SIZE: 4, LINK_LOWER: 0, LINK_UPPER: 1, LOWER: 2, UPPER: 3 } as const;

/** Bits of flags beside those of CELL: of responsibility under all limbs. */
export const HELD = {
  CONVICTED: 2048,
  ADMITTED: 4096,
  /** Claims name limbs: the opinion turns on those of the clause. */
  LIMBED: 8192,
} as const;

/** Most clusters that are told apart. */
export const MOST_CLUSTERS = 63;
export const LINK_CLUSTERS = 14;
export const CLUSTERS = 20;
export const DUTY_LIMBS = 26;

/** Flags in one number: bits of CELL and HELD, clusters of the link and of responsibility, due-diligence limbs. */
export const flagsOf = (
  bits: number,
  linkClusters: number,
  clusters: number,
  dutyLimbs: number,
): number =>
  bits |
  (Math.min(MOST_CLUSTERS, linkClusters) << LINK_CLUSTERS) |
  (Math.min(MOST_CLUSTERS, clusters) << CLUSTERS) |
  (dutyLimbs << DUTY_LIMBS);

/** Bits of MARK. */
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
