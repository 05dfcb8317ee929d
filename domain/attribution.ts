import type { WeighedClaim } from './claim';
import { groupBy } from './group';
import type { PolicyValues } from './policy';
import type { CommissionLimb } from './vocabulary';

/** The part of a claim that fusion reads. */
export type FusedClaim = Pick<
  WeighedClaim,
  | 'id'
  | 'accused'
  | 'proposition'
  | 'limbs'
  | 'reliability'
  | 'credibility'
  | 'likelihood'
  | 'probability'
  | 'cluster'
  | 'dependence'
  | 'status'
> & { readonly claimant?: { readonly type: string } | undefined };

/** One evidence cluster for one proposition: `v` is its evidence, `strong` the part graded A or B. */
export interface ClusterEvidence {
  readonly cluster: string;
  readonly v: number;
  readonly strong: number;
  /** Holds a conviction or plea: claimant a court, graded A1. */
  readonly convicted: boolean;
}

/** Evidence units for one proposition, E_x of method.md 2.4, and the clusters it comes from. */
export interface Evidence {
  readonly total: number;
  readonly clusters: readonly ClusterEvidence[];
}

/** A subjective-logic interval: belief to plausibility, both 0 to 1. */
export interface Opinion {
  readonly lower: number;
  readonly upper: number;
  /** Clusters that corroborate, v_kx at or above the floor. */
  readonly clusters: number;
  readonly convicted: boolean;
}

export interface StateOpinions {
  readonly link: Opinion;
  readonly state: Opinion;
}

/** What the claims say together (method.md 2.4). */
export interface Attribution {
  /** Mass that nobody is accused with, 0 to 1. */
  readonly unattributed: number;
  /** Conflict between rival accusations, 0 to 1. */
  readonly conflict: number;
  /** Belief that no state is linked. */
  readonly other: number;
  /** Every state with a live claim, in order of code. */
  readonly states: ReadonlyMap<string, StateOpinions>;
}

export interface FusionOptions {
  readonly policy: PolicyValues;
  /** Groups of states alleged together: no rivals of each other. */
  readonly joint?: readonly (readonly string[])[];
  /** Commission limbs of the clause asked about; absent: no clause, every STATE claim counts as such. */
  readonly commissionLimbs?: readonly CommissionLimb[] | undefined;
}

/** Probability a claim gives its proposition (method.md 2.1). */
export function probabilityOf(claim: FusedClaim, policy: PolicyValues): number {
  if (claim.probability !== undefined) return claim.probability;
  return claim.likelihood === undefined ? 0.5 : policy.likelihood[claim.likelihood];
}

/** Evidence units of one claim, r of method.md 2.4; 0 at or below even odds. */
export function evidenceUnits(claim: FusedClaim, policy: PolicyValues): number {
  const support = Math.max(0, 2 * probabilityOf(claim, policy) - 1);
  const trust = policy.reliability[claim.reliability] * policy.credibility[claim.credibility];
  const beta = Math.min(trust * support, policy.claimTrustCap);
  return (policy.priorWeight * beta) / (1 - beta);
}

/** Whether a STATE claim counts as STATE under a clause with these commission limbs, and not as LINK (method.md 1). */
export function countsAsState(
  claim: Pick<FusedClaim, 'proposition' | 'limbs'>,
  commissionLimbs: readonly CommissionLimb[] | undefined,
): boolean {
  if (claim.proposition !== 'STATE') return false;
  if (commissionLimbs === undefined) return true;
  if (claim.limbs === undefined) return commissionLimbs.length > 0;
  const listed: ReadonlySet<string> = new Set(commissionLimbs);
  return claim.limbs.some((limb) => listed.has(limb));
}

/** Share of a claim's evidence that counts once per cluster: rho of method.md 2.4. */
export function sharedPart(claim: FusedClaim, policy: PolicyValues): number {
  return claim.dependence === 'partial' ? policy.partialShare : 1;
}

/**
 * Adds from the smallest up, so that neither the order of the claims nor the names of the states
 * reach even the last digit: a swap of two names must change nothing else (method.md, symmetry).
 */
function sum(values: readonly number[]): number {
  return [...values].sort((one, two) => one - two).reduce((total, value) => total + value, 0);
}

function clusterSum(claims: readonly FusedClaim[], policy: PolicyValues): number {
  let shared = 0;
  const own = claims.map((claim) => {
    const r = evidenceUnits(claim, policy);
    const rho = sharedPart(claim, policy);
    shared = Math.max(shared, rho * r);
    return (1 - rho) * r;
  });
  return sum(own) + shared;
}

