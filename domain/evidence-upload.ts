import { z } from 'zod';
import { evidenceSchema, sha256Schema } from './evidence';
import { text } from './text';

/** What is said of a file when it is handed in; the rest the server finds out by itself. */
export const evidenceUploadSchema = evidenceSchema
  .pick({
    ...{ sha256: true, name: true, description: true, capturedAt: true, tool: true, url: true },
    tlp: true,
  })
  .extend({
    /** Left out: sealed where the incident is a leak. */
    sealed: z.boolean().optional(),
    /** Left out: who hands it in. */
    capturedBy: text(300).optional(),
    claims: evidenceSchema.shape.claims.default([]),
  });
export type EvidenceUpload = z.infer<typeof evidenceUploadSchema>;

/** What is said of a redacted working copy: what arrives, and what was blacked out and why. */
export const workingCopySchema = z.strictObject({ sha256: sha256Schema, reason: text(2000) });
export type WorkingCopy = z.infer<typeof workingCopySchema>;

/** Why a sealed item is opened. */
export const openingSchema = z.strictObject({ reason: text(2000) });

/** Why a piece of evidence is withdrawn or brought back. */
export const withdrawalSchema = z.strictObject({ reason: text(2000) });
