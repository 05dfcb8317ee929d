import 'server-only';
import type { Actor, Person } from '@/domain/actor';
import type { Refusal } from '@/domain/permission';
import { now } from '@/server/clock';
import { guardWithin } from '@/server/guard';
import { plainJson } from '@/server/json';
import { append, type Tx, writing } from '@/server/ledger';
import { type HeldRecord, heldRecord, keptRevision, NOWHERE, subjectOf } from './record';

/** How long its author can undo a record they logged. The screens offer it for ten seconds of these. */
export const UNDO_SECONDS = 60;

export type UndoResult =
  | { readonly ok: true; readonly draft: string }
  | { readonly ok: false; readonly code: Refusal | 'too_late' | 'changed' };

/** The draft a record came from, open again, or a new one with what was logged. */
async function backAsDraft(tx: Tx, author: Person, held: HeldRecord, payload: unknown) {
  const from = await tx.draft.findFirst({
    where: { authorId: author.id, submittedAs: held.id, incidentId: null, deletedAt: null },
    orderBy: { savedAt: 'desc' },
    select: { id: true },
  });
  const kept = plainJson(payload);
  const { id } =
    from === null
      ? await tx.draft.create({ data: { authorId: author.id, payload: kept } })
      : await tx.draft.update({
          where: { id: from.id },
          data: {
            payload: kept,
            savedAt: new Date(now()),
            submittedAs: null,
            revision: { increment: 1 },
          },
        });
  return id;
}

/**
 * Withdraws a record that its author logged within the last minute and that nobody touched since. It
 * is kept with its history and shown to nobody; its content is a draft again.
 */
export function undoLogging(actor: Actor, id: string): Promise<UndoResult> {
  return writing(async (tx): Promise<UndoResult> => {
    const held = await heldRecord(id, tx);
    const gone = held === null || held.withdrawn || held.retiredInto !== null;
    const allowed = await guardWithin(
      tx,
      actor,
      'incident.revise',
      gone ? NOWHERE : subjectOf(held),
    );
    if (!allowed.ok) return allowed;
    if (gone) return { ok: false, code: 'hidden' };
    const { author } = allowed;
    const current = await keptRevision(id, held.revision, tx);
    const last = await tx.ledgerEntry.findUnique({ where: { seq: held.ledgerSeq } });
    const untouched = last?.type === 'incident.logged' && current?.author?.id === author.id;
    if (!untouched) return { ok: false, code: 'changed' };
    if (now() - current.recordedAt.getTime() > UNDO_SECONDS * 1000)
      return { ok: false, code: 'too_late' };
    const draft = await backAsDraft(tx, author, held, current.incident);
    const { seq, at } = await append(tx, {
      ...{ actor: author, type: 'incident.withdrawn', subject: `incident:${id}` },
      payload: { incident: id, revision: held.revision, draft },
    });
    await tx.incident.update({
      where: { id },
      data: { withdrawnAt: new Date(at), ledgerSeq: seq, updatedAt: new Date(at) },
    });
    return { ok: true, draft };
  });
}