const isStrong = (claim: FusedClaim): boolean =>
  claim.reliability === 'A' || claim.reliability === 'B';

const isConviction = (claim: FusedClaim, policy: PolicyValues): boolean =>
  claim.claimant?.type === 'court' &&
  claim.reliability === 'A' &&
  claim.credibility === 1 &&
  evidenceUnits(claim, policy) > 0;

/** Evidence the claims give together for one proposition: E_x of method.md 2.4. */
export function evidenceFor(claims: readonly FusedClaim[], policy: PolicyValues): Evidence {
  const byCluster = groupBy(claims, ({ cluster }) => cluster);
  const clusters: ClusterEvidence[] = [];
  for (const [cluster, members] of byCluster) {
    const v = clusterSum(members, policy);
    const part = clusterSum(members.filter(isStrong), policy);
    const convicted = members.some((claim) => isConviction(claim, policy));
    clusters.push({ cluster, v, strong: part, convicted });
  }
  const strong = sum(clusters.map((part) => part.strong));
  const weak = sum(clusters.map((part) => part.v - part.strong));
  return { total: strong + Math.min(policy.weakEvidenceCap, weak), clusters };
}

function opinion(evidence: Evidence, pro: number, against: number, policy: PolicyValues): Opinion {
  const mass = policy.priorWeight + pro + against;
  return {
    lower: pro / mass,
    upper: (pro + policy.priorWeight) / mass,
    clusters: evidence.clusters.filter(({ v }) => v >= policy.corroborationFloor).length,
    convicted: evidence.clusters.some(({ convicted }) => convicted),
  };
}

/** Whether two states stand in one joint group. */
export function areJoint(one: string, two: string, joint: readonly (readonly string[])[]): boolean {
  return joint.some((group) => group.includes(one) && group.includes(two));
}

function jointGroups(states: readonly string[], joint: readonly (readonly string[])[]): string[][] {
  const groups: string[][] = [];
  for (const state of states) {
    const akin = groups.filter((group) => group.some((other) => areJoint(state, other, joint)));
    const merged = [...akin.flat(), state];
    for (const group of akin) groups.splice(groups.indexOf(group), 1);
    groups.push(merged);
  }
  return groups;
}

/** States that a claim other than OTHER accuses, in order of code. */
export function accusedIn(
  claims: readonly Pick<FusedClaim, 'accused' | 'proposition'>[],
): string[] {
  const codes = claims.flatMap(({ accused, proposition }) =>
    accused === null || proposition === 'OTHER' ? [] : [accused],
  );
  return [...new Set(codes)].sort();
}

/**
 * Fuses the live claims into an opinion per state (method.md 2.4): order-free, additive over
 * independent clusters, idempotent within one. Claims that are not live are passed over.
 */
export function fuse(claims: readonly FusedClaim[], options: FusionOptions): Attribution {
  const { policy, joint = [], commissionLimbs } = options;
  const live = claims.filter(({ status }) => status === 'live');
  const accusing = live.filter(({ proposition }) => proposition !== 'OTHER');
  const codes = accusedIn(live);
  const other = evidenceFor(
    live.filter(({ proposition }) => proposition === 'OTHER'),
    policy,
  ).total;
  const any = new Map(
    codes.map((code) => [
      code,
      evidenceFor(
        accusing.filter(({ accused }) => accused === code),
        policy,
      ),
    ]),
  );
  const totalOf = (code: string): number => any.get(code)?.total ?? 0;
  const claimed = sum([other, ...codes.map(totalOf)]);

  const states = new Map<string, StateOpinions>();
  for (const [code, evidence] of any) {
    const against = codes.filter((t) => t !== code && !areJoint(t, code, joint)).map(totalOf);
    const rivals = sum([other, ...against]);
    const own = accusing.filter(({ accused }) => accused === code);
    const pro = evidenceFor(
      own.filter((claim) => countsAsState(claim, commissionLimbs)),
      policy,
    );
    const denied = evidenceFor(
      own.filter(({ proposition }) => proposition === 'PRIVATE'),
      policy,
    );
    states.set(code, {
      link: opinion(evidence, evidence.total, rivals, policy),
      state: opinion(pro, pro.total, rivals + denied.total, policy),
    });
  }

  const groups = [other, ...jointGroups(codes, joint).map((group) => sum(group.map(totalOf)))];
  const mass = policy.priorWeight + claimed;
  return {
    unattributed: policy.priorWeight / mass,
    conflict: claimed === 0 ? 0 : 1 - sum(groups.map((part) => (part / claimed) ** 2)),
    other: other / mass,
    states,
  };
}
