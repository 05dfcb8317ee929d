import 'server-only';
import type { Actor } from '@/domain/actor';
import { suspendedClaims } from '@/domain/evidence-mismatch';
import type { Refusal } from '@/domain/permission';
import { settleFindingsOf } from '@/server/commission/settling';
import { guardWithin } from '@/server/guard';
import { keptRevision, NOWHERE } from '@/server/incident/record';
import { append, type Tx, writing } from '@/server/ledger';
import { type HeldItem, heldItem, itemSubject, sha256Of, storedBytes } from './item';

export interface Verified {
  readonly ok: true;
  /** Whether the stored bytes are what was stored. */
  readonly agrees: boolean;
  /** The hash they have now; null where they are gone. */
  readonly seen: string | null;
  /** Claims that are suspended by it. */
  readonly suspended: readonly string[];
}
export type VerifyResult = Verified | { readonly ok: false; readonly code: Refusal };

async function suspendedBy(tx: Tx, { item, held }: HeldItem, seen: string | null) {
  const current = await keptRevision(held.id, held.revision, tx);
  if (current === null) return [];
  return [...suspendedClaims(current.incident, [item], [{ id: item.id, sha256: seen }])];
}

/** Enters what was found; where it changes what may be relied on, readers refresh the record. */
async function enter(tx: Tx, actorId: string, one: HeldItem, seen: string | null) {
  const { item, held } = one;
  const agrees = seen === item.sha256;
  const doubted = item.mismatchedAt !== null;
  const type = agrees
    ? doubted
      ? 'evidence.recovered'
      : 'evidence.verified'
    : 'evidence.mismatch';
  const { at, seq } = await append(tx, {
    ...{ actor: { kind: 'person', id: actorId }, type, subject: `incident:${held.id}` },
    payload: { item: item.id, sha256: item.sha256, seen },
  });
  const action = agrees ? 'verified' : 'mismatch';
  await tx.custodyEvent.create({
    data: { itemId: item.id, actorId, action, sha256Seen: seen, at: new Date(at) },
  });
  if (agrees !== doubted) return;
  const mismatchedAt = agrees ? null : new Date(at);
  await tx.evidenceItem.update({ where: { id: item.id }, data: { mismatchedAt } });
  await tx.incident.update({ where: { id: held.id }, data: { ledgerSeq: seq } });
  await settleFindingsOf(tx, held.id);
}

/**
 * Hashes the stored bytes of an item again and enters the outcome in its custody list. Where they
 * are not what was stored, the claims that rest on it are suspended until they are again.
 */
export function verifyEvidence(actor: Actor, id: string): Promise<VerifyResult> {
  return writing(async (tx): Promise<VerifyResult> => {
    const one = await heldItem(actor, id, tx);
    const subject = one === null ? NOWHERE : itemSubject(one);
    const allowed = await guardWithin(tx, actor, 'evidence.verify', subject);
    if (!allowed.ok) return allowed;
    if (one === null) return { ok: false, code: 'hidden' };
    const stored = await storedBytes(one.item.sha256, tx);
    const seen = stored === null ? null : sha256Of(stored.bytes);
    await enter(tx, allowed.author.id, one, seen);
    const suspended = await suspendedBy(tx, one, seen);
    return { ok: true, agrees: seen === one.item.sha256, seen, suspended };
  });
}
