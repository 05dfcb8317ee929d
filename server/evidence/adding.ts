import 'server-only';
import type { Actor } from '@/domain/actor';
import { EVIDENCE_LIMITS, sealedByDefault } from '@/domain/evidence';
import { suspendedAt } from '@/domain/evidence-standing';
import type { EvidenceUpload, WorkingCopy } from '@/domain/evidence-upload';
import type { Incident } from '@/domain/incident';
import type { Refusal } from '@/domain/permission';
import type { Author } from '@/server/author';
import { guardWithin } from '@/server/guard';
import { heldRecord, keptRevision, NOWHERE, subjectOf } from '@/server/incident/record';
import { append, type Tx, writing } from '@/server/ledger';
import { isBlindTo } from '@/server/review/blind';
import { heldItem, itemSubject, keepBytes, knownEvidence, sha256Of } from './item';

/** A file as it arrived. */
export interface Arrived {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
}

/** Claims whose evidence was withdrawn count again once other evidence carries them; readers refresh the record. */
async function relieve(tx: Tx, actor: Author, incident: Incident, item: string): Promise<void> {
  const evidence = await knownEvidence([incident.id], tx);
  const before = evidence.filter(({ id }) => id !== item);
  const now = suspendedAt(incident, evidence, Infinity);
  const claims = [...suspendedAt(incident, before, Infinity)].filter((claim) => !now.has(claim));
  if (claims.length === 0) return;
  const { seq } = await append(tx, {
    ...{ actor, type: 'evidence.relieved', subject: `incident:${incident.id}` },
    payload: { item, incident: incident.id, claims },
  });
  await tx.incident.update({ where: { id: incident.id }, data: { ledgerSeq: seq } });
}

export type AddResult =
  | { readonly ok: true; readonly id: string; readonly sha256: string; readonly sealed: boolean }
  | {
      readonly ok: false;
      readonly code: Refusal | 'mismatch' | 'too_many_items' | 'unknown_claim' | 'retired';
    };

/**
 * Keeps a file as evidence of a record, under its SHA-256, with its first entry of custody. The hash
 * is computed again over what arrived; where it differs nothing is stored.
 */
export async function addEvidence(
  actor: Actor,
  incidentId: string,
  upload: EvidenceUpload,
  { bytes, mediaType }: Arrived,
): Promise<AddResult> {
  const sha256 = sha256Of(bytes);
  if (sha256 !== upload.sha256) return { ok: false, code: 'mismatch' };
  return writing(async (tx): Promise<AddResult> => {
    const held = await heldRecord(incidentId, tx);
    const gone = held === null || held.withdrawn;
    const allowed = await guardWithin(tx, actor, 'evidence.add', gone ? NOWHERE : subjectOf(held));
    if (!allowed.ok) return allowed;
    if (gone) return { ok: false, code: 'hidden' };
    if (held.retiredInto !== null) return { ok: false, code: 'retired' };
    if (await isBlindTo(allowed.author, incidentId, tx)) return { ok: false, code: 'blind' };
    const current = await keptRevision(incidentId, held.revision, tx);
    const claims = new Set(current?.incident.claims.map(({ id }) => id));
    if (upload.claims.some((claim) => !claims.has(claim)))
      return { ok: false, code: 'unknown_claim' };
    const items = await tx.evidenceItem.count({ where: { incidentId, withdrawnAt: null } });
    if (items >= EVIDENCE_LIMITS.maxItems) return { ok: false, code: 'too_many_items' };
    const { author } = allowed;
    const { name, description, tool, url, tlp } = upload;
    const sealed = upload.sealed ?? sealedByDefault(current?.incident.conduct ?? []);
    await keepBytes(tx, { sha256, bytes, mediaType });
    const { id } = await tx.evidenceItem.create({
      data: {
        ...{ incidentId, sha256, name, description, mediaType, tool, url, tlp, sealed },
        ...{
          claims: upload.claims,
          addedById: author.id,
          capturedBy: upload.capturedBy ?? author.name,
        },
        capturedAt: new Date(upload.capturedAt),
        custody: { create: { actorId: author.id, action: 'added', sha256Seen: sha256 } },
      },
      select: { id: true },
    });
    await append(tx, {
      ...{ actor: author, type: 'evidence.added', subject: `incident:${incidentId}` },
      payload: {
        item: id,
        incident: incidentId,
        sha256,
        size: bytes.length,
        mediaType,
        tlp,
        sealed,
      },
    });
    if (current !== null) await relieve(tx, author, current.incident, id);
    return { ok: true, id, sha256, sealed };
  });
}

export type CopyResult =
  | { readonly ok: true }
  | { readonly ok: false; readonly code: Refusal | 'mismatch' };

/** Keeps a redacted working copy of an item, which is shown in the original's place. */
export async function addWorkingCopy(
  actor: Actor,
  id: string,
  copy: WorkingCopy,
  { bytes, mediaType }: Arrived,
): Promise<CopyResult> {
  const sha256 = sha256Of(bytes);
  if (sha256 !== copy.sha256) return { ok: false, code: 'mismatch' };
  return writing(async (tx): Promise<CopyResult> => {
    const one = await heldItem(actor, id, tx);
    const subject = one === null ? NOWHERE : itemSubject(one);
    const allowed = await guardWithin(tx, actor, 'evidence.add', subject);
    if (!allowed.ok) return allowed;
    if (one === null) return { ok: false, code: 'hidden' };
    const { reason } = copy;
    await keepBytes(tx, { sha256, bytes, mediaType });
    await tx.evidenceItem.update({ where: { id }, data: { redactedSha256: sha256 } });
    await tx.custodyEvent.create({
      data: {
        ...{ itemId: id, actorId: allowed.author.id, action: 'redacted', reason },
        sha256Seen: sha256,
      },
    });
    await append(tx, {
      actor: allowed.author,
      ...{ type: 'evidence.redacted', subject: `incident:${one.item.incidentId}` },
      payload: { item: id, sha256: one.item.sha256, workingCopy: sha256, reason },
    });
    return { ok: true };
  });
}
