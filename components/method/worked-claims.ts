import { evidenceUnits, type FusedClaim, fuse, type Opinion } from '@/domain/attribution';
import { type Contribution, contributions } from '@/domain/contribution';
import type { PolicyValues } from '@/domain/policy';
import { retract } from '@/domain/retraction';

/** A claim of a worked example, with the words that introduce it. */
export interface ExampleClaim extends FusedClaim {
  readonly says: string;
  readonly derivedFrom?: readonly string[];
}

type Grade = `${FusedClaim['reliability']}${FusedClaim['credibility']}`;

const GRADE = /^([A-F])([1-6])$/;

function claim(
  id: string,
  says: string,
  grade: Grade,
  likelihood: NonNullable<FusedClaim['likelihood']>,
  rest: Pick<FusedClaim, 'accused' | 'proposition' | 'cluster'> & Partial<ExampleClaim>,
): ExampleClaim {
  const [, letter, figure] = GRADE.exec(grade) ?? [];
  return {
    id,
    says,
    reliability: letter as FusedClaim['reliability'],
    credibility: Number(figure) as FusedClaim['credibility'],
    likelihood,
    dependence: 'lead',
    status: 'live',
    ...rest,
  };
}

const OF_A = { accused: 'AA', proposition: 'STATE' } as const;
const LINKS_A = { accused: 'AA', proposition: 'LINK' } as const;

/** One grade and word each: what a single claim weighs (method.md T1). */
export const SINGLE_CLAIMS: readonly ExampleClaim[] = [
  claim('a', 'A conviction in open court', 'A1', 'almost_certain', { ...OF_A, cluster: 'a' }),
  claim('b', 'An inquiry published with its reasoning', 'A2', 'very_likely', {
    ...OF_A,
    cluster: 'b',
  }),
  claim('c', 'An indictment', 'B1', 'almost_certain', { ...OF_A, cluster: 'c' }),
  claim('d', 'A company report with technical detail', 'B2', 'very_likely', {
    ...OF_A,
    cluster: 'd',
  }),
  claim('e', 'An official statement without evidence', 'C3', 'likely', { ...OF_A, cluster: 'e' }),
  claim('f', 'A blog that cannot be judged', 'F6', 'very_likely', { ...OF_A, cluster: 'f' }),
  claim('g', 'A report that leaves it open', 'B2', 'roughly_even_chance', {
    ...OF_A,
    cluster: 'g',
  }),
];

/** Six claims about one incident (method.md T2). */
export const SIX_CLAIMS: readonly ExampleClaim[] = [
  claim('c1', 'State A ordered it', 'A1', 'very_likely', { ...OF_A, cluster: 'K1' }),
  claim('c2', 'State A ordered it', 'B2', 'almost_certain', { ...OF_A, cluster: 'K2' }),
  claim('c3', 'It came from state A', 'B2', 'very_likely', {
    ...LINKS_A,
    cluster: 'K1',
    dependence: 'shared',
  }),
  claim('c4', 'State A ordered it, says c1', 'C3', 'likely', {
    ...OF_A,
    cluster: 'K1',
    dependence: 'derivative',
    derivedFrom: ['c1'],
  }),
  claim('c5', 'Somebody else did it', 'C4', 'likely', {
    accused: null,
    proposition: 'OTHER',
    cluster: 'K3',
  }),
  claim('c6', 'State A ordered it', 'A2', 'very_likely', { ...OF_A, cluster: 'K4' }),
];

export interface Weighed {
  readonly claim: ExampleClaim;
  readonly units: number;
}

/** Evidence units of each claim alone. */
export function weighed(claims: readonly ExampleClaim[], policy: PolicyValues): Weighed[] {
  return claims.map((one) => ({ claim: one, units: evidenceUnits(one, policy) }));
}

export interface Fused {
  readonly link: Opinion;
  readonly state: Opinion;
  readonly unattributed: number;
  readonly other: number;
  readonly conflict: number;
}

/** What claims say together about one state. Throws where nobody accuses it: an example always does. */
export function fused(
  claims: readonly ExampleClaim[],
  accused: string,
  policy: PolicyValues,
  joint: readonly (readonly string[])[] = [],
): Fused {
  const { states, unattributed, other, conflict } = fuse(claims, { policy, joint });
  const opinions = states.get(accused);
  if (opinions === undefined) throw new Error(`no claim accuses ${accused}`);
  return { ...opinions, unattributed, other, conflict };
}

/** The six claims: together, each left out, and after the first is withdrawn (method.md T2, T3). */
export function sixClaims(policy: PolicyValues): {
  readonly whole: Fused;
  readonly parts: readonly Contribution[];
  readonly retracted: Fused;
} {
  return {
    whole: fused(SIX_CLAIMS, 'AA', policy),
    parts: contributions(SIX_CLAIMS, 'AA', { policy }),
    retracted: fused(retract(SIX_CLAIMS, 'c1'), 'AA', policy),
  };
}

const accusing = (state: string, count: number): ExampleClaim[] =>
  Array.from({ length: count }, (_, index) =>
    claim(`${state}${index}`, `State ${state.charAt(0)} ordered it`, 'B2', 'very_likely', {
      accused: state,
      proposition: 'STATE',
      cluster: `${state}${index}`,
    }),
  );

export interface Rivalry {
  readonly words: string;
  readonly a: Fused;
  readonly b: Fused;
}

/** Two states accused of the same (method.md T5). */
export function rivalries(policy: PolicyValues): Rivalry[] {
  const pair = (words: string, a: number, b: number, joint: string[][] = []): Rivalry => {
    const claims = [...accusing('AA', a), ...accusing('BB', b)];
    return {
      words,
      a: fused(claims, 'AA', policy, joint),
      b: fused(claims, 'BB', policy, joint),
    };
  };
  return [
    pair('One claim against each', 1, 1),
    pair('The same, said to have acted together', 1, 1, [['AA', 'BB']]),
    pair('Five claims against A, two against B', 5, 2),
  ];
}
