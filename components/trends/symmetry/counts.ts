import { VERDICT_ORDER } from '@/components/verdict-words';
import type { Verdict } from '@/domain/verdict';

export type Counts = Readonly<Record<Verdict, number>>;

/** Verdicts that are drawn side by side; what no clause covers stays out. */
export const DRAWN: readonly Verdict[] = VERDICT_ORDER.filter(
  (verdict) => verdict !== 'NOT_COVERED',
);

export const sumOf = (counts: Counts): number =>
  DRAWN.reduce((sum, verdict) => sum + counts[verdict], 0);

/** How many of each verdict some sides hold together; those that do not occur are left out. */
export function heldBy(sides: readonly Counts[]): { verdict: Verdict; count: number }[] {
  return DRAWN.map((verdict) => ({
    verdict,
    count: sides.reduce((sum, counts) => sum + counts[verdict], 0),
  })).filter(({ count }) => count > 0);
}
