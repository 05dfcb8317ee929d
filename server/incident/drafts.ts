import 'server-only';
import type { IncidentDraft } from '@/domain/incident-draft';
import { canonicalJson } from '@/domain/ledger';
import { database } from '@/server/database';
import type { Tx } from '@/server/ledger';
import { isBlindTo } from '@/server/review/blind';

/** Most drafts that one person keeps open. Soft: a program that runs away, not a person. */
export const MOST_DRAFTS = 500;

/** A draft as the guards of a submission see it. */
export interface HeldDraft {
  readonly id: string;
  readonly submittedAs: string | null;
}

/** What a save leaves, told by the database and never assumed. */
export interface SavedDraft {
  readonly id: string;
  readonly revision: number;
  readonly savedAt: Date;
}

export interface Draft extends SavedDraft {
  readonly incidentId: string | null;
  readonly basedOn: number | null;
  readonly payload: unknown;
  readonly deletedAt: Date | null;
  readonly submittedAs: string | null;
}

const FIELDS = {
  ...{ id: true, revision: true, savedAt: true, incidentId: true, basedOn: true },
  ...{ payload: true, deletedAt: true, submittedAs: true },
} as const;

/** A draft's id as it may stand in an address; anything else names nothing. */
export const isDraftId = (id: string): boolean => /^[0-9a-f-]{36}$/.test(id);

/** A person's own draft that is not deleted; null where there is none. */
export async function draftWithin(tx: Tx, authorId: string, id: string): Promise<HeldDraft | null> {
  if (!isDraftId(id)) return null;
  return tx.draft.findFirst({
    where: { id, authorId, deletedAt: null },
    select: { id: true, submittedAs: true },
  });
}

/** Ends a draft with the record it became; the record's ledger entry names it. */
export async function submitDraft(tx: Tx, id: string, as: string): Promise<void> {
  await tx.draft.update({ where: { id }, data: { submittedAs: as } });
}

/**
 * One of a person's own drafts, deleted or submitted too; what is somebody else's is not there, nor a
 * change to a record that this person still has to code.
 */
export async function getDraft(authorId: string, id: string): Promise<Draft | null> {
  const draft = isDraftId(id)
    ? await database().draft.findFirst({ where: { id, authorId }, select: FIELDS })
    : null;
  if (draft === null || draft.incidentId === null) return draft;
  return (await isBlindTo({ kind: 'person', id: authorId }, draft.incidentId)) ? null : draft;
}

/** A draft in the list of its author. */
export interface ListedDraft extends Omit<Draft, 'payload'> {
  readonly title: string;
}

/** A person's own drafts, last saved first: those under way, or those deleted; none that was submitted. */
export function listDrafts(authorId: string, deleted: boolean): Promise<ListedDraft[]> {
  return database().$queryRaw<ListedDraft[]>`
    SELECT "id", "revision", "savedAt", "incidentId", "basedOn", "deletedAt", "submittedAs",
      coalesce("payload"->>'title', '') AS "title"
    FROM "Draft"
    WHERE "authorId" = ${authorId} AND "submittedAs" IS NULL
      AND ("deletedAt" IS NOT NULL) = ${deleted}::bool
    ORDER BY "savedAt" DESC, "id" LIMIT ${MOST_DRAFTS}::int`;
}

export type SaveResult =
  | { readonly ok: true; readonly draft: SavedDraft }
  | { readonly ok: false; readonly code: 'hidden' }
  /** Saved elsewhere meanwhile, deleted, or submitted; `theirs` is what is kept. */
  | {
      readonly ok: false;
      readonly code: 'stale' | 'deleted' | 'submitted';
      readonly theirs: Draft;
    };

/**
 * Saves a draft on the revision its writer read: one statement that compares and sets, outside the
 * ledger and its lock, since a draft is no record yet. The same save sent twice is saved once.
 */
export async function saveDraft(
  authorId: string,
  id: string,
  basedOn: number,
  payload: IncidentDraft,
): Promise<SaveResult> {
  if (!isDraftId(id)) return { ok: false, code: 'hidden' };
  const json = canonicalJson(payload);
  const [saved] = await database().$queryRaw<SavedDraft[]>`
    UPDATE "Draft" SET "payload" = ${json}::jsonb, "revision" = "revision" + 1,
      "savedAt" = clock_timestamp()
    WHERE "id" = ${id} AND "authorId" = ${authorId} AND "revision" = ${basedOn}::int
      AND "deletedAt" IS NULL AND "submittedAs" IS NULL
    RETURNING "id", "revision", "savedAt"`;
  if (saved !== undefined) return { ok: true, draft: saved };
  const theirs = await getDraft(authorId, id);
  if (theirs === null) return { ok: false, code: 'hidden' };
  if (theirs.deletedAt !== null) return { ok: false, code: 'deleted', theirs };
  if (theirs.submittedAs !== null) return { ok: false, code: 'submitted', theirs };
  const { revision, savedAt } = theirs;
  const arrived = revision === basedOn + 1 && canonicalJson(theirs.payload) === json;
  return arrived
    ? { ok: true, draft: { id, revision, savedAt } }
    : { ok: false, code: 'stale', theirs };
}
