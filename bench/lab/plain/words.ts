import type { Held } from '@/bench/lab/rows';
import type { Opinion } from '@/domain/attribution';
import type { Word } from '@/domain/verdict';
import type { PlainClause } from './clause';

type Met = Word<'link'>;

function wordOf(opinion: Opinion, theta: number, minClusters: number, contested: boolean): Met {
  if (opinion.lower < theta) return 'unmet';
  if (opinion.clusters < minClusters && !opinion.convicted) return 'unmet';
  return contested ? 'contested' : 'met';
}

/** Whether the state itself is responsible (method.md 2.4). */
export function stateWord({ clause, commits }: PlainClause, held: Held, severity: number): Met {
  if (!commits || severity < clause.minSeverity.commission) return 'unmet';
  if (held.stateAdmitted) return 'met';
  const { state, minClusters } = clause.theta;
  return wordOf(held.state, state, minClusters, held.stateContested);
}

/** Whether the act is linked to the state, raised to responsibility (method.md 2.4). */
export function linkWord(plain: PlainClause, held: Held, state: Met): Met {
  if (held.linkAdmitted || state === 'met') return 'met';
  const { link, minClusters } = plain.clause.theta;
  const own = wordOf(held.link, link, minClusters, held.linkContested);
  return own === 'unmet' ? state : own;
}

/** The interval that the index reads (method.md 4): of responsibility, or of the link. */
export function intervalOf(
  { commits }: PlainClause,
  held: Held,
  ofState: boolean,
  admission: number,
): { readonly b: number; readonly u: number } {
  const opinion = ofState ? held.state : held.link;
  const admitted = (commits && held.stateAdmitted) || (!ofState && held.linkAdmitted);
  const b = admitted ? Math.max(opinion.lower, admission) : opinion.lower;
  return { b, u: (admitted ? Math.max(opinion.upper, b) : opinion.upper) - b };
}
