import type { Instant } from './dates';
import { withRepeats } from './evidence-mismatch';
import type { Incident } from './incident';

/** What is known of a piece of evidence over time, as far as claims rest on it. */
export interface KnownEvidence {
  readonly id: string;
  /** Claims of the incident that rest on it. */
  readonly claims: readonly string[];
  readonly addedAt: Instant;
  /** Since when its bytes are known not to be what was stored; null: no doubt. */
  readonly mismatchedAt: Instant | null;
  readonly withdrawnAt: Instant | null;
}

/** Whether something is so at an instant, given since when it is; null: it is not. */
const since = (from: Instant | null, at: Instant): boolean => from !== null && from <= at;

/** Whether a piece of evidence can carry a claim at an instant: handed in, and not withdrawn. */
const stands = ({ addedAt, withdrawnAt }: KnownEvidence, at: Instant): boolean =>
  addedAt <= at && !since(withdrawnAt, at);

/**
 * Claims suspended at an instant for the sake of their evidence. A mismatch suspends what rests on
 * the item (method.md 6), withdrawn or not: taking doubtful evidence away heals nothing. Evidence
 * withdrawn suspends the claims that rest on none that stands [D]; a claim that never had evidence
 * of its own stands by its sources. Derivative claims go with those they repeat (method.md 2.4).
 */
export function suspendedAt(
  incident: Pick<Incident, 'claims'>,
  evidence: readonly KnownEvidence[],
  at: Instant,
): ReadonlySet<string> {
  const carried = new Set(
    evidence.filter((one) => stands(one, at)).flatMap(({ claims }) => claims),
  );
  const doubted = evidence.filter(({ mismatchedAt }) => since(mismatchedAt, at));
  const withdrawn = evidence.filter(({ withdrawnAt }) => since(withdrawnAt, at));
  return withRepeats(incident, [
    ...doubted.flatMap(({ claims }) => claims),
    ...withdrawn.flatMap(({ claims }) => claims.filter((claim) => !carried.has(claim))),
  ]);
}
