import { questionOf } from '@/domain/confidence';
import { type Case, findingOf, type Judgement, judge } from '@/domain/finding';
import { listed } from '@/domain/trend/wording';
import type { Verdict } from '@/domain/verdict';
import { ROBUSTNESS_WORDS, type RobustnessWord, robustnessWord } from './robustness';
import { swingWords } from './swing-words';
import { judgementVariants, thresholdVariants, type VariantKind } from './variants';

/** One changed judgement or threshold and what it makes of the belief and the verdict. */
export interface Swing {
  readonly kind: VariantKind;
  readonly change: string;
  /** Belief after the change, and by how much it differs, in the question of the verdict. */
  readonly b: number;
  readonly difference: number;
  readonly verdict: Verdict;
  /** The verdict is another one. */
  readonly flips: boolean;
}

/** What a finding hangs on, the largest swing first. */
export interface Tornado {
  readonly verdict: Verdict;
  /** The question the verdict turns on, and the belief in it. */
  readonly question: 'link' | 'state';
  readonly b: number;
  readonly word: RobustnessWord;
  /** Changes that move the belief or the verdict; of all tried, the others do neither. */
  readonly swings: readonly Swing[];
  readonly tried: number;
}

const beliefIn = ({ predicates }: Judgement, question: Tornado['question']): number =>
  predicates[question].lower;

/**
 * The tornado of a case (method.md 5, "Robustness of a verdict", i to iv): each change alone, flips
 * before others, then by how far the belief moves. The word rests on single judgements (ii to iv)
 * and not on the grid of thresholds.
 */
export function tornado(at: Case): Tornado {
  const judged = judge(at);
  const { verdict, rule } = findingOf(judged);
  const question = questionOf({ rule });
  const b = beliefIn(judged, question);
  const variants = [...judgementVariants(at), ...thresholdVariants(at)];
  const swings = variants.map(({ kind, change, at: varied }): Swing => {
    const other = judge(varied);
    const belief = beliefIn(other, question);
    const outcome = findingOf(other).verdict;
    const difference = belief - b;
    return { kind, change, b: belief, difference, verdict: outcome, flips: outcome !== verdict };
  });
  const flipped = swings.flatMap(({ kind, flips }) =>
    flips && kind !== 'threshold' ? [{ kind }] : [],
  );
  return {
    ...{ verdict, question, b, tried: swings.length },
    word: robustnessWord(flipped),
    swings: swings
      .filter(({ flips, difference }) => flips || Math.abs(difference) > 1e-9)
      .sort(
        (one, two) =>
          Number(two.flips) - Number(one.flips) ||
          Math.abs(two.difference) - Math.abs(one.difference) ||
          (one.change < two.change ? -1 : 1),
      ),
  };
}

/** How many of some findings bear each word. */
export function countWords(words: readonly RobustnessWord[]): Record<RobustnessWord, number> {
  const counts: Record<RobustnessWord, number> = { ROBUST: 0, SENSITIVE: 0, FRAGILE: 0 };
  for (const word of words) counts[word] += 1;
  return counts;
}

/** `Of 7 violations found, 3 robust, 2 sensitive and 2 fragile.` */
export function robustnessSentence(counts: Readonly<Record<RobustnessWord, number>>): string {
  const all = ROBUSTNESS_WORDS.reduce((sum, word) => sum + counts[word], 0);
  if (all === 0) return 'No violation is found, so nothing is tested for robustness.';
  const told = ROBUSTNESS_WORDS.map((word) => `${counts[word] || 'none'} ${word.toLowerCase()}`);
  return `Of ${all} ${all === 1 ? 'violation' : 'violations'} found, ${listed(told)}.`;
}

/** What a finding hangs on, in words. */
export function tornadoSentence({ word, swings, tried, b, question }: Tornado): string {
  const flips = swings.filter(({ flips, kind }) => flips && kind !== 'threshold');
  const [largest] = swings;
  const kind = word.toLowerCase();
  const of = question === 'link' ? 'a link' : 'responsibility of the state';
  const change =
    flips.length === 0
      ? `none of ${tried} changes tried, other thresholds aside, makes the verdict another`
      : `${flips.length} of ${tried} changes tried ${flips.length === 1 ? 'makes' : 'make'} the verdict another, other thresholds aside`;
  const most =
    largest === undefined
      ? ''
      : `; the largest, ${swingWords(largest)}, leads to a belief of ${largest.b.toFixed(2)}`;
  return `This finding is ${kind}: at a belief in ${of} of ${b.toFixed(2)}, ${change}${most}.`;
}
