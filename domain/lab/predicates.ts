import { CELL } from '@/domain/sweep/bits';
import type { Holds } from './holds';
import type { ClauseNumbers } from './numbers';
import { FACT } from './settled';
import { CLUSTERS, HELD, HOLD, LINK_CLUSTERS, MOST_CLUSTERS, QUANTA, quantum } from './store';

const CONTESTED_BY = CELL.RIVAL | CELL.CONFLICT | CELL.OBJECTED;
const STATE_CONTESTED_BY = CONTESTED_BY | CELL.STATE_OBJECTED;

/** Bits of flags below the clusters, and those of both clusters. */
const FLAG_BITS = LINK_CLUSTERS;
const CLUSTER_BITS = CLUSTERS + 6 - LINK_CLUSTERS;
const FLAG_MASK = (1 << FLAG_BITS) - 1;
const CLUSTER_MASK = (1 << CLUSTER_BITS) - 1;

/** What flags tell, a bit each: the first four as FACT has them, from CONTESTED on. */
const TOLD = {
  LINK_CONVICTED: 16,
  CONVICTED: 32,
  LINK_CORROBORATED: 64,
  CORROBORATED: 128,
  /** Not of the flags: the belief reaches its threshold. */
  LINK_REACHED: 256,
  REACHED: 512,
} as const;
const TOLD_BITS = 10;

const flagsTold = (flags: number, admits: number): number =>
  ((flags & CONTESTED_BY) === 0 ? 0 : FACT.CONTESTED >> 2) |
  ((flags & STATE_CONTESTED_BY) === 0 ? 0 : FACT.STATE_CONTESTED >> 2) |
  ((flags & admits) === 0 ? 0 : FACT.ADMITTED >> 2) |
  ((flags & CELL.LINK_ADMITTED) === 0 ? 0 : FACT.LINK_ADMITTED >> 2) |
  ((flags & CELL.LINK_CONVICTED) === 0 ? 0 : TOLD.LINK_CONVICTED) |
  ((flags & HELD.CONVICTED) === 0 ? 0 : TOLD.CONVICTED);

function factsTold(told: number): number {
  const has = (bit: number): boolean => (told & bit) !== 0;
  const link = has(TOLD.LINK_REACHED) && has(TOLD.LINK_CORROBORATED | TOLD.LINK_CONVICTED);
  const responsible = has(TOLD.REACHED) && has(TOLD.CORROBORATED | TOLD.CONVICTED);
  return (link ? FACT.LINK : 0) | (responsible ? FACT.RESPONSIBLE : 0) | ((told & 15) << 2);
}
const FACTS = Uint8Array.from({ length: 1 << TOLD_BITS }, (_, told) => factsTold(told));

/** Makes a table once for each of some few numbers. */
function tables(make: (number: number) => Uint8Array): (number: number) => Uint8Array {
  const made = new Map<number, Uint8Array>();
  return (number) => {
    const own = made.get(number) ?? make(number);
    made.set(number, own);
    return own;
  };
}

/** By flags below the clusters, under what counts as an admission: what they tell. */
const toldByFlags = tables((admits) =>
  Uint8Array.from({ length: 1 << FLAG_BITS }, (_, flags) => flagsTold(flags, admits)),
);

/** By clusters of the link and of responsibility, under how many are needed: what they tell. */
const toldByClusters = tables((least) =>
  Uint8Array.from(
    { length: 1 << CLUSTER_BITS },
    (_, both) =>
      ((both & MOST_CLUSTERS) >= least ? TOLD.LINK_CORROBORATED : 0) |
      (both >>> (CLUSTERS - LINK_CLUSTERS) >= least ? TOLD.CORROBORATED : 0),
  ),
);

/** Holds, their flags and their beliefs, side by side. */
export interface ManyHolds {
  readonly size: number;
  readonly holds: Uint32Array;
  readonly flags: Int32Array;
  readonly quanta: Int32Array;
  /** Room for the places of those that steps do not tell. */
  readonly close: Uint32Array;
}

/**
 * What is told of that which is held against a state, under the thresholds and limbs of a clause, as
 * FACTs: what both predicates of the method turn on, over packed holds (method.md 2.4).
 */
