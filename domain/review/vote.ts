import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { z } from 'zod';
import type { Hash } from '@/domain/ledger';
import { text } from '@/domain/text';

export const VOTE_POSITIONS = ['uphold', 'dissent', 'abstain'] as const;
export type VotePosition = (typeof VOTE_POSITIONS)[number];

const remark = text(4000).nullable().default(null);

/** A vote as it is cast. A dissent is reasoned; the other two may be. */
export const newVoteSchema = z.discriminatedUnion('position', [
  z.strictObject({ position: z.literal('uphold'), text: remark }),
  z.strictObject({ position: z.literal('dissent'), text: text(20_000) }),
  z.strictObject({ position: z.literal('abstain'), text: remark }),
]);
export type NewVote = z.infer<typeof newVoteSchema>;

/** A vote as it is kept: never changed, never deleted. */
export interface Vote {
  /** In the order they were cast; a later vote of the same person supersedes their earlier ones. */
  readonly seq: number;
  readonly by: string;
  readonly position: VotePosition;
  readonly text: string | null;
  /** SHA-256 of the text (`statementHash`); null without one. */
  readonly textHash: Hash | null;
  /** The content it was cast on (`contentHash`); on another content it counts for nothing. */
  readonly content: Hash;
}

/** SHA-256 of the UTF-8 bytes of a dissent or reply, as `sha256sum` gives it. */
export const statementHash = (statement: string): Hash =>
  bytesToHex(sha256(utf8ToBytes(statement)));

/** Why a delegate steps back (method.md 6, "Recusal"). Authors are recused without asking. */
export const RECUSAL_GROUNDS = {
  employee_of_claimant: 'Works, or worked, for somebody whose claim is weighed.',
  employee_of_victim: 'Works, or worked, for an organisation that was a victim.',
  other: 'For a reason of their own.',
} as const;
export type RecusalGround = keyof typeof RECUSAL_GROUNDS;

export const recusalSchema = z.strictObject({
  ground: z.enum(['employee_of_claimant', 'employee_of_victim', 'other']),
  reason: text(2000),
});
export type NewRecusal = z.infer<typeof recusalSchema>;

/** The right of reply: a statement of the accused party's delegation, published with the finding. */
export const replySchema = z.strictObject({ text: text(20_000) });
export type NewReply = z.infer<typeof replySchema>;
