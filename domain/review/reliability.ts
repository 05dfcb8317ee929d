import type { Codes } from './coding';
import { type Alpha, alpha, type Metric, NOMINAL, ORDINAL, SET } from './krippendorff';

/** The two codings of one incident, each as it was handed in, before anything was reconciled. */
export interface CodingPair {
  readonly first: Codes;
  readonly second: Codes;
}

/** How far two analysts agree on one variable, as the method page publishes it (method.md 4, (g)). */
export interface Reliability extends Alpha {
  readonly variable: 'conduct' | 'objects' | 'severity' | 'reliability' | 'credibility';
  readonly metric: string;
}

const measured = <T>(
  variable: Reliability['variable'],
  rows: readonly (readonly (T | null)[])[],
  metric: Metric<T>,
): Reliability => ({ variable, metric: metric.name, ...alpha(rows, metric) });

/** Every claim that either graded is a unit; a claim that one left out is missing there. */
function gradeRows(
  pairs: readonly CodingPair[],
  read: (grade: Codes['grades'][number]) => string,
): (string | null)[][] {
  return pairs.flatMap(({ first, second }) => {
    const claims = new Set([...first.grades, ...second.grades].map(({ claim }) => claim));
    const of = ({ grades }: Codes, claim: string) => {
      const held = grades.find((grade) => grade.claim === claim);
      return held === undefined ? null : read(held);
    };
    return [...claims].map((claim) => [of(first, claim), of(second, claim)]);
  });
}

/**
 * Krippendorff's alpha of every variable that is coded twice. Conduct and object are sets (Jaccard),
 * severity is ordinal, and the two halves of an Admiralty grade are compared as names, since F and 6
 * ("cannot be judged") stand on no scale.
 */
export function reliabilityOf(pairs: readonly CodingPair[]): Reliability[] {
  const both = <T>(read: (codes: Codes) => T): T[][] =>
    pairs.map(({ first, second }) => [read(first), read(second)]);
  return [
    measured<readonly string[]>(
      'conduct',
      both((codes) => codes.conduct),
      SET,
    ),
    measured<readonly string[]>(
      'objects',
      both((codes) => codes.objects),
      SET,
    ),
    measured(
      'severity',
      both((codes) => codes.severity),
      ORDINAL,
    ),
    measured(
      'reliability',
      gradeRows(pairs, (grade) => grade.reliability),
      NOMINAL,
    ),
    measured(
      'credibility',
      gradeRows(pairs, (grade) => String(grade.credibility)),
      NOMINAL,
    ),
  ];
}
