import 'server-only';
import { createHash } from 'node:crypto';
import type { Actor } from '@/domain/actor';
import type { KnownEvidence } from '@/domain/evidence-standing';
import { may, type SubjectOf } from '@/domain/permission';
import { TLP_MARKINGS, type Tlp } from '@/domain/tlp';
import type { EvidenceItem } from '@/prisma/generated/client';
import { database } from '@/server/database';
import { type HeldRecord, heldRecord, subjectOf } from '@/server/incident/record';
import type { Tx } from '@/server/ledger';
import { isBlindTo } from '@/server/review/blind';

/** A piece of evidence with the record it belongs to. */
export interface HeldItem {
  readonly item: EvidenceItem;
  readonly held: HeldRecord;
}

/** What happens to a piece of evidence in somebody's hands. */
export type CustodyAct =
  | 'added'
  | 'verified'
  | 'mismatch'
  | 'opened'
  | 'downloaded'
  | 'redacted'
  | 'withdrawn'
  | 'returned';

export const sha256Of = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex');

const tlpOf = (word: string): Tlp => TLP_MARKINGS.find((tlp) => tlp === word) ?? 'RED';

/** What the privilege table asks of an item: its own marking on the record it belongs to. */
export const itemSubject = ({ item, held }: HeldItem): SubjectOf<'evidence.open'> => ({
  ...subjectOf(held),
  ...{ tlp: tlpOf(item.tlp), authors: [item.addedById] },
});

/** Whether an actor may know of an item: of its record, and of what carries its marking. */
export const mayKnow = (actor: Actor, one: HeldItem): boolean =>
  !one.held.withdrawn &&
  may(actor, 'record.read', subjectOf(one.held)).allowed &&
  may(actor, 'record.read', itemSubject(one)).allowed;

/**
 * An item by its id, for an actor who may know of it; null where there is none. One that is
 * withdrawn is there for those alone who withdraw evidence and bring it back. To whoever has yet to
 * code the record every item is sealed.
 */
export async function heldItem(
  actor: Actor,
  id: string,
  within: Tx = database(),
  withdrawn: 'hidden' | 'shown' = 'hidden',
): Promise<HeldItem | null> {
  if (!/^[0-9a-f-]{36}$/.test(id)) return null;
  const which = withdrawn === 'shown' ? { id } : { id, withdrawnAt: null };
  const item = await within.evidenceItem.findFirst({ where: which });
  const held = item === null ? null : await heldRecord(item.incidentId, within);
  if (item === null || held === null) return null;
  if (!mayKnow(actor, { item, held })) return null;
  return (await isBlindTo(actor, held.id, within))
    ? { item: { ...item, sealed: true }, held }
    : { item, held };
}

const KNOWN = {
  ...{ id: true, incidentId: true, claims: true },
  ...{ addedAt: true, mismatchedAt: true, withdrawnAt: true },
} as const;

/** What claims rest on, of some incidents: those named, or where null those with anything in doubt or withdrawn. */
export async function knownEvidence(
  incidents: readonly string[] | null,
  within: Tx = database(),
): Promise<(KnownEvidence & { readonly incidentId: string })[]> {
  const unsettled = [{ mismatchedAt: { not: null } }, { withdrawnAt: { not: null } }];
  const rows = await within.evidenceItem.findMany({
    where:
      incidents === null
        ? { incident: { evidence: { some: { OR: unsettled } } } }
        : { incidentId: { in: [...incidents] } },
    select: KNOWN,
  });
  return rows.map(({ addedAt, mismatchedAt, withdrawnAt, ...item }) => ({
    ...item,
    addedAt: addedAt.getTime(),
    mismatchedAt: mismatchedAt?.getTime() ?? null,
    withdrawnAt: withdrawnAt?.getTime() ?? null,
  }));
}

/** The stored bytes under a hash; null where they are gone. */
export async function storedBytes(
  sha256: string,
  within: Tx = database(),
): Promise<{ readonly bytes: Uint8Array; readonly mediaType: string } | null> {
  return within.evidenceBlob.findUnique({
    where: { sha256 },
    select: { bytes: true, mediaType: true },
  });
}

/** Keeps bytes under their hash, once. */
export async function keepBytes(
  tx: Tx,
  { sha256, bytes, mediaType }: { sha256: string; bytes: Uint8Array; mediaType: string },
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "EvidenceBlob" ("sha256", "bytes", "size", "mediaType")
    VALUES (${sha256}, ${Buffer.from(bytes)}, ${bytes.length}::int, ${mediaType})
    ON CONFLICT DO NOTHING`;
}
