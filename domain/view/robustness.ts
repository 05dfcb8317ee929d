import { z } from 'zod';
import { isViolation, severityWeight } from '@/domain/compliance-index';
import type { RobustnessWord } from '@/domain/review/robustness';
import {
  countWords,
  robustnessSentence,
  type Swing,
  type Tornado,
  tornado,
  tornadoSentence,
} from '@/domain/review/tornado';
import type { ShownFinding } from '@/domain/standing-shape';
import type { StandingFilter } from '@/domain/standing-view';
import { behindOf, type IncidentRef } from './incident-ref';
import { TEXT_ONLY, type TrendsHead, trendsHead } from './overview';
import type { World } from './world';

export const robustnessParameters = z.strictObject({});

/** A violation found and what it hangs on; of its swings the largest are sent. */
export interface TestedFinding extends Omit<Tornado, 'swings'> {
  readonly incident: IncidentRef;
  readonly clause: string;
  readonly accused: string;
  readonly swings: readonly Swing[];
  /** What the clause asks for in the question the verdict turns on. */
  readonly threshold: number;
  /** Changes of a single judgement that make the verdict another. */
  readonly flips: number;
  readonly said: string;
}

/** How many findings hang on a single judgement, and on which. */
export interface RobustnessAnswer extends TrendsHead {
  readonly counts: Readonly<Record<RobustnessWord, number>>;
  readonly tested: readonly TestedFinding[];
  /** Violations found under the filter; more than are tested where there are many. */
  readonly found: number;
}

/** Most findings tested at once, the weightiest first, and most swings sent of each. */
export const TEST_LIMIT = 60;
export const SWING_LIMIT = 14;

function tested({ sweep, pact, setting }: World, finding: ShownFinding): TestedFinding[] {
  const place = sweep.incident[finding.row] ?? -1;
  const incident = sweep.columns.incidents[place];
  const clause = pact.clauses.find(({ id }) => id === finding.clause);
  const [ref] = behindOf(sweep.columns, [place]).refs;
  if (incident === undefined || clause === undefined || ref === undefined) return [];
  const { accused } = finding;
  const told = tornado({ incident, pact, clause, accused, setting });
  return [
    {
      ...told,
      ...{ incident: ref, clause: clause.id, accused, said: tornadoSentence(told) },
      threshold: clause.theta[told.question],
      swings: told.swings.slice(0, SWING_LIMIT),
      flips: told.swings.filter(({ flips, kind }) => flips && kind !== 'threshold').length,
    },
  ];
}

/** What the violations found hang on (method.md 5, "Robustness of a verdict"). */
export function shapeRobustness(world: World, filter: StandingFilter): RobustnessAnswer {
  const { pact, setting } = world;
  const policy = setting.policy.values;
  const weight = ({ b, m, severity }: ShownFinding): number =>
    b * m * severityWeight(severity, policy);
  const found = pact.referenceOnly
    ? []
    : world.select(filter).counted.filter(({ verdict }) => isViolation(verdict));
  const weighty = [...found].sort(
    (one, two) => weight(two) - weight(one) || (one.incident < two.incident ? -1 : 1),
  );
  const list = weighty.slice(0, TEST_LIMIT).flatMap((finding) => tested(world, finding));
  const counts = countWords(list.map(({ word }) => word));
  const more =
    found.length > list.length ? ` Of ${found.length} found, the weightiest are tested.` : '';
  return {
    ...trendsHead(world, filter),
    caveat: 'One judgement is changed at a time: what two changes together would do is not tried.',
    headline: pact.referenceOnly ? TEXT_ONLY : `${robustnessSentence(counts)}${more}`,
    ...{ counts, tested: list, found: found.length },
  };
}
