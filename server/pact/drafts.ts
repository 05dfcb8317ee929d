import 'server-only';
import { canonicalJson } from '@/domain/ledger';
import type { PactDraft } from '@/domain/pact-draft/draft';
import { database } from '@/server/database';
import { isDraftId } from '@/server/incident/drafts';
import type { Tx } from '@/server/ledger';

/** Most drafts that one person keeps open, and most that a list shows. Soft: a program that runs away. */
export const MOST_PACT_DRAFTS = 200;

/** What a save leaves, told by the database and never assumed. */
export interface SavedPactDraft {
  readonly id: string;
  readonly revision: number;
  readonly savedAt: Date;
}

/** The version of a pact that a draft began from, or was last brought up to; null: a new pact. */
export interface ForkedFrom {
  readonly pactId: string | null;
  readonly pactVersion: number | null;
}

export interface HeldPactDraft extends SavedPactDraft, ForkedFrom {
  readonly authorId: string;
  readonly payload: unknown;
  readonly deletedAt: Date | null;
  readonly keptAs: string | null;
}

/** A draft of anybody, deleted or kept too, for those who may read drafts; null where there is none. */
export async function getPactDraft(
  id: string,
  within: Tx = database(),
): Promise<(HeldPactDraft & { readonly author: string }) | null> {
  if (!isDraftId(id)) return null;
  const found = await within.pactDraft.findUnique({
    where: { id },
    include: { author: { select: { name: true } } },
  });
  if (found === null) return null;
  const { author, ...draft } = found;
  return { ...draft, author: author.name };
}

/** A draft in a list: whose it is and what it is called, without what it says. */
export interface ListedPactDraft extends Omit<HeldPactDraft, 'payload'> {
  readonly title: string;
  readonly author: string;
}

/** The drafts under way, or those deleted, of everybody or of one author; last saved first, none that became a version. */
export function listPactDrafts(
  deleted: boolean,
  authorId: string | null = null,
): Promise<ListedPactDraft[]> {
  return database().$queryRaw<ListedPactDraft[]>`
    SELECT d."id", d."authorId", u."name" AS "author", d."pactId", d."pactVersion", d."revision",
      d."savedAt", d."deletedAt", d."keptAs", coalesce(d."payload"->'pact'->>'title', '') AS "title"
    FROM "PactDraft" d JOIN "User" u ON u."id" = d."authorId"
    WHERE d."keptAs" IS NULL AND (d."deletedAt" IS NOT NULL) = ${deleted}::bool
      AND (${authorId}::text IS NULL OR d."authorId" = ${authorId})
    ORDER BY d."savedAt" DESC, d."id" LIMIT ${MOST_PACT_DRAFTS}::int`;
}

export type SavePactResult =
  | { readonly ok: true; readonly draft: SavedPactDraft }
  | { readonly ok: false; readonly code: 'hidden' | 'not_author' | 'unknown_version' }
  /** Saved elsewhere meanwhile, deleted, or kept; `theirs` is what is held. */
  | {
      readonly ok: false;
      readonly code: 'stale' | 'deleted' | 'kept';
      readonly theirs: HeldPactDraft;
    };

/** One save: on which revision it was typed; `rebasedTo`: it was brought up to that version too. */
export interface PactSave {
  readonly basedOn: number;
  readonly payload: PactDraft;
  readonly rebasedTo?: number | undefined;
}

const versionExists = async (pactId: string | null, version: number): Promise<boolean> =>
  pactId !== null && (await database().pactVersion.count({ where: { pactId, version } })) === 1;

/**
 * Saves a draft of one's own on the revision that was read: one statement that compares and sets,
 * outside the ledger and its lock, since a draft is no version yet. The same save sent twice is saved
 * once.
 */
export async function savePactDraft(
  authorId: string,
  id: string,
  { basedOn, payload, rebasedTo }: PactSave,
): Promise<SavePactResult> {
  const before = await getPactDraft(id);
  if (before === null) return { ok: false, code: 'hidden' };
  if (before.authorId !== authorId) return { ok: false, code: 'not_author' };
  if (rebasedTo !== undefined && !(await versionExists(before.pactId, rebasedTo)))
    return { ok: false, code: 'unknown_version' };
  const json = canonicalJson(payload);
  const [saved] = await database().$queryRaw<SavedPactDraft[]>`
    UPDATE "PactDraft" SET "payload" = ${json}::jsonb, "revision" = "revision" + 1,
      "savedAt" = clock_timestamp(),
      "pactVersion" = coalesce(${rebasedTo ?? null}::int, "pactVersion")
    WHERE "id" = ${id} AND "authorId" = ${authorId} AND "revision" = ${basedOn}::int
      AND "deletedAt" IS NULL AND "keptAs" IS NULL
    RETURNING "id", "revision", "savedAt"`;
  if (saved !== undefined) return { ok: true, draft: saved };
  const theirs = await getPactDraft(id);
  if (theirs === null) return { ok: false, code: 'hidden' };
  if (theirs.deletedAt !== null) return { ok: false, code: 'deleted', theirs };
  if (theirs.keptAs !== null) return { ok: false, code: 'kept', theirs };
  const { revision, savedAt } = theirs;
  const arrived =
    revision === basedOn + 1 &&
    canonicalJson(theirs.payload) === json &&
    (rebasedTo === undefined || theirs.pactVersion === rebasedTo);
  return arrived
    ? { ok: true, draft: { id, revision, savedAt } }
    : { ok: false, code: 'stale', theirs };
}
