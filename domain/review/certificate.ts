import { z } from 'zod';
import { type Hash, hashOf } from '@/domain/ledger';
import { VERDICTS } from '@/domain/verdict';
import { findingStateSchema, reckoningSchema } from './reckoning';
import { signedContentSchema } from './signature';
import { VOTE_POSITIONS } from './vote';

export const CERTIFICATE_FORMAT = 'servanda.certificate/1';

/** How a person with nothing but this file and a SHA-256 program can check it. */
export const CERTIFICATE_CHECK = [
  'Every hash is SHA-256 in lower-case hexadecimal; of JSON it is taken over its canonical form (RFC 8785), in UTF-8.',
  'seal is the hash of this file without its field seal.',
  'contentHash is the hash of content, which is what every vote names; content.inputsHash is the hash of inputs.',
  'Inputs, judged by the engine that content names, give content again: verdict, rule, trace.',
  'textHash of a vote or reply is the hash of its text as plain UTF-8.',
  'decision.reckoning counts the votes by delegation (method, section 6); the hash of it stands in the ledger entry finding.decided.',
  'The event of an entry is its at, actor, type, subject, seq and payloadHash; payloadHash is the hash of {payload, salt}.',
  'Each path leads from the entry, as a leaf of the Merkle tree (RFC 6962: 0x00 before the event, 0x01 before two nodes), to ledger.root.',
  'The proof of entry N alone is at /api/v1/ledger/proofs?entry=N where this was issued; anybody may have it.',
  'Compare ledger.root with what the other side kept, or prove the two consistent: /verify does so without a server.',
] as const;

const hash = z.string().regex(/^[0-9a-f]{64}$/, 'expected a SHA-256 in lower-case hexadecimal');
const id = z.string().min(1).max(200);
const at = z.iso.datetime();
const seq = z.int().positive();
const statement = { by: id, at, text: z.string().nullable(), textHash: hash.nullable() };

export const certifiedVoteSchema = z.strictObject({
  ...{ seq, position: z.enum(VOTE_POSITIONS), content: hash },
  ...statement,
});

export const certifiedEntrySchema = z.strictObject({
  ...{ seq, at, actor: id, type: id, subject: id, payloadHash: hash },
  payload: z.json(),
  salt: z.string().nullable(),
  /** From the entry to the root, leaf side first. */
  path: z.array(hash).max(64),
});

/** What proves a published finding: what was decided, by whom, on what, and where the ledger says so. */
export const certificateSchema = z.strictObject({
  format: z.literal(CERTIFICATE_FORMAT),
  issuedAt: at,
  check: z.array(z.string()),
  finding: z.strictObject({
    ...{ id, version: z.int().positive(), supersedes: id.nullable() },
    /** Where it stood when this was issued: it may have gone stale or been revoked since it was published. */
    state: findingStateSchema,
    ...{ nominatedBy: id, forwardedBy: id },
  }),
  content: signedContentSchema,
  contentHash: hash,
  /** All that the judgement read (`Inputs`). */
  inputs: z.json(),
  votes: z.array(certifiedVoteSchema),
  decision: z.strictObject({ by: id, at, reckoning: reckoningSchema }),
  publication: z.strictObject({
    ...{ word: z.enum(VERDICTS), at, proposedBy: id, confirmedBy: id },
  }),
  replies: z.array(z.strictObject({ seq, ...statement })),
  /** Everybody named above, with the roles in which they took part. */
  people: z.array(z.strictObject({ id, name: z.string(), roles: z.array(z.string()) })),
  /** The entries about the finding and its session, each proved to lie under one root. */
  ledger: z.strictObject({
    ...{ treeSize: seq, root: hash },
    entries: z.array(certifiedEntrySchema),
  }),
  seal: hash,
});
export type Certificate = z.infer<typeof certificateSchema>;

/** The hash that seals a certificate. */
export function sealOf({ seal: _, ...rest }: Certificate): Hash {
  return hashOf(rest);
}

/** A certificate, sealed; it says itself how it is checked. */
export function certificateOf(said: Omit<Certificate, 'format' | 'check' | 'seal'>): Certificate {
  const format: typeof CERTIFICATE_FORMAT = CERTIFICATE_FORMAT;
  const whole = { format, check: [...CERTIFICATE_CHECK], ...said };
  return { ...whole, seal: hashOf(whole) };
}
