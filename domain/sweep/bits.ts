import {
  COMMISSION_LIMBS,
  CONDUCT,
  type CommissionLimb,
  type ConductCode,
  codesOf,
  DUE_DILIGENCE_LIMBS,
  type DueDiligenceLimb,
  type Limb,
  OBJECTS,
  type ObjectCode,
} from '@/domain/vocabulary';

/** Turns lists of codes into bit masks, one bit a code in the order of the vocabulary. */
function masks<C extends string>(codes: readonly C[]): (list: readonly C[]) => number {
  if (codes.length > 31) throw new RangeError(`${codes.length} codes do not fit in a 32-bit mask`);
  const bits = new Map(codes.map((code, at) => [code, 1 << at]));
  return (list) => list.reduce((mask, code) => mask | (bits.get(code) ?? 0), 0);
}

export const conductMask = masks<ConductCode>(codesOf(CONDUCT));
export const objectMask = masks<ObjectCode>(codesOf(OBJECTS));
export const commissionMask = masks<CommissionLimb>(COMMISSION_LIMBS);
export const dutyMask = masks<DueDiligenceLimb>(DUE_DILIGENCE_LIMBS);

const isDutyLimb = (limb: Limb): limb is DueDiligenceLimb =>
  (DUE_DILIGENCE_LIMBS as readonly Limb[]).includes(limb);

/** The due-diligence limbs among any limbs. */
export const dutyLimbsIn = (limbs: readonly Limb[]): number => dutyMask(limbs.filter(isDutyLimb));

/** The commission limbs of a mask. */
export const limbsIn = (mask: number): CommissionLimb[] =>
  COMMISSION_LIMBS.filter((_, at) => (mask & (1 << at)) !== 0);

/** What is known of one accused state at one instant, whatever the clause: bits of a cell. */
export const CELL = {
  /** A live claim accuses the state. */
  ACCUSED: 1,
  RIVAL: 2,
  CONFLICT: 4,
  /** An objection to the link or the conduct is open. */
  OBJECTED: 8,
  STATE_OBJECTED: 16,
  LINK_ADMITTED: 32,
  ENDORSED: 64,
  LINK_CONVICTED: 128,
  /** The instant is a turning point of this state: the public record about it changed. */
  TURN: 256,
  /** A verified answer that mitigates a commission was given. */
  MITIGATED: 512,
  OBSTRUCTED: 1024,
} as const;

/** Bits of a cell that depend on the commission limbs of the clause. */
export const STATE_CELL = { CONVICTED: 1, ADMITTED: 2 } as const;

/** Flags of a row, in the order in which a finding lists them. */
export const FLAG = {
  straddles: 1,
  good_faith_period: 2,
  needs_fact: 4,
  commission_disputed: 8,
  assumed_channel: 16,
  obstructed: 32,
  cured_late: 64,
  date_sensitive: 128,
} as const;
