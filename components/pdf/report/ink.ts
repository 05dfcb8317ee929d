import type { Verdict } from '@/domain/verdict';

/** The colours of the light theme, written out: paper knows no variables (look.md, "Verdict grammar"). */
export const INK = {
  ink: '#15181d',
  muted: '#565b63',
  hairline: '#d8d8d1',
  rule: '#84878a',
  accent: '#1b3f73',
  wash: '#c9d6ea',
  paper: '#ffffff',
} as const;

export const VERDICT_INK: Readonly<Record<Verdict, string>> = {
  VIOLATION_COMMISSION: '#b5370b',
  VIOLATION_OMISSION: '#8f6200',
  PENDING: '#005c91',
  DISPUTED: '#8a3e6b',
  DISCHARGED: '#00694f',
  NOT_ATTRIBUTABLE: '#5f6368',
  NOT_COVERED: '#5f6368',
};

/** A colour mixed with white: `share` of it, 0 to 1. */
export function tint(colour: string, share: number): string {
  const mixed = [1, 3, 5].map((at) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16);
    return Math.round(value * share + 255 * (1 - share))
      .toString(16)
      .padStart(2, '0');
  });
  return `#${mixed.join('')}`;
}
