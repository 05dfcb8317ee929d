import type { RobustnessWord } from '@/domain/review/robustness';

/** The words from the firmest down, with what they mean and how they fill. */
export const WORDS: readonly {
  readonly word: RobustnessWord;
  readonly label: string;
  readonly meaning: string;
  readonly fill: string;
}[] = [
  {
    word: 'ROBUST',
    label: 'Robust',
    meaning: 'no single change makes the verdict another',
    fill: 'var(--accent)',
  },
  {
    word: 'SENSITIVE',
    label: 'Sensitive',
    meaning: 'one or two changes of grade or cluster would',
    fill: 'url(#fill-sensitive)',
  },
  {
    word: 'FRAGILE',
    label: 'Fragile',
    meaning: 'one claim left out, or three small changes, would',
    fill: 'url(#fill-fragile)',
  },
];

export const labelOf = (word: RobustnessWord): string =>
  WORDS.find((one) => one.word === word)?.label ?? word;

/** Hatching of the words; once on the page. */
export function WordPatterns() {
  return (
    <svg width="0" height="0" style={{ position: 'absolute' }} aria-hidden="true">
      <defs>
        <pattern
          id="fill-sensitive"
          width="6"
          height="6"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect width="6" height="6" style={{ fill: 'var(--paper)' }} />
          <rect width="2" height="6" style={{ fill: 'var(--accent)' }} />
        </pattern>
        <pattern id="fill-fragile" width="6" height="6" patternUnits="userSpaceOnUse">
          <rect width="6" height="6" style={{ fill: 'var(--paper)' }} />
          <path
            d="M0 0L6 6M6 0L0 6"
            style={{ stroke: 'var(--commission)', strokeWidth: 1.2, fill: 'none' }}
          />
        </pattern>
      </defs>
    </svg>
  );
}
