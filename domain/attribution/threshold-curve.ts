import { isViolation } from '@/domain/compliance-index';
import type { Sweep } from '@/domain/sweep/sheet';
import { RULES } from '@/domain/verdict';
import { beliefAt } from './belief';

/** How many cases count at one threshold of evidence. */
export interface ThresholdPoint {
  /** 0 to 1. */
  readonly theta: number;
  /** Linked, and responsible, with belief at or above it and corroborated. */
  readonly linked: number;
  readonly responsible: number;
  /** Violations found that would stand if their belief had to reach it too. */
  readonly found: number;
}

const STEPS = 100;
const FOUND = RULES.map(({ verdict }) => isViolation(verdict));

/** The last step a belief reaches; an admission counts whatever is asked. */
const reach = (belief: number, admitted: boolean): number =>
  admitted ? STEPS : Math.min(STEPS, Math.floor(belief * STEPS + 1e-9));

/**
 * What counts at each threshold from 0 to 1 (method.md 2.4, "Predicates"): the slider of the charts.
 * Rows are those that count, one per incident and accused. No count rises with the threshold.
 */
export function thresholdCurve(sweep: Sweep, rows: ArrayLike<number>): ThresholdPoint[] {
  const tally = { linked: new Int32Array(STEPS + 1), responsible: new Int32Array(STEPS + 1) };
  const found = new Int32Array(STEPS + 1);
  const add = (list: Int32Array, step: number): void => {
    list[step] = (list[step] ?? 0) + 1;
  };
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at] ?? -1;
    const belief = beliefAt(sweep, row);
    if (belief.linkHeld) add(tally.linked, reach(belief.link, belief.linkAdmitted));
    if (belief.stateHeld) add(tally.responsible, reach(belief.state, belief.stateAdmitted));
    if (FOUND[sweep.rule[row] ?? -1] === true) add(found, reach(sweep.b[row] ?? 0, false));
  }
  const points: ThresholdPoint[] = [];
  let [linked, responsible, standing] = [0, 0, 0];
  for (let step = STEPS; step >= 0; step -= 1) {
    linked += tally.linked[step] ?? 0;
    responsible += tally.responsible[step] ?? 0;
    standing += found[step] ?? 0;
    points.push({ theta: step / STEPS, linked, responsible, found: standing });
  }
  return points.reverse();
}
