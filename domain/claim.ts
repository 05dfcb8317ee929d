import { z } from 'zod';
import { datedSchema } from './dates';
import { stateSchema } from './states';
import { localId, text } from './text';
import { BASES, CLAIMANT_TYPES, codesOf, LIMBS } from './vocabulary';

/** What a claim says of the accused state (method.md 2.2). */
export const PROPOSITIONS = ['STATE', 'LINK', 'PRIVATE', 'OTHER'] as const;
export type Proposition = (typeof PROPOSITIONS)[number];

/** ICD 203 words (method.md 2.1). */
export const LIKELIHOODS = [
  'almost_no_chance',
  'very_unlikely',
  'unlikely',
  'roughly_even_chance',
  'likely',
  'very_likely',
  'almost_certain',
] as const;
export type Likelihood = (typeof LIKELIHOODS)[number];

export const RELIABILITIES = ['A', 'B', 'C', 'D', 'E', 'F'] as const;
export type Reliability = (typeof RELIABILITIES)[number];
export const CREDIBILITIES = [1, 2, 3, 4, 5, 6] as const;
export type Credibility = (typeof CREDIBILITIES)[number];
export const credibilitySchema = z.union(
  [z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5), z.literal(6)],
  { error: 'expected a credibility from 1 to 6' },
);

/** How a claim depends on the other claims of its evidence cluster (method.md 2.4). */
export const DEPENDENCES = ['lead', 'shared', 'derivative', 'partial'] as const;
export type Dependence = (typeof DEPENDENCES)[number];

export const CLAIM_STATUSES = ['live', 'retracted', 'superseded', 'orphaned'] as const;
export type ClaimStatus = (typeof CLAIM_STATUSES)[number];

/** The fields that carry a claim's weight; what `fuse` reads. */
const weightShape = {
  id: localId,
  accused: stateSchema.nullable(),
  proposition: z.enum(PROPOSITIONS),
  limbs: z
    .array(z.enum(codesOf(LIMBS)))
    .min(1, 'expected at least one limb')
    .optional(),
  reliability: z.enum(RELIABILITIES),
  credibility: credibilitySchema,
  likelihood: z.enum(LIKELIHOODS).optional(),
  probability: z
    .number()
    .gt(0, 'expected a probability above 0')
    .lt(1, 'expected a probability below 1')
    .optional(),
  cluster: localId,
  dependence: z.enum(DEPENDENCES),
  status: z.enum(CLAIM_STATUSES),
  admission: z.boolean().default(false),
};

interface Weighed {
  accused: string | null;
  proposition: Proposition;
  likelihood?: Likelihood | undefined;
  probability?: number | undefined;
}

function checkWeight(claim: Weighed, context: z.RefinementCtx): void {
  const fault = (path: string, code: string, message: string) =>
    context.addIssue({ code: 'custom', path: [path], message, params: { code } });
  if (claim.accused === null && claim.proposition !== 'OTHER')
    fault(
      'accused',
      'accused_missing',
      `expected a state code: null goes with proposition OTHER only`,
    );
  if ((claim.likelihood === undefined) === (claim.probability === undefined))
    fault(
      'likelihood',
      'likelihood_or_probability',
      'expected exactly one of likelihood and probability',
    );
}

const claimantSchema = z.strictObject({
  name: text(300),
  type: z.enum(codesOf(CLAIMANT_TYPES)),
  state: stateSchema.nullable(),
});

/** What a claim says beside its weight. */
const recordShape = {
  claimant: claimantSchema,
  actor: text(300).optional(),
  date: datedSchema.nullable(),
  basis: z.enum(codesOf(BASES)),
  derivedFrom: z.array(localId).default([]),
  retractedOn: datedSchema.optional(),
  sources: z.array(localId),
  note: text(4000).optional(),
};

/** A claim as the fusion reads it: its weight; the rest of the record may be left out. */
export const weighedClaimSchema = z
  .strictObject({ ...z.object(recordShape).partial().shape, ...weightShape })
  .superRefine(checkWeight);
export type WeighedClaim = z.infer<typeof weighedClaimSchema>;

/** Who says who did it, on what basis and how sure (dossier.md). */
export const claimSchema = z
  .strictObject({ ...weightShape, ...recordShape })
  .superRefine((claim, context) => {
    checkWeight(claim, context);
    if (claim.status === 'live' && claim.sources.length === 0)
      context.addIssue({
        code: 'custom',
        params: { code: 'claim_without_source' },
        path: ['sources'],
        message: 'expected at least one source: a claim without one cannot be live',
      });
  });
export type Claim = z.infer<typeof claimSchema>;
