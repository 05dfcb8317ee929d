import type { Likelihood, Proposition } from '@/domain/claim';
import { UNKNOWN } from '@/domain/quick-log';
import type { Tlp } from '@/domain/tlp';
import type { Basis, ClaimantType, ConductCode, ObjectCode } from '@/domain/vocabulary';

/** How far the time reaches: one date, until another, or to this day. */
export const SPANS = ['once', 'until', 'ongoing'] as const;
export type Span = (typeof SPANS)[number];

/** The quick log as its fields hold it. Empty is not answered; "unknown" is an answer. */
export interface QuickValues {
  readonly title: string;
  readonly conduct: readonly ConductCode[];
  readonly when: string;
  readonly span: Span;
  readonly until: string;
  readonly victimState: string | null;
  readonly victim: string;
  readonly objects: readonly ObjectCode[];
  readonly linkedState: string | null;
  readonly sourceUrl: string;
  readonly claim: {
    readonly who: string;
    readonly whoType: ClaimantType | null;
    readonly basis: Basis | null;
    readonly likelihood: Likelihood | null;
    readonly proposition: Proposition;
  };
  readonly severity: number | null;
  readonly status: 'confirmed' | 'reported' | null;
  readonly tlp: Tlp | null;
}

export const EMPTY: QuickValues = {
  title: '',
  conduct: [],
  when: '',
  span: 'once',
  until: '',
  victimState: null,
  victim: '',
  objects: [],
  linkedState: null,
  sourceUrl: '',
  claim: { who: '', whoType: null, basis: null, likelihood: null, proposition: 'LINK' },
  severity: null,
  status: null,
  tlp: null,
};

/** A state was named, and not "unknown". */
export const isState = (answer: string | null): answer is string =>
  answer !== null && answer !== UNKNOWN;

/** Whether the line on who says so has been begun. */
export function claimBegun({ claim, linkedState }: QuickValues): boolean {
  const { who, whoType, basis, likelihood } = claim;
  return (
    isState(linkedState) &&
    (who.trim() !== '' || whoType !== null || basis !== null || likelihood !== null)
  );
}
