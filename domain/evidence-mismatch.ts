import type { Evidence } from './evidence';
import type { Incident } from './incident';

/** An item and the hash its stored bytes have now; null where they are gone. */
export interface EvidenceCheck {
  readonly id: string;
  readonly sha256: string | null;
}

type Resting = Pick<Evidence, 'id' | 'sha256' | 'claims'>;

/** Items whose bytes are not what was stored. An item that was not checked is not in doubt. */
export function mismatched(
  items: readonly Resting[],
  checks: readonly EvidenceCheck[],
): readonly Resting[] {
  return items.filter((item) =>
    checks.some(({ id, sha256 }) => id === item.id && sha256 !== item.sha256),
  );
}

/** Claims in doubt, and with them the derivative claims that repeat them (method.md 2.4), in the record's order. */
export function withRepeats(
  { claims }: Pick<Incident, 'claims'>,
  doubted: Iterable<string>,
): ReadonlySet<string> {
  const suspended = new Set(doubted);
  for (let grew = true; grew; ) {
    const repeats = claims.filter(
      ({ id, dependence, derivedFrom }) =>
        !suspended.has(id) &&
        dependence === 'derivative' &&
        derivedFrom.some((lead) => suspended.has(lead)),
    );
    for (const { id } of repeats) suspended.add(id);
    grew = repeats.length > 0;
  }
  return new Set(claims.map(({ id }) => id).filter((id) => suspended.has(id)));
}

/**
 * Claims that are suspended because evidence they rest on is not what was stored (method.md 6), and
 * with them the derivative claims that repeat them, as when a claim is retracted (method.md 2.4).
 */
export const suspendedClaims = (
  incident: Pick<Incident, 'claims'>,
  items: readonly Resting[],
  checks: readonly EvidenceCheck[],
): ReadonlySet<string> =>
  withRepeats(
    incident,
    mismatched(items, checks).flatMap((item) => item.claims),
  );

/** The incident as it is scored while claims are suspended: without them. What is stored stays as it is. */
export function withoutSuspended(incident: Incident, suspended: ReadonlySet<string>): Incident {
  if (suspended.size === 0) return incident;
  return {
    ...incident,
    claims: incident.claims
      .filter(({ id }) => !suspended.has(id))
      .map((claim) => ({
        ...claim,
        derivedFrom: claim.derivedFrom.filter((id) => !suspended.has(id)),
      })),
  };
}
