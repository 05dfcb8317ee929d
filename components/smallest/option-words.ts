import { countOf, formatNumber } from '@/components/format';
import { VERDICT_WORDS } from '@/components/verdict-words';
import type { Option, Smallest } from '@/domain/lab/smallest/smallest';

/** "2 % of its range" in words; of two numbers the sum of both. */
export const distanceWords = ({ distance }: Pick<Option, 'distance'>): string =>
  formatNumber(distance * 100, distance < 0.1 ? 1 : 0);

/** What the chosen findings become. */
export function becomesWords({ becomes }: Pick<Option, 'becomes'>): string {
  const counts = new Map<string, number>();
  for (const verdict of becomes) counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
  return [...new Set(becomes)]
    .map((verdict) => `${counts.get(verdict)} ${VERDICT_WORDS[verdict].toLowerCase()}`)
    .join(', ');
}

/** What else turns, by verdict before and after. */
export function besideWords({ collateral }: Pick<Option, 'collateral'>): string {
  if (collateral.count === 0) return 'nothing else turns';
  return collateral.turned
    .map(({ from, to, count }) => `${count} ${VERDICT_WORDS[from]} → ${VERDICT_WORDS[to]}`)
    .join('; ');
}

const doneWords = (want: Smallest['want']): string => (want === 'clear' ? 'clears' : 'catches');

/** The answer in one or two sentences. */
export function answerWords({ want, targets, options, stopped, trials }: Smallest): string {
  const all = options.filter(({ achieved }) => achieved === targets.length);
  const chosen = targets.length === 1 ? 'the finding' : `all ${targets.length} findings`;
  const bounds = stopped
    ? ` The search stopped after ${trials} trials: a smaller change of two numbers may exist.`
    : '';
  const [least] = all;
  if (least === undefined)
    return `No change of one or two numbers within their ranges ${doneWords(want)} ${chosen}.${
      options.length === 0 ? '' : ' Some of them it does.'
    }${bounds}`;
  const beside =
    least.collateral.count === 0
      ? 'and turns nothing else'
      : `and turns ${countOf(least.collateral.count, 'other finding')}`;
  const kind =
    least.numbers === 1
      ? 'The least change of one number'
      : 'No single number does it; the least change of two that was found';
  return `${kind} that ${doneWords(want)} ${chosen}: ${least.words.join(' and ')}, ${beside}.${bounds}`;
}
