import { LIKELIHOODS, type Likelihood } from './claim';
import { POLICY_2026_11, type PolicyValues } from './policy';

/** One ICD 203 word with the range of probabilities it stands for and the one number used for it. */
export interface EstimativeWord {
  readonly word: Likelihood;
  readonly label: string;
  /** Lower edge, which belongs to this word. */
  readonly from: number;
  /** Upper edge, which belongs to the next word up; the last word keeps it. */
  readonly to: number;
  readonly used: number;
}

const RANGES: Readonly<Record<Likelihood, readonly [label: string, from: number, to: number]>> = {
  almost_no_chance: ['almost no chance, remote', 0.01, 0.05],
  very_unlikely: ['very unlikely', 0.05, 0.2],
  unlikely: ['unlikely', 0.2, 0.45],
  roughly_even_chance: ['roughly even chance', 0.45, 0.55],
  likely: ['likely', 0.55, 0.8],
  very_likely: ['very likely', 0.8, 0.95],
  almost_certain: ['almost certain', 0.95, 0.99],
};

/** The table of estimative words for a form, lowest first (method.md 2.1). */
export function estimativeWords(
  policy: Pick<PolicyValues, 'likelihood'> = POLICY_2026_11.values,
): EstimativeWord[] {
  return LIKELIHOODS.map((word) => {
    const [label, from, to] = RANGES[word];
    return { word, label, from, to, used: policy.likelihood[word] };
  });
}

/** `.80 to .95`: a range as the form shows it. */
export function rangeText(word: Likelihood): string {
  const [, from, to] = RANGES[word];
  const figure = (edge: number): string => edge.toFixed(2).replace(/^0/, '');
  return `${figure(from)} to ${figure(to)}`;
}

/**
 * The word for a probability above 0 and below 1; an edge belongs to the higher band. Null for 0, 1
 * and what lies outside: no estimate is certain (method.md 2.1).
 */
export function wordFor(probability: number): Likelihood | null {
  if (!(probability > 0 && probability < 1)) return null;
  const above = LIKELIHOODS.filter((word) => RANGES[word][1] <= probability);
  return above.at(-1) ?? 'almost_no_chance';
}

/** How sure a claim is: a word, or a probability, or neither yet. */
export interface Sureness {
  readonly likelihood?: Likelihood | undefined;
  readonly probability?: number | undefined;
}

/** Whether a claim says "rather not": p below .5, or a word whose range lies below even (method.md 2.4). */
export function isBelowEven({ likelihood, probability }: Sureness): boolean {
  if (probability !== undefined) return probability < 0.5;
  return likelihood !== undefined && RANGES[likelihood][2] <= 0.45;
}
