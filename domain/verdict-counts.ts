import { VERDICTS, type Verdict } from './verdict';

/** What is counted by its verdict. */
interface Judged {
  readonly verdict: Verdict;
}

const noVerdicts = (): Record<Verdict, number> => ({
  VIOLATION_COMMISSION: 0,
  VIOLATION_OMISSION: 0,
  DISPUTED: 0,
  PENDING: 0,
  DISCHARGED: 0,
  NOT_ATTRIBUTABLE: 0,
  NOT_COVERED: 0,
});

/** Counts by verdict, each verdict named even at zero. */
export function countVerdicts(findings: readonly Judged[]): Record<Verdict, number> {
  const counts = noVerdicts();
  for (const { verdict } of findings) counts[verdict] += 1;
  return counts;
}

/** Counts by verdict of each of some groups; a group without findings is not there. */
export type VerdictCounts<K> = ReadonlyMap<K, Readonly<Record<Verdict, number>>>;

/** Counts of several groups together. */
export function addedUp(
  groups: readonly (Readonly<Record<Verdict, number>> | undefined)[],
): Record<Verdict, number> {
  const sum = noVerdicts();
  for (const counts of groups)
    if (counts !== undefined) for (const verdict of VERDICTS) sum[verdict] += counts[verdict];
  return sum;
}

/** Counts by verdict for each group of findings; a group without any is not there. */
export function countVerdictsBy<F extends Judged, K>(
  findings: readonly F[],
  keyOf: (finding: F) => K,
): Map<K, Record<Verdict, number>> {
  const groups = new Map<K, Record<Verdict, number>>();
  for (const finding of findings) {
    const key = keyOf(finding);
    const known = groups.get(key);
    const counts = known ?? noVerdicts();
    if (known === undefined) groups.set(key, counts);
    counts[finding.verdict] += 1;
  }
  return groups;
}
