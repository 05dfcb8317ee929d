import { STATE_CELL } from '@/domain/sweep/bits';
import { COMMISSION_LIMBS } from '@/domain/vocabulary';
import { CLUSTERS, HELD, MOST_CLUSTERS, type StoreColumns } from './store';

/** Flags of responsibility. */
const RESPONSIBLE = HELD.CONVICTED | HELD.ADMITTED | (MOST_CLUSTERS << CLUSTERS);
const ALL_LIMBS = 2 ** COMMISSION_LIMBS.length - 1;

/** Reads what is held against a state as a clause with some commission limbs has it. */
export class Holds {
  constructor(readonly columns: StoreColumns) {}

  /**
   * Whether responsibility is another under the commission limbs of a clause than under all: without
   * any there is none, and where claims name limbs it turns on which the clause lists (method.md 1).
   */
  turnsOnLimbs(flags: number, limbs: number): boolean {
    return limbs !== ALL_LIMBS && (limbs === 0 || (flags & HELD.LIMBED) !== 0);
  }

  /** Flags of a hold any of which asks for the limbs of a clause. */
  flagsThatTurn(limbs: number): number {
    return limbs === ALL_LIMBS || limbs === 0 ? 0 : HELD.LIMBED;
  }

  /** Flags of a hold that a clause with some limbs reads at all. */
  kept(limbs: number): number {
    return limbs === 0 ? ~RESPONSIBLE : ~0;
  }

  /** Number of the opinion on responsibility where claims name limbs. */
  private opinionOf(hold: number, limbs: number): number {
    const { limbRow, limbOpinion } = this.columns;
    return limbOpinion[(limbRow[hold] ?? 0) * 32 + limbs] ?? 0;
  }

  /** Flags of a hold under the commission limbs of a clause. */
  flagsUnder(flags: number, hold: number, limbs: number): number {
    if (!this.turnsOnLimbs(flags, limbs)) return flags;
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
    if (!this.turnsOnLimbs(flags, limbs)) return all;
    return limbs === 0 ? 0 : (this.columns.opinionLower[this.opinionOf(hold, limbs)] ?? 0);
  }

  /** Upper end of the same. */
  upperUnder(flags: number, hold: number, limbs: number, all: number): number {
    if (limbs === ALL_LIMBS || (flags & HELD.LIMBED) === 0) return all;
    return this.columns.opinionUpper[this.opinionOf(hold, limbs)] ?? 0;
  }
}
