import { z } from 'zod';
import { DRAFT_MAX_BYTES, incidentDraftSchema } from '@/domain/incident-draft';
import type { Draft, SavedDraft } from '@/server/incident/drafts';

/** Largest body with a draft, bytes: the draft as it may be written out, and what stands around it. */
export const MOST_DRAFT = 2 * DRAFT_MAX_BYTES;

const basedOn = z.int().min(1, 'expected the number of a revision').max(2_147_483_646);

export const newDraftSchema = z.strictObject({
  /** Chosen by who begins it, so that what is sent twice is begun once. */
  id: z.uuid('expected a UUID').toLowerCase().optional(),
  payload: incidentDraftSchema,
  incidentId: z.string().max(120, 'expected at most 120 characters').optional(),
  basedOn: basedOn.optional(),
});
export const savedDraftSchema = z.strictObject({ basedOn, payload: incidentDraftSchema });

export const savedAnswer = ({ id, revision, savedAt }: SavedDraft) => ({
  ...{ id, revision, savedAt: savedAt.toISOString() },
});

export const draftAnswer = ({ incidentId, basedOn: on, payload, deletedAt, ...draft }: Draft) => ({
  ...savedAnswer(draft),
  ...{ incidentId, basedOn: on, payload, submittedAs: draft.submittedAs },
  deletedAt: deletedAt?.toISOString() ?? null,
});
