import { type Finding, findingOf, type Judgement } from './finding';
import { clockSteps } from './trace-clock';
import { coverageSteps } from './trace-coverage';
import { dutyStep, occurrenceStep, predicateStep } from './trace-predicate';
import { sentence } from './trace-sentence';
import type { TraceStep } from './trace-step';

export type { TraceInput, TraceStep } from './trace-step';

/** A finding with every predicate that was asked on the way, for violations and for what is not one. */
export interface Explanation {
  readonly finding: Finding;
  readonly sentence: string;
  readonly steps: readonly TraceStep[];
}

/** The explaining path: one judged case with every predicate, passed or failed, and its inputs. */
export function explain(judgement: Judgement): Explanation {
  const finding = findingOf(judgement);
  return {
    finding,
    sentence: sentence(judgement, finding),
    steps: [
      ...coverageSteps(judgement),
      occurrenceStep(judgement),
      predicateStep(judgement, 'link'),
      predicateStep(judgement, 'state'),
      dutyStep(judgement),
      ...clockSteps(judgement),
    ],
  };
}
