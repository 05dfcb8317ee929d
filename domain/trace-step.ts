import type { Outcome } from './coverage';
import type { Instant } from './dates';
import type { PredicateResult } from './predicates';

/** One thing a step looked at; `record` leads to it, such as `claims/c1` or `notifications/0`. */
export interface TraceInput {
  readonly label: string;
  readonly value: string;
  readonly record?: string | undefined;
}

/** One predicate of a finding: what was asked, of what, against which threshold, with what outcome. */
export interface TraceStep {
  readonly id: string;
  readonly question: string;
  readonly outcome: Outcome | 'not_reached';
  readonly inputs: readonly TraceInput[];
  readonly value: string;
  readonly threshold: string | null;
  /** What would change the outcome; null where it passed or nothing would. */
  readonly wouldChange: string | null;
  /** Section of the method this step implements. */
  readonly reference: string;
}

/** Beliefs are shown with three figures. */
export const figure = (value: number): string => value.toFixed(3);
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** A day as people write it: 16 June 2021. */
export function instant(at: Instant): string {
  const day = new Date(at);
  return `${day.getUTCDate()} ${MONTHS[day.getUTCMonth()] ?? ''} ${day.getUTCFullYear()}`;
}

export const list = (items: readonly string[]): string =>
  items.length === 0 ? 'none' : items.join(', ');

/** Why a predicate is what it is, in words. */
export const REASONS: Record<PredicateResult['reason'], string> = {
  admitted: 'admitted by the accused state',
  proved: 'above the threshold and corroborated',
  rival: 'another state is credibly accused of the same',
  conflict: 'the claims conflict too much',
  objection: 'an objection of the accused is open',
  below_threshold: 'the belief is below the threshold',
  uncorroborated: 'too few independent clusters of evidence',
  below_commission_floor: 'the severity is below the floor for commission',
};
