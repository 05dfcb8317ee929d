import {
  type Attribution,
  evidenceUnits,
  type FusedClaim,
  type FusionOptions,
  fuse,
  sharedPart,
} from './attribution';
import { groupBy } from './group';

/** What one live claim adds (method.md 2, "Contribution display"). */
export interface Contribution {
  readonly claim: string;
  /** Evidence units of the claim alone. */
  readonly r: number;
  /** Units it adds to its cluster beside the others: its own part, and the shared part if it is the largest. */
  readonly effective: number;
  /** Belief in the accused with the claim, less belief without it. */
  readonly link: number;
  readonly state: number;
}

function beliefs(attribution: Attribution, accused: string): { link: number; state: number } {
  const opinions = attribution.states.get(accused);
  return { link: opinions?.link.lower ?? 0, state: opinions?.state.lower ?? 0 };
}

/** Leave-one-out contribution of every live claim to the beliefs in one accused state. */
export function contributions(
  claims: readonly FusedClaim[],
  accused: string,
  options: FusionOptions,
): Contribution[] {
  const live = claims.filter(({ status }) => status === 'live');
  const whole = beliefs(fuse(live, options), accused);
  const clusters = groupBy(live, (claim) => `${claim.cluster} ${claim.accused ?? 'OTHER'}`);
  const shared = (claim: FusedClaim): number =>
    sharedPart(claim, options.policy) * evidenceUnits(claim, options.policy);
  const largest = new Set(
    [...clusters.values()].flatMap((members) =>
      members.reduce<FusedClaim[]>((best, claim) => {
        const [top] = best;
        return top === undefined || shared(claim) > shared(top) ? [claim] : best;
      }, []),
    ),
  );
  return live.map((claim) => {
    const r = evidenceUnits(claim, options.policy);
    const without = beliefs(
      fuse(
        live.filter((other) => other !== claim),
        options,
      ),
      accused,
    );
    return {
      claim: claim.id,
      r,
      effective: r - shared(claim) + (largest.has(claim) ? shared(claim) : 0),
      link: whole.link - without.link,
      state: whole.state - without.state,
    };
  });
}
