import { CELL } from '@/domain/sweep/bits';
import type { Batch } from './batch';
import { anyBit, placeOf } from './bit';
import type { Judge } from './judge';
import type { ClauseNumbers } from './numbers';
import { ruleAt } from './rules';
import { LATE, LINKED, ruleIn } from './settled';
import { HELD, HOLD, MARK } from './store';

const R0 = ruleAt('R0');
const R4 = ruleAt('R4');
const R7 = ruleAt('R7');
const R14 = ruleAt('R14');

/** The units of a contribution to V: whole numbers add up to the same in any order. */
export const UNIT = 2 ** 20;
const inUnits = (value: number): number => Math.floor(value * UNIT + 0.5);

/** Where the outcomes of a batch are: the first of them, and how many places each other is after the one before. */
export interface Written {
  readonly outcomes: Uint8Array;
  readonly first: number;
  readonly step: number;
}

/** What an outcome weighs by, a bit each. */
const WEIGHT = { OF_STATE: 1, FOUND: 2, IN_BAND: 4, OF_ACT: 8, LATE: 16 } as const;
const WEIGHTS = Uint8Array.from({ length: 64 }, (_, outcome) => {
  const rule = ruleIn(outcome);
  const inBand = rule !== R0 || (outcome & LINKED) !== 0;
  return (
    (rule === R4 || rule === R7 ? WEIGHT.OF_STATE : 0) |
    (rule === R4 || rule === R14 ? WEIGHT.FOUND : 0) |
    (inBand ? WEIGHT.IN_BAND : 0) |
    (rule === R4 ? WEIGHT.OF_ACT : 0) |
    ((outcome & LATE) !== 0 ? WEIGHT.LATE : 0)
  );
});

/** Places of those bits, and of what eases or weighs among the marks of a case and the flags of what is held. */
const PLACE = {
  FOUND: placeOf(WEIGHT.FOUND),
  IN_BAND: placeOf(WEIGHT.IN_BAND),
  OF_ACT: placeOf(WEIGHT.OF_ACT),
  LATE: placeOf(WEIGHT.LATE),
  DISCLOSED: placeOf(MARK.SELF_DISCLOSED),
  MITIGATED: placeOf(CELL.MITIGATED),
  OBSTRUCTED: placeOf(CELL.OBSTRUCTED),
} as const;

/** Weighs outcomes of the cases of one day under one clause (method.md 4). */
export class Weighing {
  private judge!: Judge;
  private hold!: Uint32Array;
  private flags!: Int32Array;
  private marks!: Uint32Array;
  private beliefs!: Float64Array;
  /** Flags that admit responsibility, and those that admit the link. */
  private readonly admits: number;
  private readonly admitsLink: number;

  constructor(
    judge: Judge,
    private readonly numbers: ClauseNumbers,
  ) {
    this.admits = HELD.ADMITTED | (numbers.adopts ? CELL.ENDORSED : 0);
    this.admitsLink = this.admits | CELL.LINK_ADMITTED;
    this.sit(judge);
  }

  /** Weighs the cases of another day from now on. */
  sit(judge: Judge): void {
    const { hold, flags, store } = judge.day;
    this.judge = judge;
    this.hold = hold;
    this.flags = flags;
    this.marks = store.columns.caseMarks;
    this.beliefs = store.columns.holds;
  }

  /** Factor m of method.md 4; 1 unless the rule finds a violation. */
  private factor(at: number, flags: number, sort: number): number {
    if ((sort & WEIGHT.FOUND) === 0) return 1;
    const mitigated =
      (sort & WEIGHT.LATE) !== 0 ||
      ((sort & WEIGHT.OF_ACT) !== 0 && (flags & CELL.MITIGATED) !== 0);
    return (
      this.judge.factors[
        (((this.marks[at] ?? 0) & MARK.SELF_DISCLOSED) !== 0 ? 1 : 0) |
          (mitigated ? 2 : 0) |
          ((flags & CELL.OBSTRUCTED) !== 0 ? 4 : 0)
      ] ?? 1
    );
  }

  /** Of the case last weighed: lower end of the interval, 0 to 1; how much wider the upper is; factor m. */
  b = 0;
  u = 0;
  m = 1;

  /** What the last case weighed adds to V_low and V_high, in units, and its p * w * m, unrounded. */
  low = 0;
  high = 0;
  weight = 0;

  /** Weighs an outcome that may count: a violation, or a case pending or disputed (method.md 4). */
  weigh(at: number, severity: number, outcome: number): void {
    const hold = this.hold[at] ?? 0;
    const first = hold * HOLD.SIZE + ((WEIGHTS[outcome] ?? 0) & WEIGHT.OF_STATE) * HOLD.LOWER;
    const { beliefs } = this;
    const flags = this.flags[at] ?? 0;
    this.weighHeld(
      at,
      hold,
      flags,
      severity,
      outcome,
      beliefs[first] ?? 0,
      beliefs[first + 1] ?? 0,
    );
  }

