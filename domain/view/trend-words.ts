import type { ViewHead } from '@/domain/standing-view';
import { counted } from '@/domain/trend/wording';
import type { Measure } from './measure';

/** What is counted, in words. */
export const MEASURED: Readonly<Record<Measure, { readonly one: string; readonly many: string }>> =
  {
    violations: { one: 'violation', many: 'violations' },
    covered: { one: 'covered incident', many: 'covered incidents' },
  };

interface Told {
  readonly label: string;
  readonly n: number;
  /** Whether anybody is on record as having looked. */
  readonly watched: boolean;
}

/** The answer in one sentence: how many, and when most of them. */
export function trendHeadline(
  { pact }: Pick<ViewHead, 'pact'>,
  measure: Measure,
  bins: readonly Told[],
): string {
  if (pact.referenceOnly) return 'This pact is kept for its text: nothing is counted under it.';
  if (pact.inForce === null) return 'This pact was never in force: nothing is counted under it.';
  const hypothetical = pact.kind === 'hypothetical';
  const { one, many } = MEASURED[measure];
  const total = bins.reduce((sum, { n }) => sum + n, 0);
  const would = hypothetical ? 'would have been' : total === 1 ? 'was' : 'were';
  const found = measure === 'violations' ? 'found' : 'on record';
  if (total === 0) return `No ${one} ${hypothetical ? would : 'was'} ${found} in this period.`;
  const most = bins.reduce((best, bin) => (bin.n > best.n ? bin : best));
  const gaps = bins.filter(({ watched }) => !watched).length;
  const blind =
    gaps === 0
      ? ''
      : gaps === bins.length
        ? ' Nobody recorded how much was looked: fewer may mean less looking.'
        : ` For ${gaps} of ${bins.length} periods nobody is on record as having looked.`;
  const alone = bins.filter(({ n }) => n === most.n).length === 1;
  const when =
    bins.length > 1 && alone && most.n > 1 ? `, most of them (${most.n}) in ${most.label}` : '';
  return `${counted(total, one, many)} ${would} ${found}${when}.${blind}`;
}
