import { MISSING, OUTSIDE as NOT_COVERED_FOR } from '@/domain/trace-sentence';
import { REASONS } from '@/domain/trace-step';
import { type RuleId, VERDICT_RANK, type Verdict } from '@/domain/verdict';

/** What one side finds of a case, or why it has nothing to say of it. */
export type FoundBySide =
  | { readonly verdict: Verdict; readonly rule: RuleId; readonly reason: string }
  | { readonly verdict: null; readonly why: 'no_clause' | 'no_party' };

/** A case that the two sides judge otherwise. */
export interface CaseFlip {
  readonly incident: string;
  readonly title: string;
  /** Onset and its precision, for display. */
  readonly started: { readonly date: string; readonly precision: string };
  /** Place in the list of clause pairs. */
  readonly pair: number;
  /** Ids of the clauses; null where a side has none. */
  readonly clauseA: string | null;
  readonly clauseB: string | null;
  readonly accused: string;
  /** The party that answers for the accused under each side, its successor where there is one; null: none. */
  readonly party: { readonly a: string | null; readonly b: string | null };
  /** Severity times weight of the policy, the graver of the two: for the order of lists. */
  readonly weight: number;
  readonly a: FoundBySide;
  readonly b: FoundBySide;
}

/** Where a side has no such clause or party, the case is as little covered as by a clause that leaves it out. */
export const verdictOf = (found: FoundBySide): Verdict => found.verdict ?? 'NOT_COVERED';

/** Whether a case counts among the numbers of a party, under either side. */
export const countsFor = (party: string, { party: of }: Pick<CaseFlip, 'party'>): boolean =>
  of.a === party || of.b === party;

const rank = (flip: CaseFlip): number =>
  Math.min(VERDICT_RANK[verdictOf(flip.a)], VERDICT_RANK[verdictOf(flip.b)]);
const gap = (flip: CaseFlip): number =>
  Math.abs(VERDICT_RANK[verdictOf(flip.a)] - VERDICT_RANK[verdictOf(flip.b)]);
const keyOf = ({ incident, pair, accused }: CaseFlip): string => `${incident} ${pair} ${accused}`;

/** The gravest first: by the graver verdict, by how far it moves, by the weight of the incident, by id. */
export const gravestFlips = (flips: readonly CaseFlip[]): CaseFlip[] =>
  [...flips].sort(
    (one, two) =>
      rank(one) - rank(two) ||
      gap(two) - gap(one) ||
      two.weight - one.weight ||
      (keyOf(one) < keyOf(two) ? -1 : 1),
  );

const isReason = (code: string): code is keyof typeof REASONS => Object.hasOwn(REASONS, code);
const isTest = (code: string): code is keyof typeof MISSING => Object.hasOwn(MISSING, code);

const RULE_WORDS: Readonly<Partial<Record<RuleId, string>>> = {
  R2: 'the occurrence is still to be verified',
  R3: 'the occurrence was not verified in time',
  R4: 'the state itself is held responsible',
  R5: 'the link to the state is contested',
  R7: 'the responsibility of the state is contested',
  R8: 'linked, but the clause sets no duty to act',
  R9: 'not notified yet',
  R10: 'nobody notified the state in time',
  R11: 'it acted enough in time',
  R12: 'it could not do more, and its plea was accepted',
  R13: 'its time to act still runs',
  R14: 'it knew and did not act enough in time',
};

/** Why a side finds what it finds, in a few words. */
export function foundWords(found: FoundBySide): string {
  if (found.verdict === null)
    return found.why === 'no_clause' ? 'no such clause' : 'no party to this pact';
  const { rule, reason } = found;
  const [, test = ''] = reason.split(':');
  if (rule === 'R0') return `the record does not say ${isTest(test) ? MISSING[test] : 'enough'}`;
  if (rule === 'R1') return isTest(reason) ? NOT_COVERED_FOR[reason] : 'the incident was retracted';
  if (rule === 'R6') return isReason(reason) ? REASONS[reason] : 'the link is not proved';
  return RULE_WORDS[rule] ?? reason;
}
