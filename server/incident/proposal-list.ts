import 'server-only';
import type { Actor } from '@/domain/actor';
import { may } from '@/domain/permission';
import { impactSchema } from '@/domain/record-impact';
import { database } from '@/server/database';
import { proposalSubject } from './decision';
import { heldRecord, subjectOf } from './record';

/** The newest proposals that are listed; those not decided come first. */
const MOST = 200;
const named = { select: { id: true, name: true } } as const;

/** The proposals about records that an actor may see; those open to decision first, then the newest. */
export async function listProposals(actor: Actor) {
  const rows = await database().proposal.findMany({
    orderBy: [{ decidedAt: { sort: 'desc', nulls: 'first' } }, { proposedAt: 'desc' }],
    include: { proposedBy: named, decidedBy: named, incident: { select: { title: true } } },
    take: MOST,
  });
  const listed = [];
  for (const { incident, impact, proposedBy, decidedBy, ...proposal } of rows) {
    const held = await heldRecord(proposal.incidentId);
    if (held === null || !may(actor, 'record.read', subjectOf(held)).allowed) continue;
    const subject = await proposalSubject(database(), { proposal: { ...proposal, impact }, held });
    const { id, kind, incidentId, into, reason, accepted, decisionReason } = proposal;
    listed.push({
      ...{ id, kind, incidentId, into, reason, accepted, decisionReason, title: incident.title },
      impact: impactSchema.parse(impact),
      ...{ proposedBy: proposedBy.name, decidedBy: decidedBy?.name ?? null },
      proposedAt: proposal.proposedAt.toISOString(),
      decidedAt: proposal.decidedAt?.toISOString() ?? null,
      mayDecide: proposal.decidedAt === null && may(actor, 'record.second', subject).allowed,
    });
  }
  return listed;
}
