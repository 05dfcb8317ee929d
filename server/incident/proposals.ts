import 'server-only';
import type { Actor } from '@/domain/actor';
import { may, type Refusal } from '@/domain/permission';
import type { NewProposal } from '@/domain/proposal';
import type { Impact } from '@/domain/record-impact';
import { database } from '@/server/database';
import { guardWithin } from '@/server/guard';
import { append, type Tx, writing } from '@/server/ledger';
import { isBlindTo } from '@/server/review/blind';
import { type HeldRecord, heldRecord, keptRevision, NOWHERE, subjectOf } from './record';

/** Why a proposal does not fit the record as it stands. */
export type ProposalMisfit = 'retired' | 'retracted' | 'not_retracted' | 'pending' | 'into';
export type ProposeResult =
  | { readonly ok: true; readonly id: string }
  | { readonly ok: false; readonly code: Refusal | ProposalMisfit };

/** Whether the current revision of a record says that it is retracted. */
export async function isRetracted(tx: Tx, held: HeldRecord): Promise<boolean> {
  const current = await keptRevision(held.id, held.revision, tx);
  return current?.incident.status === 'retracted';
}

/** Whether a record can stand for another one: there, not merged itself, and one the actor may see. */
async function canStand(tx: Tx, actor: Actor, id: string, into: string): Promise<boolean> {
  const target = into === id ? null : await heldRecord(into, tx);
  if (target === null || target.withdrawn || target.retiredInto !== null) return false;
  return may(actor, 'record.read', subjectOf(target)).allowed;
}

/** Why this cannot be done to a record as it stands, or null; asked when it is proposed and when it is accepted. */
export async function proposalMisfit(
  tx: Tx,
  actor: Actor,
  held: HeldRecord,
  { kind, into }: { readonly kind: string; readonly into: string | null },
): Promise<ProposalMisfit | null> {
  const merged = held.retiredInto !== null;
  const retracted = await isRetracted(tx, held);
  if (kind === 'restore') return merged || retracted ? null : 'not_retracted';
  if (merged) return 'retired';
  if (kind === 'retract') return retracted ? 'retracted' : null;
  return into !== null && (await canStand(tx, actor, held.id, into)) ? null : 'into';
}

/**
 * Asks for a record to be retracted, restored or merged into another; a second person decides.
 * `impact` is what the asker was told rests on it.
 */
export function propose(
  actor: Actor,
  id: string,
  wanted: NewProposal,
  impact: Impact,
): Promise<ProposeResult> {
  return writing(async (tx): Promise<ProposeResult> => {
    const { kind, reason } = wanted;
    const into = wanted.kind === 'merge' ? wanted.into : null;
    const held = await heldRecord(id, tx);
    const gone = held === null || held.withdrawn;
    const subject = gone ? NOWHERE : subjectOf(held);
    const allowed = await guardWithin(tx, actor, `record.${kind}`, subject);
    if (!allowed.ok) return allowed;
    if (gone) return { ok: false, code: 'hidden' };
    const { author } = allowed;
    if (await isBlindTo(author, id, tx)) return { ok: false, code: 'blind' };
    const misfit = await proposalMisfit(tx, author, held, { kind, into });
    if (misfit !== null) return { ok: false, code: misfit };
    const same = { incidentId: id, kind, into, decidedAt: null };
    if ((await tx.proposal.findFirst({ where: same, select: { id: true } })) !== null)
      return { ok: false, code: 'pending' };
    const asked = { kind, incidentId: id, into, reason, impact, proposedById: author.id };
    const made = await tx.proposal.create({ data: asked, select: { id: true } });
    await append(tx, {
      ...{ actor: author, type: 'proposal.made', subject: `incident:${id}` },
      payload: { proposal: made.id, kind, incident: id, into, reason, impact },
    });
    return { ok: true, id: made.id };
  });
}

/** The record of a merge that stands, so that undoing it can be proposed; null where there is none. */
export async function mergedRecord(actor: Actor, proposalId: string): Promise<string | null> {
  const merge = await database().retiredIncident.findFirst({
    where: { proposalId, undoneAt: null },
    select: { incidentId: true },
  });
  const held = merge === null ? null : await heldRecord(merge.incidentId);
  return held !== null && may(actor, 'record.read', subjectOf(held)).allowed ? held.id : null;
}
