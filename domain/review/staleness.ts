import { type Change, diff } from '@/domain/revision-diff';
import { contentHash, type Inputs, type SignedContent } from './signature';

/** What can have changed under a signature, from what is decided to what it rests on. */
export const STALE_REASONS = {
  gone: 'The case is no more: the clause does not accuse this state of it any longer.',
  verdict: 'The verdict is another.',
  rule: 'The verdict follows from another rule.',
  robustness: 'The verdict is more, or less, fragile.',
  record: 'The record of the incident was revised.',
  pact: 'The pact is another version.',
  policy: 'The policy is another version.',
  engine: 'The engine is another version.',
  inputs: 'What the judgement reads has changed.',
} as const;
export type StaleReason = keyof typeof STALE_REASONS;

export type Staleness =
  | { readonly fresh: true }
  | { readonly fresh: false; readonly reasons: readonly StaleReason[] };

/** The parts of a content that a reason speaks of, in the order the reasons are told. */
const PARTS = ['verdict', 'rule', 'robustness', 'record', 'pact', 'policy', 'engine'] as const;

/**
 * Whether a signature still stands: the content computed now, at the day that was signed, is the same
 * to the byte. `current` null: the case is no more. Any difference makes it stale, also one that
 * leaves the verdict alone (design: facts are stored, signatures keep what was seen).
 */
export function staleness(signed: SignedContent, current: SignedContent | null): Staleness {
  if (current === null) return { fresh: false, reasons: ['gone'] };
  if (contentHash(signed) === contentHash(current)) return { fresh: true };
  const changed = PARTS.filter((part) => diff(signed[part], current[part]).length > 0);
  return { fresh: false, reasons: changed.length === 0 ? ['inputs'] : changed };
}

/** Fields that differ whenever anything does, and say nothing to a reader. */
const OPAQUE = new Set(['inputsHash', 'record.payloadHash']);

/**
 * What changed since it was signed, field by field: `verdict`, `trace[coverage].value` and so on. The
 * hashes are left out; what lies behind them is told by `inputChanges`.
 */
export function changesSince(signed: SignedContent, current: SignedContent): Change[] {
  return diff(signed, current).filter(({ path }) => !OPAQUE.has(path));
}

/** What changed in the record, the pact and the policy that the judgement reads. */
export function inputChanges(signed: Inputs, current: Inputs): Change[] {
  return diff(signed, current);
}
