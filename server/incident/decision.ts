import 'server-only';
import type { Actor, Person } from '@/domain/actor';
import type { Incident } from '@/domain/incident';
import type { Refusal, SubjectOf } from '@/domain/permission';
import type { ProposalDecision } from '@/domain/proposal';
import type { Proposal } from '@/prisma/generated/client';
import { settleFindingsOf } from '@/server/commission/settling';
import { guardWithin } from '@/server/guard';
import { append, type Tx, writing } from '@/server/ledger';
import { stepOf } from '@/server/review/record-step';
import { reviseOnPath } from '@/server/review/revision-step';
import { proposalMisfit } from './proposals';
import { type HeldRecord, heldRecord, keptRevision, NOWHERE, subjectOf } from './record';

export type DecideResult =
  | { readonly ok: true }
  | { readonly ok: false; readonly code: Refusal | 'decided' | 'stale_proposal' };

/** A proposal with the record it is about. */
interface Matter {
  readonly proposal: Proposal;
  readonly held: HeldRecord;
}

/** What the privilege table asks of a proposal: nobody who wrote either record of a merge decides on it. */
export async function proposalSubject(
  tx: Tx,
  { proposal, held }: Matter,
): Promise<SubjectOf<'record.second'>> {
  const target = proposal.into === null ? null : await heldRecord(proposal.into, tx);
  const { published, tlp, authors } = subjectOf(held);
  return {
    ...{ kind: 'proposal', proposedBy: proposal.proposedById, published, tlp },
    authors: [...new Set([...authors, ...(target?.authors ?? [])])],
  };
}

/** The status a retracted record had before; "reported" where it came in retracted. */
async function statusBefore(tx: Tx, held: HeldRecord): Promise<Incident['status']> {
  for (let number = held.revision - 1; number > 0; number -= 1) {
    const earlier = await keptRevision(held.id, number, tx);
    if (earlier !== null && earlier.incident.status !== 'retracted') return earlier.incident.status;
  }
  return 'reported';
}

/** A revision that changes the status alone, written by who proposed it; who confirms it moves the record. */
async function withStatus(
  tx: Tx,
  by: Person,
  matter: Matter,
  [action, status]: ['retract' | 'restore', Incident['status']],
) {
  const { proposal, held } = matter;
  const current = await keptRevision(held.id, held.revision, tx);
  if (current === null) throw new Error(`${held.id} has no revision ${held.revision}`);
  const { reason } = proposal;
  const asked = await proposalSubject(tx, matter);
  const attempt = { actor: by, subject: subjectOf(held), proposal: asked, facts: {}, reason };
  const moved = stepOf(held.state, action, attempt);
  if (!moved.ok) throw new Error(`${held.id} is ${held.state}, and ${action}: ${moved.code}`);
  const what = {
    actor: { kind: 'person', id: proposal.proposedById } as const,
    incident: { ...current.incident, status },
    ...{ reason, beside: { proposal: proposal.id } },
  };
  await reviseOnPath(tx, held.revision, what, { step: moved.step, by });
}

/** The record stands for itself no more, or again; the entry that says so is `seq`. */
async function stand(tx: Tx, { proposal, held }: Matter, { seq, at }: { seq: number; at: string }) {
  const incidentId = held.id;
  const into = proposal.kind === 'merge' ? proposal.into : null;
  if (into === null)
    await tx.retiredIncident.updateMany({
      where: { incidentId, undoneAt: null },
      data: { undoneAt: new Date(at) },
    });
  else
    await tx.retiredIncident.create({
      data: { proposalId: proposal.id, incidentId, into, at: new Date(at) },
    });
  await tx.incident.update({
    where: { id: incidentId },
    data: { retiredInto: into, ledgerSeq: seq, updatedAt: new Date(at) },
  });
  await settleFindingsOf(tx, incidentId);
}

async function carryOut(
  tx: Tx,
  by: Person,
  matter: Matter,
  entry: { seq: number; at: string },
): Promise<void> {
  const { kind } = matter.proposal;
  if (kind === 'retract') return withStatus(tx, by, matter, ['retract', 'retracted']);
  if (kind === 'merge' || matter.held.retiredInto !== null) return stand(tx, matter, entry);
  return withStatus(tx, by, matter, ['restore', await statusBefore(tx, matter.held)]);
}

async function settle(
  tx: Tx,
  author: Person,
  matter: Matter,
  { accept, reason }: ProposalDecision,
): Promise<void> {
  const { id, kind, incidentId, into } = matter.proposal;
  const entry = await append(tx, {
    actor: author,
    ...{ type: accept ? 'proposal.accepted' : 'proposal.declined' },
    ...{ subject: `incident:${incidentId}` },
    payload: { proposal: id, kind, incident: incidentId, into, reason },
  });
  await tx.proposal.update({
    where: { id },
    data: {
      ...{ decidedById: author.id, decidedAt: new Date(entry.at), accepted: accept },
      decisionReason: reason,
    },
  });
  if (accept) await carryOut(tx, author, matter, entry);
}

/** Accepts or declines a proposal: somebody else than who made it, and than who wrote the records. */
export function decide(
  actor: Actor,
  id: string,
  decision: ProposalDecision,
): Promise<DecideResult> {
  return writing(async (tx): Promise<DecideResult> => {
    const proposal = await tx.proposal.findUnique({ where: { id } });
    const held = proposal === null ? null : await heldRecord(proposal.incidentId, tx);
    const matter = proposal === null || held === null ? null : { proposal, held };
    const subject =
      matter === null
        ? { ...NOWHERE, kind: 'proposal' as const, proposedBy: '' }
        : await proposalSubject(tx, matter);
    const allowed = await guardWithin(tx, actor, 'record.second', subject, `proposal:${id}`);
    if (!allowed.ok) return allowed;
    if (matter === null) return { ok: false, code: 'hidden' };
    if (matter.proposal.decidedAt !== null) return { ok: false, code: 'decided' };
    const misfit = await proposalMisfit(tx, allowed.author, matter.held, matter.proposal);
    if (decision.accept && misfit !== null) return { ok: false, code: 'stale_proposal' };
    await settle(tx, allowed.author, matter, decision);
    return { ok: true };
  });
}
