import { type Claim, CREDIBILITIES, RELIABILITIES } from '@/domain/claim';
import { type Case, findingOf, judge } from '@/domain/finding';
import { leaveOneOut } from '@/domain/pivotal';

export const ROBUSTNESS_WORDS = ['ROBUST', 'SENSITIVE', 'FRAGILE'] as const;
export type RobustnessWord = (typeof ROBUSTNESS_WORDS)[number];

/** A small change of the record after which the verdict would be another. */
export interface Flip {
  readonly kind: 'without_claim' | 'grade' | 'merged_clusters';
  /** Such as `c1`, `c1 A to B`, `c2 2 to 3`, `K1 + K2`. */
  readonly change: string;
  readonly verdict: string;
}

export interface Robustness {
  readonly word: RobustnessWord;
  readonly flips: readonly Flip[];
}

/** One step up or down the scale; none for F and 6, which are not on it ("cannot be judged"). */
function stepsOf<T>(scale: readonly T[], value: T): T[] {
  const steps = scale.slice(0, -1);
  const at = steps.indexOf(value);
  return at < 0 ? [] : [steps[at - 1], steps[at + 1]].filter((each) => each !== undefined);
}

interface Variant {
  readonly change: string;
  readonly claims: readonly Claim[];
}

function regraded(claims: readonly Claim[]): Variant[] {
  const live = claims.filter(({ status }) => status === 'live');
  const put = (one: Claim, graded: Claim) => claims.map((each) => (each === one ? graded : each));
  return live.flatMap((claim) => [
    ...stepsOf(RELIABILITIES, claim.reliability).map((reliability) => ({
      change: `${claim.id} ${claim.reliability} to ${reliability}`,
      claims: put(claim, { ...claim, reliability }),
    })),
    ...stepsOf(CREDIBILITIES, claim.credibility).map((credibility) => ({
      change: `${claim.id} ${claim.credibility} to ${credibility}`,
      claims: put(claim, { ...claim, credibility }),
    })),
  ]);
}

/** Any two clusters taken for one: their claims keep their weight and depend wholly on each other. */
function merged(claims: readonly Claim[]): Variant[] {
  const live = claims.filter(({ status }) => status === 'live');
  const clusters = [...new Set(live.map(({ cluster }) => cluster))];
  return clusters.flatMap((one, at) =>
    clusters.slice(at + 1).map((other) => ({
      change: `${one} + ${other}`,
      claims: claims.map((claim) =>
        claim.cluster === one || claim.cluster === other
          ? { ...claim, cluster: one, dependence: 'shared' as const }
          : claim,
      ),
    })),
  );
}

function wordOf(flips: readonly Flip[]): RobustnessWord {
  if (flips.length >= 3 || flips.some(({ kind }) => kind === 'without_claim')) return 'FRAGILE';
  return flips.length === 0 ? 'ROBUST' : 'SENSITIVE';
}

/**
 * How much the verdict of a case hangs on single judgements (method.md 5, "Robustness of a verdict",
 * ii to iv): every live claim left out, every Admiralty grade one step up and down, any two clusters
 * merged. A flip is a change of verdict. ROBUST: none; SENSITIVE: one or two; FRAGILE: three or more,
 * or any by leaving out a claim.
 */
export function robustness(at: Case): Robustness {
  const { incident } = at;
  const { verdict } = findingOf(judge(at));
  const flips = (kind: Flip['kind'], variants: readonly Variant[]): Flip[] =>
    variants
      .map(({ change, claims }) => ({
        ...{ kind, change },
        verdict: findingOf(judge({ ...at, incident: { ...incident, claims: [...claims] } }))
          .verdict,
      }))
      .filter((flip) => flip.verdict !== verdict);
  const without = leaveOneOut(at)
    .filter((left) => left.verdict !== verdict)
    .map((left): Flip => ({ kind: 'without_claim', change: left.claim, verdict: left.verdict }));
  const all = [
    ...without,
    ...flips('grade', regraded(incident.claims)),
    ...flips('merged_clusters', merged(incident.claims)),
  ];
  return { word: wordOf(all), flips: all };
}
