import { countOf, formatNumber } from '@/components/format';
import { VERDICT_ORDER, VERDICT_WORDS } from '@/components/verdict-words';
import type { FindingBin } from '@/domain/standing-view';
import type { Verdict } from '@/domain/verdict';

/** Verdicts that are stacked; what no clause covers is counted in the table only. */
export const STACKED: readonly Verdict[] = VERDICT_ORDER.filter(
  (verdict) => verdict !== 'NOT_COVERED',
);

/** How many findings of each verdict the bins hold; verdicts that do not occur are left out. */
export function totals(
  bins: readonly Pick<FindingBin, 'counts'>[],
): { verdict: Verdict; count: number }[] {
  return STACKED.map((verdict) => ({
    verdict,
    count: bins.reduce((sum, { counts }) => sum + counts[verdict], 0),
  })).filter(({ count }) => count > 0);
}

/** How many findings are stacked in a bin. */
export const sizeOf = ({ counts }: Pick<FindingBin, 'counts'>): number =>
  STACKED.reduce((sum, verdict) => sum + counts[verdict], 0);

/** The verdicts that occur in a bin, the gravest first. */
export const heldIn = ({ counts }: Pick<FindingBin, 'counts'>): Verdict[] =>
  STACKED.filter((verdict) => counts[verdict] > 0);

/** The most findings in one bin. */
export const tallest = (bins: readonly FindingBin[]): number => Math.max(1, ...bins.map(sizeOf));

/** The picture in words. */
export function summary(bins: readonly FindingBin[]): string {
  const drawn = totals(bins);
  const first = bins[0];
  const last = bins.at(-1);
  if (first === undefined || last === undefined || drawn.length === 0)
    return 'No finding falls in the period shown.';
  const all = drawn.reduce((sum, { count }) => sum + count, 0);
  const most = bins.reduce((one, two) => (sizeOf(two) > sizeOf(one) ? two : one), first);
  const words = drawn.map(
    ({ verdict, count }) => `${VERDICT_WORDS[verdict]} ${formatNumber(count)}`,
  );
  return `${countOf(all, 'finding')} from ${first.label} to ${last.label}: ${words.join('; ')}. Most in ${most.label}: ${sizeOf(most)}.`;
}

/** The bins as rows of a CSV file, everything included. */
export function csvOf(bins: readonly FindingBin[]): (string | number | null)[][] {
  return [
    ['period', 'from', 'to', ...VERDICT_ORDER, 'monitored share'],
    ...bins.map(({ label, from, to, counts, monitored }) => [
      ...[label, from, to],
      ...VERDICT_ORDER.map((verdict) => counts[verdict]),
      monitored,
    ]),
  ];
}
