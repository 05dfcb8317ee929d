import 'server-only';
import type { Actor } from '@/domain/actor';
import type { Refusal } from '@/domain/permission';
import { database } from '@/server/database';
import { guardWithin } from '@/server/guard';
import { NOWHERE } from '@/server/incident/record';
import { append, writing } from '@/server/ledger';
import { heldItem, itemSubject, sha256Of, storedBytes } from './item';

/** A file to be handed out. */
export interface Served {
  readonly ok: true;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}
export type ServeResult =
  | Served
  /** `sealed`: a reason is needed. `damaged`: the stored bytes are not what was stored. */
  | { readonly ok: false; readonly code: Refusal | 'sealed' | 'damaged' };

/** Stored bytes, but only as they were stored: what cannot be vouched for is not handed out. */
async function served(
  name: string,
  mediaType: string | null,
  sha256: string,
): Promise<ServeResult> {
  const stored = await storedBytes(sha256);
  if (stored === null || sha256Of(stored.bytes) !== sha256) return { ok: false, code: 'damaged' };
  return { ok: true, name, mediaType: mediaType ?? stored.mediaType, bytes: stored.bytes };
}

/**
 * A file of evidence that is not sealed, or the redacted working copy of any. Who has an account
 * and takes what is not public is entered in the custody list.
 */
export async function downloadEvidence(
  actor: Actor,
  id: string,
  copy: boolean,
): Promise<ServeResult> {
  const one = await heldItem(actor, id);
  if (one === null) return { ok: false, code: 'hidden' };
  const { name, mediaType, sha256, redactedSha256, sealed, tlp } = one.item;
  if (copy)
    return redactedSha256 === null
      ? { ok: false, code: 'hidden' }
      : served(`redacted-${name}`, null, redactedSha256);
  if (sealed) return { ok: false, code: 'sealed' };
  const file = await served(name, mediaType, sha256);
  if (file.ok && actor.kind === 'person' && tlp !== 'CLEAR')
    await database().custodyEvent.create({
      data: { itemId: id, actorId: actor.id, action: 'downloaded', sha256Seen: sha256 },
    });
  return file;
}

/** Opens the original for a stated reason, which the custody list and the ledger keep. */
export async function openEvidence(actor: Actor, id: string, reason: string): Promise<ServeResult> {
  const opened = await writing(async (tx) => {
    const one = await heldItem(actor, id, tx);
    const subject = one === null ? NOWHERE : itemSubject(one);
    const allowed = await guardWithin(tx, actor, 'evidence.open', subject);
    if (!allowed.ok) return allowed;
    if (one === null) return { ok: false, code: 'hidden' } as const;
    const { item } = one;
    const { at } = await append(tx, {
      actor: allowed.author,
      ...{ type: 'evidence.opened', subject: `incident:${item.incidentId}` },
      payload: { item: id, sha256: item.sha256, reason },
    });
    const actorId = allowed.author.id;
    await tx.custodyEvent.create({
      data: { itemId: id, actorId, action: 'opened', reason, at: new Date(at) },
    });
    return { ok: true, item } as const;
  });
  if (!opened.ok) return opened;
  const { name, mediaType, sha256 } = opened.item;
  return served(name, mediaType, sha256);
}
