import 'server-only';
import type { Actor, Person } from '@/domain/actor';
import { toDay } from '@/domain/dates';
import { EVIDENCE_LIMITS } from '@/domain/evidence';
import { type EvidenceImpact, evidenceImpact } from '@/domain/evidence-impact';
import { may, type Refusal } from '@/domain/permission';
import { policyAt } from '@/domain/policy-version';
import { endOfToday } from '@/server/clock';
import { settleFindingsOf } from '@/server/commission/settling';
import { guardWithin } from '@/server/guard';
import { keptRevision, NOWHERE } from '@/server/incident/record';
import { append, type Tx, writing } from '@/server/ledger';
import { library } from '@/server/library';
import { isBlindTo } from '@/server/review/blind';
import { type HeldItem, heldItem, itemSubject, knownEvidence } from './item';

export type ImpactResult =
  | { readonly ok: true; readonly impact: EvidenceImpact }
  | { readonly ok: false; readonly code: Refusal };

/**
 * What withdrawing a piece of evidence, or bringing it back, would change today. Asks the database
 * and the corpus by itself, so it is called before a transaction and not inside one.
 */
export async function impactOfEvidence(actor: Actor, id: string): Promise<ImpactResult> {
  const one = await heldItem(actor, id, undefined, 'shown');
  const subject = one === null ? NOWHERE : itemSubject(one);
  const allowed = may(actor, 'evidence.withdraw', subject);
  if (!allowed.allowed) return { ok: false, code: allowed.code };
  if (one === null) return { ok: false, code: 'hidden' };
  const { held } = one;
  if (await isBlindTo(actor, held.id)) return { ok: false, code: 'blind' };
  const [revision, evidence, { pacts, policies, compiledOn }] = await Promise.all([
    keptRevision(held.id, held.revision),
    knownEvidence([held.id]),
    library(),
  ]);
  if (revision === null) return { ok: false, code: 'hidden' };
  const asOf = endOfToday();
  const policy = policyAt(policies, asOf);
  const setting = { policy, asOf, compiledOn: compiledOn ?? toDay(asOf) };
  const scored = held.retiredInto === null ? pacts : [];
  const under = { pacts: scored, setting };
  const impact = evidenceImpact(revision.incident, evidence, id, asOf, under);
  return impact === null ? { ok: false, code: 'hidden' } : { ok: true, impact };
}

/** `withdrawn`, `not_withdrawn`: it is so already. */
export type WithdrawResult =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly code: Refusal | 'withdrawn' | 'not_withdrawn' | 'too_many_items';
    };

async function settle(tx: Tx, author: Person, one: HeldItem, back: boolean, reason: string) {
  const { item, held } = one;
  const action = back ? 'returned' : 'withdrawn';
  const { at, seq } = await append(tx, {
    ...{ actor: author, type: `evidence.${action}`, subject: `incident:${held.id}` },
    payload: { item: item.id, sha256: item.sha256, claims: item.claims, reason },
  });
  const when = new Date(at);
  const custody = { itemId: item.id, actorId: author.id, action, reason, at: when };
  await tx.custodyEvent.create({ data: custody });
  const data = { withdrawnAt: back ? null : when };
  await tx.evidenceItem.update({ where: { id: item.id }, data });
  await tx.incident.update({ where: { id: held.id }, data: { ledgerSeq: seq } });
  await settleFindingsOf(tx, held.id);
}

/**
 * Withdraws a piece of evidence, or brings it back, for a stated reason that its custody list and
 * the ledger keep. The bytes stay where they are; claims that rest on it alone are suspended
 * meanwhile (domain/evidence-standing.ts).
 */
export function withdrawEvidence(
  actor: Actor,
  id: string,
  reason: string,
  back: boolean,
): Promise<WithdrawResult> {
  return writing(async (tx): Promise<WithdrawResult> => {
    const one = await heldItem(actor, id, tx, 'shown');
    const subject = one === null ? NOWHERE : itemSubject(one);
    const allowed = await guardWithin(tx, actor, 'evidence.withdraw', subject);
    if (!allowed.ok) return allowed;
    if (one === null) return { ok: false, code: 'hidden' };
    const { incidentId, withdrawnAt } = one.item;
    if ((withdrawnAt !== null) !== back)
      return { ok: false, code: back ? 'not_withdrawn' : 'withdrawn' };
    const items = await tx.evidenceItem.count({ where: { incidentId, withdrawnAt: null } });
    if (back && items >= EVIDENCE_LIMITS.maxItems) return { ok: false, code: 'too_many_items' };
    await settle(tx, allowed.author, one, back, reason);
    return { ok: true };
  });
}
