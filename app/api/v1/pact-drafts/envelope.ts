import { z } from 'zod';
import { DRAFT_MAX_BYTES } from '@/domain/incident-draft';
import { changesSchema } from '@/domain/lab/variant';
import { pactDraftSchema } from '@/domain/pact-draft/draft';
import { boundedDay } from '@/domain/standing-filter';
import { slug } from '@/domain/text';
import type { HeldPactDraft, SavedPactDraft } from '@/server/pact/drafts';

/** Largest body with a draft, bytes: the draft as it may be written out, and what stands around it. */
export const MOST_PACT_DRAFT = 2 * DRAFT_MAX_BYTES;

const number = z.int().min(1, 'expected a number from 1').max(2_147_483_646);

export const newPactDraftSchema = z
  .strictObject({
    /** Chosen by who begins it, so that what is sent twice is begun once. */
    id: z.uuid('expected a UUID').toLowerCase().optional(),
    pact: slug.optional(),
    version: number.optional(),
    /** A variant of the lab: numbers moved, and an entry into force assumed. */
    set: changesSchema.optional(),
    from: boundedDay.optional(),
  })
  .refine(
    ({ pact, version, set, from }) => pact !== undefined || (version ?? set ?? from) === undefined,
    { error: 'a version or a variant is of a pact: name it', path: ['pact'] },
  );

export const savedPactDraftSchema = z.strictObject({
  basedOn: number,
  payload: pactDraftSchema,
  /** The draft was brought up to this version of its pact. */
  rebasedTo: number.optional(),
});

export const keepSchema = z.strictObject({
  basedOn: number,
  /** The id of a new pact; null: the next version of the pact it was forked from. */
  newId: slug.nullable().default(null),
});

export const savedAnswer = ({ id, revision, savedAt }: SavedPactDraft) => ({
  ...{ id, revision, savedAt: savedAt.toISOString() },
});

export const draftAnswer = (draft: HeldPactDraft & { readonly author?: string }) => ({
  ...savedAnswer(draft),
  ...{ authorId: draft.authorId, pactId: draft.pactId, pactVersion: draft.pactVersion },
  ...(draft.author === undefined ? {} : { author: draft.author }),
  ...{ payload: draft.payload, keptAs: draft.keptAs },
  deletedAt: draft.deletedAt?.toISOString() ?? null,
});
