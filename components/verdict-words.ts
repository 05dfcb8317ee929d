import type { Verdict } from '@/domain/verdict';

/** The words, colours and drawing order of verdicts on every screen (look.md, "Verdict grammar"). */
export const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  VIOLATION_COMMISSION: 'Violation: committed',
  VIOLATION_OMISSION: 'Violation: did not act',
  DISPUTED: 'Disputed',
  PENDING: 'Pending',
  DISCHARGED: 'Duty met',
  NOT_ATTRIBUTABLE: 'Not attributable',
  NOT_COVERED: 'Not covered',
};

export const VERDICT_COLOURS: Readonly<Record<Verdict, string>> = {
  VIOLATION_COMMISSION: 'var(--commission)',
  VIOLATION_OMISSION: 'var(--omission)',
  DISPUTED: 'var(--disputed)',
  PENDING: 'var(--pending)',
  DISCHARGED: 'var(--discharged)',
  NOT_ATTRIBUTABLE: 'var(--quiet)',
  NOT_COVERED: 'var(--quiet)',
};

/** From the gravest down; written out because the decision table beside the type is no load for a browser. */
export const VERDICT_ORDER: readonly Verdict[] = [
  'VIOLATION_COMMISSION',
  'VIOLATION_OMISSION',
  'DISPUTED',
  'PENDING',
  'DISCHARGED',
  'NOT_ATTRIBUTABLE',
  'NOT_COVERED',
];

export const isVerdict = (text: string): text is Verdict =>
  (VERDICT_ORDER as readonly string[]).includes(text);
