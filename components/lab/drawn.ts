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

/** The parties to draw: those of which most is found in the text or in the variant, in the order of the pact. */
export function drawnParties(before: readonly LabLine[], after: readonly LabLine[]): string[] {
  const weight = (party: string): number =>
    [...before, ...after]
      .filter((line) => line.party === party)
      .reduce((sum, { counts }) => sum + stackedIn(counts), 0);
  const all = before.map(({ party }) => ({ party, found: weight(party) }));
  const most = [...all].sort((one, two) => two.found - one.found).slice(0, DRAWN);
  return all.map(({ party }) => party).filter((code) => most.some(({ party }) => party === code));
}

/** "+3", "−2", or nothing where nothing changes. */
export const deltaWords = (delta: number): string =>
  delta === 0 ? '' : delta > 0 ? `+${delta}` : `−${-delta}`;
