import 'server-only';
import type { Actor } from '@/domain/actor';
import { may } from '@/domain/permission';
import { impactSchema } from '@/domain/record-impact';
import type { Proposal } from '@/prisma/generated/client';
import { database } from '@/server/database';
import { blindTo } from '@/server/review/coding-state';
import { proposalSubject } from './decision';
import { heldRecord, subjectOf } from './record';

/** The newest proposals that are listed; those not decided come first. */
const MOST = 200;
const named = { select: { id: true, name: true } } as const;

/** Of some records, those that are proposed to be restored. */
async function restorationsAsked(incidents: readonly string[]): Promise<ReadonlySet<string>> {
  const open = await database().proposal.findMany({
    where: { kind: 'restore', decidedAt: null, incidentId: { in: [...incidents] } },
    select: { incidentId: true },
  });
  return new Set(open.map(({ incidentId }) => incidentId));
}

/** What became of a merge that was accepted; null for anything else. */
export type MergeState = 'stands' | 'undoing' | 'undone';

function mergeState(
  { kind, accepted, incidentId }: Proposal,
  undone: boolean,
  asked: ReadonlySet<string>,
): MergeState | null {
  if (kind !== 'merge' || accepted !== true) return null;
  if (undone) return 'undone';
  return asked.has(incidentId) ? 'undoing' : 'stands';
}

/**
 * The proposals about records that an actor may see, or about one of them: for it, or to merge
 * another into it; none about records they still have to code. Those open to decision come first, then the newest.
 */
export async function listProposals(actor: Actor, about?: string) {
  const rows = await database().proposal.findMany({
    ...(about === undefined ? {} : { where: { OR: [{ incidentId: about }, { into: about }] } }),
    orderBy: [{ decidedAt: { sort: 'desc', nulls: 'first' } }, { proposedAt: 'desc' }],
    include: {
      ...{ proposedBy: named, decidedBy: named, incident: { select: { title: true } } },
      retired: { select: { undoneAt: true } },
    },
    take: MOST,
  });
  const asked = await restorationsAsked(rows.map(({ incidentId }) => incidentId));
  const blind = await blindTo(actor);
  const listed = [];
  for (const { incident, impact, proposedBy, decidedBy, retired, ...proposal } of rows) {
    const held = await heldRecord(proposal.incidentId);
    if (held === null || !may(actor, 'record.read', subjectOf(held)).allowed) continue;
    if (blind.has(held.id)) continue;
    const whole = { ...proposal, impact };
    const subject = await proposalSubject(database(), { proposal: whole, held });
    const { id, kind, incidentId, into, reason, accepted, decisionReason } = proposal;
    const merge = mergeState(whole, retired === null || retired.undoneAt !== null, asked);
    listed.push({
      ...{ id, kind, incidentId, into, reason, accepted, decisionReason, title: incident.title },
      impact: impactSchema.parse(impact),
      ...{ proposedBy: proposedBy.name, decidedBy: decidedBy?.name ?? null },
      proposedAt: proposal.proposedAt.toISOString(),
      decidedAt: proposal.decidedAt?.toISOString() ?? null,
      mayDecide: proposal.decidedAt === null && may(actor, 'record.second', subject).allowed,
      merge,
      mayUndo: merge === 'stands' && may(actor, 'record.restore', subjectOf(held)).allowed,
    });
  }
  return listed;
}
