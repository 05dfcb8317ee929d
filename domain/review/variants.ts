import { type Claim, CREDIBILITIES, RELIABILITIES } from '@/domain/claim';
import type { Case } from '@/domain/finding';
import type { Clause } from '@/domain/pact';
import type { PolicyEntry } from '@/domain/policy';

/** What a variant changes: a claim left out, a grade, the clusters, or a threshold of the method. */
export const VARIANT_KINDS = ['without_claim', 'grade', 'merged_clusters', 'threshold'] as const;
export type VariantKind = (typeof VARIANT_KINDS)[number];

/** A case with one judgement changed. */
export interface Variant {
  readonly kind: VariantKind;
  /** Such as `c1`, `c1 A to B`, `c2 2 to 3`, `K1 + K2`, `theta state 0.6`. */
  readonly change: string;
  readonly at: Case;
}

const withClaims = (at: Case, claims: Claim[]): Case => ({
  ...at,
  incident: { ...at.incident, claims },
});

/** One step up or down the scale; none for F and 6, which are not on it ("cannot be judged"). */
function stepsOf<T>(scale: readonly T[], value: T): T[] {
  const steps = scale.slice(0, -1);
  const at = steps.indexOf(value);
  return at < 0 ? [] : [steps[at - 1], steps[at + 1]].filter((each) => each !== undefined);
}

const liveIn = (at: Case): Claim[] => at.incident.claims.filter(({ status }) => status === 'live');

function withoutClaims(at: Case): Variant[] {
  return liveIn(at).map((claim) => ({
    kind: 'without_claim',
    change: claim.id,
    at: withClaims(
      at,
      at.incident.claims.filter((other) => other !== claim),
    ),
  }));
}

function regraded(at: Case): Variant[] {
  const { claims } = at.incident;
  const put = (one: Claim, graded: Claim, change: string): Variant => ({
    ...{ kind: 'grade', change: `${one.id} ${change}` },
    at: withClaims(
      at,
      claims.map((each) => (each === one ? graded : each)),
    ),
  });
  return liveIn(at).flatMap((claim) => [
    ...stepsOf(RELIABILITIES, claim.reliability).map((reliability) =>
      put(claim, { ...claim, reliability }, `${claim.reliability} to ${reliability}`),
    ),
    ...stepsOf(CREDIBILITIES, claim.credibility).map((credibility) =>
      put(claim, { ...claim, credibility }, `${claim.credibility} to ${credibility}`),
    ),
  ]);
}

/** Any two clusters taken for one: their claims keep their weight and depend wholly on each other. */
function merged(at: Case): Variant[] {
  const clusters = [...new Set(liveIn(at).map(({ cluster }) => cluster))];
  return clusters.flatMap((one, place) =>
    clusters.slice(place + 1).map(
      (other): Variant => ({
        kind: 'merged_clusters',
        change: `${one} + ${other}`,
        at: withClaims(
          at,
          at.incident.claims.map((claim) =>
            claim.cluster === one || claim.cluster === other
              ? { ...claim, cluster: one, dependence: 'shared' as const }
              : claim,
          ),
        ),
      }),
    ),
  );
}

/** Single judgements changed one at a time (method.md 5, "Robustness of a verdict", ii to iv). */
export const judgementVariants = (at: Case): Variant[] => [
  ...withoutClaims(at),
  ...regraded(at),
  ...merged(at),
];

interface Threshold {
  readonly name: string;
  readonly values: PolicyEntry<readonly number[]>;
  /** The value in force; null where the clause has none. */
  readonly of: (at: Case) => number | null;
  readonly set: (at: Case, value: number) => Case;
}

const grid = (label: string, value: readonly number[]): Threshold['values'] => ({
  ...{ label, value },
  reference: 'method 5',
});

const withClause = (at: Case, changes: Partial<Clause>): Case => ({
  ...at,
  clause: { ...at.clause, ...changes },
});

/**
 * The grid of thresholds of November 2026, tried one at a time (method.md 5, i). W scales evidence
 * and ignorance alike, so it moves a belief only through the cap of weak sources.
 */
export const THRESHOLD_GRID: readonly Threshold[] = [
  {
    name: 'theta state',
    values: grid('Threshold for the state itself', [0.6, 0.7, 0.75, 0.8, 0.9]),
    of: ({ clause }) => clause.theta.state,
    set: (at, state) => withClause(at, { theta: { ...at.clause.theta, state } }),
  },
  {
    name: 'theta link',
    values: grid('Threshold for a link', [0.4, 0.5, 0.6, 0.75]),
    of: ({ clause }) => clause.theta.link,
    set: (at, link) => withClause(at, { theta: { ...at.clause.theta, link } }),
  },
  {
    name: 'clusters',
    values: grid('Clusters of evidence needed', [1, 2, 3]),
    of: ({ clause }) => clause.theta.minClusters,
    set: (at, minClusters) => withClause(at, { theta: { ...at.clause.theta, minClusters } }),
  },
  {
    name: 'days to act',
    values: grid('Days to act', [15, 30, 45, 60]),
    of: ({ clause }) => clause.dueDiligence?.actDays ?? null,
    set: (at, actDays) =>
      at.clause.dueDiligence === null
        ? at
        : withClause(at, { dueDiligence: { ...at.clause.dueDiligence, actDays } }),
  },
  {
    name: 'W',
    values: grid('Weight of ignorance', [1, 2, 4]),
    of: ({ setting }) => setting.policy.values.priorWeight,
    set: (at, priorWeight) => {
      const { policy } = at.setting;
      const values = { ...policy.values, priorWeight };
      return { ...at, setting: { ...at.setting, policy: { ...policy, values } } };
    },
  },
];

/** Other thresholds, one at a time; the one in force is left out. */
export function thresholdVariants(at: Case): Variant[] {
  return THRESHOLD_GRID.flatMap(({ name, values, of, set }) => {
    const current = of(at);
    if (current === null) return [];
    return values.value
      .filter((value) => value !== current)
      .map(
        (value): Variant => ({ kind: 'threshold', change: `${name} ${value}`, at: set(at, value) }),
      );
  });
}
