import 'server-only';
import type { Actor } from '@/domain/actor';
import type { Instant } from '@/domain/dates';
import { revisionKnownAt } from '@/domain/incident-asof';
import { may } from '@/domain/permission';
import { database } from '@/server/database';
import { isBlindTo } from '@/server/review/blind';
import { type HeldRecord, heldRecord, type KeptRevision, keptRevision, subjectOf } from './record';

export type ReadResult =
  | { readonly ok: true; readonly held: HeldRecord; readonly revision: KeptRevision }
  /** `unknown_then`: logged here later. `blind`: the reader still has to code it. */
  | { readonly ok: false; readonly code: 'hidden' | 'unknown_then' | 'blind' }
  /** Merged: look there. */
  | { readonly ok: false; readonly code: 'moved'; readonly into: string };

/** A record that an actor may know of and that was not withdrawn; merged ones included. */
export async function readableRecord(actor: Actor, id: string): Promise<HeldRecord | null> {
  const held = await heldRecord(id);
  if (held === null || held.withdrawn) return null;
  return may(actor, 'record.read', subjectOf(held)).allowed ? held : null;
}

/**
 * Whether a reader of the record may also read one revision of it: today's marking and the one it
 * had then both count, so that neither raising nor lowering a marking shows anything.
 */
export const mayReadRevision = (
  actor: Actor,
  held: HeldRecord,
  then: Pick<KeptRevision, 'incident'>,
): boolean => may(actor, 'record.read', { ...subjectOf(held), tlp: then.incident.tlp }).allowed;

/** The number of the revision known at an instant, or null where the record was not known yet. */
export async function numberKnownAt(
  held: HeldRecord,
  known: Instant | null,
): Promise<number | null> {
  if (known === null) return held.revision;
  const rows = await database().incidentRevision.findMany({
    where: { incidentId: held.id },
    select: { number: true, recordedAt: true },
  });
  const revisions = rows.map((row) => ({ ...row, recordedAt: row.recordedAt.getTime() }));
  return revisionKnownAt(revisions, known, { importedHistory: held.imported })?.number ?? null;
}

/** A record as it stands, or as it was known at an instant; what one may not see is not there. */
export async function readRecord(
  actor: Actor,
  id: string,
  known: Instant | null = null,
): Promise<ReadResult> {
  const held = await readableRecord(actor, id);
  if (held === null) return { ok: false, code: 'hidden' };
  if (held.retiredInto !== null) {
    const stands = await readableRecord(actor, held.retiredInto);
    return stands === null
      ? { ok: false, code: 'hidden' }
      : { ok: false, code: 'moved', into: held.retiredInto };
  }
  if (await isBlindTo(actor, id)) return { ok: false, code: 'blind' };
  const number = await numberKnownAt(held, known);
  if (number === null) return { ok: false, code: 'unknown_then' };
  const revision = await keptRevision(id, number);
  return revision === null || !mayReadRevision(actor, held, revision)
    ? { ok: false, code: 'hidden' }
    : { ok: true, held, revision };
}

/** The record that stands for a merged one, as far as the actor may see it; null: none does. */
export async function movedTo(actor: Actor, id: string): Promise<string | null> {
  const read = await readRecord(actor, id);
  return !read.ok && read.code === 'moved' ? read.into : null;
}
