import 'server-only';
import type { Actor } from '@/domain/actor';
import type { IncidentDraft } from '@/domain/incident-draft';
import { canonicalJson } from '@/domain/ledger';
import { HOUSE, type Refusal } from '@/domain/permission';
import { now } from '@/server/clock';
import { guardWithin } from '@/server/guard';
import { plainJson } from '@/server/json';
import { append, type Tx, writing } from '@/server/ledger';
import { isBlindTo } from '@/server/review/blind';
import { type Draft, isDraftId, MOST_DRAFTS, type SavedDraft } from './drafts';
import { heldRecord, NOWHERE, subjectOf } from './record';

export interface NewDraft {
  /** Chosen by who begins it; absent: chosen here. */
  readonly id?: string | undefined;
  readonly payload: IncidentDraft;
  readonly incidentId?: string | undefined;
  readonly basedOn?: number | undefined;
}
export type CreateResult =
  | { readonly ok: true; readonly draft: SavedDraft }
  | { readonly ok: false; readonly code: Refusal | 'too_many' | 'unknown_revision' | 'taken' }
  /** Begun before, and gone on with elsewhere. */
  | {
      readonly ok: false;
      readonly code: 'stale' | 'deleted' | 'submitted';
      readonly theirs: Draft;
    };

/**
 * A draft that arrives a second time, because its first answer was lost: the same draft, with what
 * was typed since. Only its first revision is known to be its sender's; a later one is a clash.
 */
async function begunBefore(
  tx: Tx,
  authorId: string,
  id: string,
  payload: IncidentDraft,
): Promise<CreateResult | null> {
  const held = await tx.draft.findUnique({ where: { id } });
  if (held === null) return null;
  if (held.authorId !== authorId) return { ok: false, code: 'taken' };
  if (
    held.incidentId !== null &&
    (await isBlindTo({ kind: 'person', id: authorId }, held.incidentId, tx))
  )
    return { ok: false, code: 'blind' };
  if (held.deletedAt !== null) return { ok: false, code: 'deleted', theirs: held };
  if (held.submittedAs !== null) return { ok: false, code: 'submitted', theirs: held };
  if (canonicalJson(held.payload) === canonicalJson(payload)) return { ok: true, draft: held };
  const savedAt = new Date(now());
  const { count } = await tx.draft.updateMany({
    where: { id, revision: 1 },
    data: { payload: plainJson(payload), revision: 2, savedAt },
  });
  if (count === 1) return { ok: true, draft: { id, revision: 2, savedAt } };
  const theirs = await tx.draft.findUniqueOrThrow({ where: { id } });
  return { ok: false, code: 'stale', theirs };
}

/** Begins a draft, of a new record or of a change to one that this person may revise; once an id. */
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
    if (incidentId !== null && (await isBlindTo(allowed.author, incidentId, tx)))
      return { ok: false, code: 'blind' };
    if (held !== null && (basedOn === null || basedOn > held.revision))
      return { ok: false, code: 'unknown_revision' };
    const authorId = allowed.author.id;
    const again = wanted.id && (await begunBefore(tx, authorId, wanted.id, payload));
    if (again) return again;
    const open = { authorId, deletedAt: null, submittedAs: null };
    if ((await tx.draft.count({ where: open })) >= MOST_DRAFTS)
      return { ok: false, code: 'too_many' };
    const draft = await tx.draft.create({
      data: {
        ...(wanted.id === undefined ? {} : { id: wanted.id }),
        authorId,
        incidentId,
        basedOn: held === null ? null : basedOn,
        payload: plainJson(payload),
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

export type ShelveResult =
  | { readonly ok: true; readonly draft: SavedDraft }
  | { readonly ok: false; readonly code: Refusal | 'submitted' };

/** Deletes a draft or takes it back; it is kept either way. Doing it twice does it once. */
export function shelveDraft(actor: Actor, id: string, deleted: boolean): Promise<ShelveResult> {
  return writing(async (tx): Promise<ShelveResult> => {
    const allowed = await guardWithin(tx, actor, 'incident.log', HOUSE);
    if (!allowed.ok) return allowed;
    const mine = isDraftId(id)
      ? await tx.draft.findFirst({ where: { id, authorId: allowed.author.id } })
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
