import { VERDICT_ORDER } from '@/components/verdict-words';
import type { LabLine } from '@/domain/lab/figures';
import type { Verdict } from '@/domain/verdict';

/** The verdicts that pictures stack; what is not attributable or not covered stands in the tables. */
export const STACKED: readonly Verdict[] = VERDICT_ORDER.slice(0, 5);

/** Places of a flat list of counts by verdict. */
export const WIDE = VERDICT_ORDER.length;

/** Parties drawn at once. */
export const DRAWN = 4;

export const stackedIn = (counts: Readonly<Record<Verdict, number>>): number =>
  STACKED.reduce((sum, verdict) => sum + counts[verdict], 0);

/** The parties to draw: those of which most is found in the text, in the order of the pact. */
export function drawnParties(lines: readonly LabLine[]): string[] {
  const most = [...lines]
    .sort((one, two) => stackedIn(two.counts) - stackedIn(one.counts))
    .slice(0, DRAWN)
    .map(({ party }) => party);
  return lines.map(({ party }) => party).filter((party) => most.includes(party));
}

/** "+3", "−2", or nothing where nothing changes. */
export const deltaWords = (delta: number): string =>
  delta === 0 ? '' : delta > 0 ? `+${delta}` : `−${-delta}`;
