import { z } from 'zod';
import { VERDICTS } from './verdict';

const verdict = z.enum(VERDICTS);

/** One finding that a change of the policy would turn into another. */
const flipSchema = z.object({
  incident: z.string(),
  title: z.string(),
  clause: z.string(),
  accused: z.string(),
  from: verdict,
  to: verdict,
});
export type PolicyFlip = z.infer<typeof flipSchema>;

/** What a change of the policy would do to the findings under one pact. */
export const policyFlipsSchema = z.object({
  pact: z.string(),
  /** How many findings have each verdict, before and after; those not covered are left out. */
  counts: z.array(z.object({ verdict, before: z.int(), after: z.int() })),
  flips: z.array(flipSchema),
  /** Flips of records that the reader may not see: told as a number. */
  beyond: z.int(),
});
export type PolicyFlips = z.infer<typeof policyFlipsSchema>;

/** How many findings a proposal would have turned when it was made, in all and by pact. */
export const policyImpactSchema = z.object({
  flips: z.int(),
  pacts: z.array(z.object({ pact: z.string(), flips: z.int() })),
});
export type PolicyImpact = z.infer<typeof policyImpactSchema>;

/** One value that differs between two versions. */
const differenceSchema = z.object({
  path: z.string(),
  label: z.string(),
  /** Which of several, such as `likely`; null where the value is one number. */
  part: z.string().nullable(),
  unit: z.string(),
  /** Null: the earlier version had no such value. */
  from: z.number().nullable(),
  to: z.number(),
});
export type PolicyDifference = z.infer<typeof differenceSchema>;

const who = z.object({ id: z.string(), name: z.string() });

/** A proposed change as the page lists it. */
export const policyProposalSchema = z.object({
  id: z.string(),
  basedOn: z.string(),
  changes: z.record(z.string(), z.number()),
  /** What it changes, beside the values of the version it was proposed against. */
  differences: z.array(differenceSchema),
  validFrom: z.string(),
  reason: z.string(),
  impact: policyImpactSchema,
  proposedBy: who,
  proposedAt: z.string(),
  /** Null while it waits. */
  decision: z
    .object({ by: who, at: z.string(), accepted: z.boolean(), reason: z.string() })
    .nullable(),
  /** The version it became. */
  version: z.string().nullable(),
});
export type PolicyProposal = z.infer<typeof policyProposalSchema>;
export const policyProposalsSchema = z.object({ proposals: z.array(policyProposalSchema) });

/** A version of the policy with what it changed, who decided so and why; null: the first one. */
export interface ListedVersion {
  readonly version: string;
  readonly validFrom: string;
  readonly inForce: boolean;
  readonly decided: { readonly proposedBy: string; readonly confirmedBy: string } | null;
  readonly reason: string | null;
  readonly differences: readonly PolicyDifference[];
}
