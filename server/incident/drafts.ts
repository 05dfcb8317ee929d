import 'server-only';
import type { Actor } from '@/domain/actor';
import type { IncidentDraft } from '@/domain/incident-draft';
import { canonicalJson } from '@/domain/ledger';
import { HOUSE, type Refusal } from '@/domain/permission';
import { database } from '@/server/database';
import { guardWithin } from '@/server/guard';
import { plainJson } from '@/server/json';
import { append, type Tx, writing } from '@/server/ledger';
import { heldRecord, NOWHERE, subjectOf } from './record';

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

const isDraftId = (id: string): boolean => /^[0-9a-f-]{36}$/.test(id);

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

/** One of a person's own drafts, deleted or submitted too; what is somebody else's is not there. */
export async function getDraft(authorId: string, id: string): Promise<Draft | null> {
  if (!isDraftId(id)) return null;
  return database().draft.findFirst({ where: { id, authorId }, select: FIELDS });
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

export interface NewDraft {
  readonly payload: IncidentDraft;
  readonly incidentId?: string | undefined;
  readonly basedOn?: number | undefined;
}
export type CreateResult =
  | { readonly ok: true; readonly draft: SavedDraft }
  | { readonly ok: false; readonly code: Refusal | 'too_many' | 'unknown_revision' };

const payloadOf = (payload: IncidentDraft) => plainJson(payload);

/** Begins a draft, of a new record or of a change to one that this person may revise. */
export function createDraft(actor: Actor, wanted: NewDraft): Promise<CreateResult> {
  return writing(async (tx): Promise<CreateResult> => {
    const { incidentId = null, basedOn = null, payload } = wanted;
    const held = incidentId === null ? null : await heldRecord(incidentId, tx);
    const gone = held === null || held.withdrawn || held.retiredInto !== null;
    const allowed =
      incidentId === null
        ? await guardWithin(tx, actor, 'incident.log', HOUSE)
        : await guardWithin(tx, actor, 'incident.revise', gone ? NOWHERE : subjectOf(held));
    if (!allowed.ok) return allowed;
    if (incidentId !== null && gone) return { ok: false, code: 'hidden' };
    if (held !== null && (basedOn === null || basedOn > held.revision))
      return { ok: false, code: 'unknown_revision' };
    const authorId = allowed.author.id;
    const open = { authorId, deletedAt: null, submittedAs: null };
    if ((await tx.draft.count({ where: open })) >= MOST_DRAFTS)
      return { ok: false, code: 'too_many' };
    const draft = await tx.draft.create({
      data: {
        authorId,
        incidentId,
        basedOn: held === null ? null : basedOn,
        payload: payloadOf(payload),
      },
      select: { id: true, revision: true, savedAt: true },
    });
    await append(tx, {
      ...{ actor: allowed.author, type: 'draft.created', subject: `draft:${draft.id}` },
      payload: { draft: draft.id, incident: incidentId, basedOn },
    });
    return { ok: true, draft };
  });
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

export type ShelveResult =
  | { readonly ok: true; readonly draft: SavedDraft }
  | { readonly ok: false; readonly code: Refusal | 'submitted' };

/** Deletes a draft or takes it back; it is kept either way. Doing it twice does it once. */
export function shelveDraft(actor: Actor, id: string, deleted: boolean): Promise<ShelveResult> {
  return writing(async (tx): Promise<ShelveResult> => {
    const allowed = await guardWithin(tx, actor, 'incident.log', HOUSE);
    if (!allowed.ok) return allowed;
    const mine = isDraftId(id)
      ? await tx.draft.findFirst({ where: { id, authorId: allowed.author.id }, select: FIELDS })
      : null;
    if (mine === null) return { ok: false, code: 'hidden' };
    if (mine.submittedAs !== null) return { ok: false, code: 'submitted' };
    const draft = { id, revision: mine.revision, savedAt: mine.savedAt };
    if ((mine.deletedAt !== null) === deleted) return { ok: true, draft };
    const { at } = await append(tx, {
      actor: allowed.author,
      ...{ type: deleted ? 'draft.deleted' : 'draft.restored', subject: `draft:${id}` },
      payload: { draft: id },
    });
    await tx.draft.update({ where: { id }, data: { deletedAt: deleted ? new Date(at) : null } });
    return { ok: true, draft };
  });
}
