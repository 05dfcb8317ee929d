import type { ReactNode } from 'react';
import type { Verdict } from '@/domain/verdict';
import classes from './verdict-mark.module.css';
import { VERDICT_COLOURS, VERDICT_WORDS } from './verdict-words';

interface Props {
  readonly verdict: Verdict;
  /** Signed marks are solid, computed ones a tint with an outline. */
  readonly signed?: boolean;
  readonly size?: number;
  /** Shows the word beside the mark; without it the mark itself carries the word for screen readers. */
  readonly word?: boolean;
}

const SHAPES: Readonly<Record<Verdict, (tint: number) => ReactNode>> = {
  VIOLATION_COMMISSION: (tint) => (
    <rect x="2.5" y="2.5" width="11" height="11" fill="currentColor" fillOpacity={tint} />
  ),
  VIOLATION_OMISSION: (tint) => (
    <path d="M8 2 14.4 13.5H1.6Z" fill="currentColor" fillOpacity={tint} strokeLinejoin="round" />
  ),
  PENDING: () => (
    <>
      <circle cx="8" cy="8" r="6" fill="none" />
      <path d="M3.6 8.6 8.6 3.6M4.4 11.6 11.6 4.4M7.4 12.4 12.4 7.4" strokeWidth="1.2" />
    </>
  ),
  DISPUTED: (tint) => (
    <>
      <path d="M8 1.5V14.5L1.5 8Z" fill="currentColor" fillOpacity={tint} stroke="none" />
      <path d="M8 1.5 14.5 8 8 14.5 1.5 8Z" fill="none" strokeDasharray="1.6 1.4" />
    </>
  ),
  DISCHARGED: () => <path d="M2.5 8.5 6.5 12.5 13.5 4" fill="none" strokeWidth="2.2" />,
  NOT_ATTRIBUTABLE: () => <circle cx="8" cy="8" r="3.5" fill="none" strokeWidth="1.6" />,
  NOT_COVERED: () => <path d="M3 8H13" fill="none" strokeWidth="2" />,
};

/** A verdict as shape, colour and word; the same everywhere. */
export function VerdictMark({ verdict, signed = false, size = 14, word = false }: Props) {
  const label = `${VERDICT_WORDS[verdict]}${signed ? ', signed' : ''}`;
  const drawn = {
    className: classes.mark,
    width: size,
    height: size,
    viewBox: '0 0 16 16',
    stroke: 'currentColor',
    strokeWidth: 1.4,
    style: { color: VERDICT_COLOURS[verdict] },
  };
  const shape = SHAPES[verdict](signed ? 1 : 0.7);
  if (!word)
    return (
      <svg {...drawn} role="img" aria-label={label}>
        {shape}
      </svg>
    );
  return (
    <span className={classes.root}>
      <svg {...drawn} aria-hidden="true">
        {shape}
      </svg>
      <span>{label}</span>
    </span>
  );
}
