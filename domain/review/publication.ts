import type { Verdict } from '@/domain/verdict';
import type { CommissionDecision } from './commission';
import type { FindingState, OutcomeState } from './finding-path';
import type { RobustnessWord } from './robustness';

const VIOLATIONS: readonly Verdict[] = ['VIOLATION_COMMISSION', 'VIOLATION_OMISSION'];
export const isViolation = (verdict: Verdict): boolean => VIOLATIONS.includes(verdict);

/** What the published word follows from. */
export interface Publishable {
  /** The engine's own verdict, shown beside whatever is published. */
  readonly verdict: Verdict;
  readonly robustness: RobustnessWord;
  readonly decision: CommissionDecision;
}

/**
 * The word a finding is published with (method.md 6). Every verdict stands as computed, save that a
 * violation is published as DISPUTED where it is FRAGILE and not AGREED, and where no delegation
 * upholds it: nobody then carries the accusation.
 */
export function publishedWord({ verdict, robustness, decision }: Publishable): Verdict {
  if (!isViolation(verdict)) return verdict;
  const { outcome, positions } = decision;
  const upheld = positions.accused === 'uphold' || positions.complainant === 'uphold';
  const carried = upheld && (robustness !== 'FRAGILE' || outcome === 'agreed');
  return carried ? verdict : 'DISPUTED';
}

/**
 * Whether a finding counts where only signed ones do (method.md 4): published, not stale since, and
 * decided on its substance.
 */
export function countsAsSigned(state: FindingState, outcome: OutcomeState | null): boolean {
  return state === 'published' && outcome !== null && outcome !== 'procedural';
}
