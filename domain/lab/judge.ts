import { severityWeights } from '@/domain/compliance-index';
import { farthestFactor } from '@/domain/finding';
import type { PolicyValues } from '@/domain/policy';
import { ClauseJudge } from './clause-judge';
import type { Day } from './day';
import { DutyClock } from './duty-clock';
import { Holds } from './holds';
import type { ClauseNumbers } from './numbers';

/** Judges the cases of one day: what the judges of its clauses have in common. */
export class Judge {
  readonly holds: Holds;
  /** In milliseconds, and in codes where the day can be counted so; else null. */
  readonly clock: DutyClock;
  readonly codeClock: DutyClock | null;
  readonly values: PolicyValues;
  /** By severity. */
  readonly weights: Float64Array;
  /** Factor m of method.md 4, by what eases or weighs: self-disclosed 1, mitigated 2, obstructed 4. */
  readonly factors: Float64Array;

  constructor(readonly day: Day) {
    const { values } = day.store.policy;
    this.values = values;
    this.holds = new Holds(day.store.columns);
    this.clock = new DutyClock(day, false);
    this.codeClock = DutyClock.countsInCodes(day) ? new DutyClock(day, true) : null;
    this.weights = Float64Array.from(severityWeights(values));
    this.factors = Float64Array.from({ length: 8 }, (_, bits) =>
      farthestFactor([
        ...((bits & 1) === 0 ? [] : [values.selfDisclosedFactor]),
        ...((bits & 2) === 0 ? [] : [values.mitigatedFactor]),
        ...((bits & 4) === 0 ? [] : [values.obstructedFactor]),
      ]),
    );
  }

  /** The judge of one clause with its numbers. */
  under(numbers: ClauseNumbers): ClauseJudge {
    return new ClauseJudge(this, numbers);
  }
}