export class Predicates {
  private holds!: Holds;
  private holdFlags!: Int32Array;
  private holdQuanta!: Int32Array;
  private readonly link: number;
  private readonly responsible: number;
  private readonly byFlags: Uint8Array;
  private readonly byClusters: Uint8Array;
  /** Flags that are read at all, and those that ask for the limbs of the clause. */
  private readonly kept: number;
  private readonly limbed: number;

  constructor(
    holds: Holds,
    private readonly numbers: ClauseNumbers,
  ) {
    const { limbs } = numbers;
    this.sit(holds);
    this.link = quantum(numbers.linkTheta);
    // Without limbs there is no responsibility: a step that no belief reaches.
    this.responsible = limbs === 0 ? QUANTA : quantum(numbers.theta);
    this.byFlags = toldByFlags(HELD.ADMITTED | (numbers.adopts ? CELL.ENDORSED : 0));
    this.byClusters = toldByClusters(numbers.minClusters);
    this.kept = holds.kept(limbs);
    this.limbed = holds.flagsThatTurn(limbs);
  }

  /** Reads other columns from now on. */
  sit(holds: Holds): void {
    this.holds = holds;
    this.holdFlags = holds.columns.holdFlags;
    this.holdQuanta = holds.columns.holdQuanta;
  }

  /** Of a hold. */
  facts(hold: number): number {
    const flags = (this.holdFlags[hold] ?? 0) & this.kept;
    const quanta = this.holdQuanta[hold] ?? 0;
    const link = (quanta >>> 16) - this.link;
    const responsible = (quanta & 0xffff) - this.responsible;
    // Where a belief lies on the very step of its threshold only the numbers themselves tell.
    if (link === 0 || responsible === 0 || (flags & this.limbed) !== 0)
      return this.exactly(hold, flags);
    return this.factsOf(flags, link > 0, responsible > 0);
  }

  private factsOf(flags: number, link: boolean, responsible: boolean): number {
    const told =
      (this.byFlags[flags & FLAG_MASK] ?? 0) |
      (this.byClusters[(flags >>> LINK_CLUSTERS) & CLUSTER_MASK] ?? 0) |
      (link ? TOLD.LINK_REACHED : 0) |
      (responsible ? TOLD.REACHED : 0);
    return FACTS[told] ?? 0;
  }

  private exactly(hold: number, flags: number): number {
    const { holds, numbers } = this;
    const { holds: beliefs } = holds.columns;
    const { limbs, theta, linkTheta } = numbers;
    const all = beliefs[hold * HOLD.SIZE + HOLD.LOWER] ?? 0;
    return this.factsOf(
      holds.flagsUnder(flags, hold, limbs),
      (beliefs[hold * HOLD.SIZE] ?? 0) >= linkTheta,
      limbs !== 0 && holds.lowerUnder(flags, hold, limbs, all) >= theta,
    );
  }

  /** Of many holds, in their order: `facts` one by one, without a branch where steps tell. */
  ofMany({ size, holds, flags: all, quanta, close }: ManyHolds, into: Uint8Array): void {
    const { byFlags, byClusters, kept, limbed, link, responsible } = this;
    const [table, shift, flagMask, clusterMask] = [FACTS, LINK_CLUSTERS, FLAG_MASK, CLUSTER_MASK];
    const [linkReached, reached] = [TOLD.LINK_REACHED, TOLD.REACHED];
    let found = 0;
    for (let at = 0; at < size; at += 1) {
      const flags = (all[at] ?? 0) & kept;
      const beliefs = quanta[at] ?? 0;
      const linkSteps = (beliefs >>> 16) - link;
      const steps = (beliefs & 0xffff) - responsible;
      const told =
        (byFlags[flags & flagMask] ?? 0) |
        (byClusters[(flags >>> shift) & clusterMask] ?? 0) |
        (~(linkSteps >> 31) & linkReached) |
        (~(steps >> 31) & reached);
      into[at] = table[told] ?? 0;
      close[found] = at;
      if (linkSteps === 0 || steps === 0 || (flags & limbed) !== 0) found += 1;
    }
    for (let next = 0; next < found; next += 1) {
      const at = close[next] ?? 0;
      into[at] = this.exactly(holds[at] ?? 0, (all[at] ?? 0) & kept);
    }
  }
}
