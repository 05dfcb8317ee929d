import { type Case, findingOf, judge } from '@/domain/finding';
import { judgementVariants, type VariantKind } from './variants';

export const ROBUSTNESS_WORDS = ['ROBUST', 'SENSITIVE', 'FRAGILE'] as const;
export type RobustnessWord = (typeof ROBUSTNESS_WORDS)[number];

/** A small change of the record after which the verdict would be another. */
export interface Flip {
  readonly kind: Exclude<VariantKind, 'threshold'>;
  /** Such as `c1`, `c1 A to B`, `c2 2 to 3`, `K1 + K2`. */
  readonly change: string;
  readonly verdict: string;
}

export interface Robustness {
  readonly word: RobustnessWord;
  readonly flips: readonly Flip[];
}

/** The word that flips of single judgements give a verdict. */
export function robustnessWord(flips: readonly Pick<Flip, 'kind'>[]): RobustnessWord {
  if (flips.length >= 3 || flips.some(({ kind }) => kind === 'without_claim')) return 'FRAGILE';
  return flips.length === 0 ? 'ROBUST' : 'SENSITIVE';
}

/**
 * How much the verdict of a case hangs on single judgements (method.md 5, "Robustness of a verdict",
 * ii to iv): every live claim left out, every Admiralty grade one step up and down, any two clusters
 * merged. A flip is a change of verdict. ROBUST: none; SENSITIVE: one or two; FRAGILE: three or more,
 * or any by leaving out a claim.
 */
export function robustness(at: Case): Robustness {
  const { verdict } = findingOf(judge(at));
  const flips = judgementVariants(at).flatMap(({ kind, change, at: varied }): Flip[] => {
    const other = findingOf(judge(varied)).verdict;
    return other === verdict || kind === 'threshold' ? [] : [{ kind, change, verdict: other }];
  });
  return { word: robustnessWord(flips), flips };
}
