import { z } from 'zod';
import { slug, text } from './text';

/** What one person asks for and a second decides (design: two people are needed). */
export const PROPOSAL_KINDS = ['retract', 'restore', 'merge'] as const;
export type ProposalKind = (typeof PROPOSAL_KINDS)[number];

const reason = text(2000);

/** A merge names the record that shall stand for this one; nothing else does. */
export const newProposalSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('retract'), reason }),
  z.strictObject({ kind: z.literal('restore'), reason }),
  z.strictObject({ kind: z.literal('merge'), reason, into: slug }),
]);
export type NewProposal = z.infer<typeof newProposalSchema>;

export const decisionSchema = z.strictObject({ accept: z.boolean(), reason });
export type ProposalDecision = z.infer<typeof decisionSchema>;
export const undoSchema = z.strictObject({ reason });