  /** Weighs the outcomes of some places of a batch: what each adds lies in it, in their order. */
  weighBatch(
    batch: Batch,
    places: Uint32Array,
    size: number,
    severity: number,
    { outcomes, first, step }: Written,
  ): void {
    const { cases, holds, low, high, weight } = batch;
    const { beliefs } = this;
    const [sorts, ofState, width, apart] = [WEIGHTS, WEIGHT.OF_STATE, HOLD.SIZE, HOLD.LOWER];
    // First what is held in all of them, so that it is fetched at the same time.
    for (let at = 0; at < size; at += 1) {
      const place = places[at] ?? 0;
      const sort = sorts[outcomes[first + place * step] ?? 0] ?? 0;
      const row = (holds[place] ?? 0) * width + (sort & ofState) * apart;
      low[at] = beliefs[row] ?? 0;
      high[at] = beliefs[row + 1] ?? 0;
    }
    const turned = this.weighPlain(batch, places, size, severity, { outcomes, first, step });
    for (let next = 0; next < turned; next += 1) {
      const at = batch.turned[next] ?? 0;
      const place = places[at] ?? 0;
      this.weigh(cases[place] ?? 0, severity, outcomes[first + place * step] ?? 0);
      low[at] = this.low;
      high[at] = this.high;
      weight[at] = this.weight;
    }
  }

  /**
   * What those of a batch weigh whose interval under all limbs lies in it: `weighHeld` without a branch.
   * Where responsibility turns on limbs they are told apart, in its `turned`; tells how many.
   */
  private weighPlain(
    { cases, flags, low, high, weight, turned }: Batch,
    places: Uint32Array,
    size: number,
    severity: number,
    { outcomes, first, step }: Written,
  ): number {
    const { admits, admitsLink, marks, judge } = this;
    const { holds, values } = judge;
    const { admissionBelief } = values;
    const { limbs } = this.numbers;
    const [sorts, unit, factors] = [WEIGHTS, UNIT, judge.factors];
    const own = judge.weights[severity] ?? 0;
    const kept = holds.kept(limbs);
    const turning = holds.turnsOnLimbs(HELD.LIMBED, limbs) ? HELD.LIMBED : 0;
    // Without limbs there is no belief in responsibility.
    const none = limbs === 0 ? 1 : 0;
    const { FOUND: isFound, IN_BAND: inBand, OF_ACT: ofAct, LATE: late } = PLACE;
    const { DISCLOSED: disclosed, MITIGATED: mitigated, OBSTRUCTED: obstructed } = PLACE;
    const state = WEIGHT.OF_STATE;
    let found = 0;
    for (let at = 0; at < size; at += 1) {
      const place = places[at] ?? 0;
      const sort = sorts[outcomes[first + place * step] ?? 0] ?? 0;
      const all = flags[place] ?? 0;
      const ofState = sort & state;
      const admission = all & kept & (admits | (admitsLink & (ofState - 1)));
      const admitted = anyBit(admission);
      const lower = Math.max((low[at] ?? 0) * (1 - (ofState & none)), admissionBelief * admitted);
      const upper = lower + (Math.max(high[at] ?? 0, lower * admitted) - lower);
      const counts = (sort >> isFound) & 1;
      const eased = ((sort >> late) | ((sort >> ofAct) & (all >> mitigated))) & 1;
      const factor =
        factors[
          -counts &
            ((((marks[cases[place] ?? 0] ?? 0) >>> disclosed) & 1) |
              (eased << 1) |
              (((all >> obstructed) & 1) << 2))
        ] ?? 1;
      weight[at] = lower * factor * own;
      low[at] = Math.floor(lower * own * factor * unit + 0.5) * counts;
      high[at] = Math.floor(upper * own * factor * unit + 0.5) * ((sort >> inBand) & 1);
      turned[found] = at;
      found += anyBit(all & turning);
    }
    return found;
  }

  /** `lowOfAll` and `topOfAll`: the interval that is held under all limbs, of responsibility or of the link as the rule has it. */
  private weighHeld(
    at: number,
    hold: number,
    all: number,
    severity: number,
    outcome: number,
    lowOfAll: number,
    topOfAll: number,
  ): void {
    const { judge } = this;
    const { holds } = judge;
    let [low, top] = [lowOfAll, topOfAll];
    const { limbs } = this.numbers;
    const sort = WEIGHTS[outcome] ?? 0;
    const ofState = (sort & WEIGHT.OF_STATE) !== 0;
    let flags = all;
    if (holds.turnsOnLimbs(all, limbs)) {
      flags = holds.flagsUnder(all, hold, limbs);
      if (ofState) {
        low = holds.lowerUnder(all, hold, limbs, low);
        top = holds.upperUnder(all, hold, limbs, top);
      }
    }
    const admitted = (flags & (ofState ? this.admits : this.admitsLink)) !== 0;
    const lower = admitted ? Math.max(low, judge.values.admissionBelief) : low;
    const width = (admitted ? Math.max(top, lower) : top) - lower;
    const weight = judge.weights[severity] ?? 0;
    const factor = this.factor(at, all, sort);
    // Belief plus width, as a finding says it.
    const upper = lower + width;
    this.b = lower;
    this.u = width;
    this.m = factor;
    this.weight = lower * factor * weight;
    this.low = (sort & WEIGHT.FOUND) !== 0 ? inUnits(lower * weight * factor) : 0;
    this.high = (sort & WEIGHT.IN_BAND) !== 0 ? inUnits(upper * weight * factor) : 0;
  }
}
