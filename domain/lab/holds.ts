import { CELL, STATE_CELL } from '@/domain/sweep/bits';
import { WORD } from '@/domain/sweep/words';
import { COMMISSION_LIMBS } from '@/domain/vocabulary';
import type { ClauseNumbers } from './numbers';
import { CLUSTERS, HELD, HOLD, LINK_CLUSTERS, MOST_CLUSTERS, type StoreColumns } from './store';

const CONTESTED_BY = CELL.RIVAL | CELL.CONFLICT | CELL.OBJECTED;

/** Flags of responsibility. */
const RESPONSIBLE = HELD.CONVICTED | HELD.ADMITTED | (MOST_CLUSTERS << CLUSTERS);
const ALL_LIMBS = 2 ** COMMISSION_LIMBS.length - 1;

/** `answers` of the explaining path, over numbers: the link in the higher two bits, responsibility in the lower two (WORD). */
export function words(
  flags: number,
  linkLower: number,
  lower: number,
  numbers: ClauseNumbers,
  severity: number,
): number {
  const admitted =
    (flags & HELD.ADMITTED) !== 0 || (numbers.adopts && (flags & CELL.ENDORSED) !== 0);
  let state: number = WORD.UNMET;
  if (severity >= numbers.commissionFloor) {
    if (admitted) state = WORD.MET;
    else if (
      lower >= numbers.theta &&
      (((flags >>> CLUSTERS) & MOST_CLUSTERS) >= numbers.minClusters ||
        (flags & HELD.CONVICTED) !== 0)
    )
      state = (flags & (CONTESTED_BY | CELL.STATE_OBJECTED)) === 0 ? WORD.MET : WORD.CONTESTED;
  }
  if (admitted || state === WORD.MET || (flags & CELL.LINK_ADMITTED) !== 0)
    return (WORD.MET << 2) | state;
  let link = state;
  if (
    linkLower >= numbers.linkTheta &&
    (((flags >>> LINK_CLUSTERS) & MOST_CLUSTERS) >= numbers.minClusters ||
      (flags & CELL.LINK_CONVICTED) !== 0)
  )
    link = (flags & CONTESTED_BY) === 0 ? WORD.MET : WORD.CONTESTED;
  return (link << 2) | state;
}

/** Reads what is held against a state as a clause with some commission limbs has it. */
export class Holds {
  constructor(private readonly columns: StoreColumns) {}

  /** Number of the opinion on responsibility where claims name limbs. */
  private opinionOf(hold: number, limbs: number): number {
    const { limbRow, limbOpinion } = this.columns;
    return limbOpinion[(limbRow[hold] ?? 0) * 32 + limbs] ?? 0;
  }

  /**
   * Flags of a hold under the commission limbs of a clause: without any there is no responsibility,
   * and where claims name limbs it turns on which of them the clause lists (method.md 1).
   */
  flagsUnder(flags: number, hold: number, limbs: number): number {
    if (limbs === ALL_LIMBS || (limbs !== 0 && (flags & HELD.LIMBED) === 0)) return flags;
    const kept = flags & ~RESPONSIBLE;
    if (limbs === 0) return kept;
    const { opinionBits, opinionClusters } = this.columns;
    const opinion = this.opinionOf(hold, limbs);
    const own = opinionBits[opinion] ?? 0;
    return (
      kept |
      ((own & STATE_CELL.CONVICTED) === 0 ? 0 : HELD.CONVICTED) |
      ((own & STATE_CELL.ADMITTED) === 0 ? 0 : HELD.ADMITTED) |
      (Math.min(MOST_CLUSTERS, opinionClusters[opinion] ?? 0) << CLUSTERS)
    );
  }

  /** Belief in responsibility of a hold under the commission limbs of a clause; `all` is that under all. */
  lowerUnder(flags: number, hold: number, limbs: number, all: number): number {
    if (limbs === ALL_LIMBS || (limbs !== 0 && (flags & HELD.LIMBED) === 0)) return all;
    return limbs === 0 ? 0 : (this.columns.opinionLower[this.opinionOf(hold, limbs)] ?? 0);
  }

  /** Upper end of the same. */
  upperUnder(flags: number, hold: number, limbs: number, all: number): number {
    if (limbs === ALL_LIMBS || (flags & HELD.LIMBED) === 0) return all;
    return this.columns.opinionUpper[this.opinionOf(hold, limbs)] ?? 0;
  }

  /** Both predicates of a hold: the link in the higher two bits, responsibility in the lower two (WORD). */
  words(hold: number, numbers: ClauseNumbers, severity: number): number {
    const { holds, holdFlags } = this.columns;
    const flags = holdFlags[hold] ?? 0;
    const lower = holds[hold * HOLD.SIZE + HOLD.LOWER] ?? 0;
    return words(
      this.flagsUnder(flags, hold, numbers.limbs),
      holds[hold * HOLD.SIZE] ?? 0,
      this.lowerUnder(flags, hold, numbers.limbs, lower),
      numbers,
      severity,
    );
  }
}
