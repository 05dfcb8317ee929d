import 'server-only';
import { z } from 'zod';
import type { Actor } from '@/domain/actor';
import type { CodedFault } from '@/domain/fault';
import { HOUSE, type Refusal, type SubjectOf } from '@/domain/permission';
import type { Policy } from '@/domain/policy';
import {
  changedPolicy,
  changeFaults,
  dayFault,
  effectiveFrom,
  type NewPolicyProposal,
  policyDifferences,
  versionName,
} from '@/domain/policy-change';
import {
  type PolicyImpact,
  type PolicyProposal,
  policyImpactSchema,
} from '@/domain/policy-proposal';
import type { ProposalDecision } from '@/domain/proposal';
import type { PolicyProposal as Row } from '@/prisma/generated/client';
import { now } from './clock';
import { database } from './database';
import { guardWithin } from './guard';
import { append, type Tx, writing } from './ledger';
import { keepPolicy, listPolicies } from './policies';
import { latestPolicy } from './policy-preview';

const changesSchema = z.record(z.string(), z.number());
const dayOf = (at: Date) => at.toISOString().slice(0, 10);

export type ProposePolicyResult =
  | { readonly ok: true; readonly id: string }
  | { readonly ok: false; readonly code: Refusal | 'not_latest' }
  | { readonly ok: false; readonly code: 'invalid'; readonly faults: readonly CodedFault[] };

/**
 * Proposes a change of the latest policy; somebody else decides. `impact` is what it would turn, as
 * the proposer was told.
 */
export function proposePolicy(
  actor: Actor,
  { basedOn, changes, validFrom, reason }: NewPolicyProposal,
  impact: PolicyImpact,
): Promise<ProposePolicyResult> {
  return writing(async (tx): Promise<ProposePolicyResult> => {
    const guard = await guardWithin(tx, actor, 'policy.change', HOUSE, 'policy');
    if (!guard.ok) return guard;
    const base = latestPolicy(await listPolicies(tx));
    if (base.version !== basedOn) return { ok: false, code: 'not_latest' };
    const faults = [...changeFaults(base, changes), dayFault(base, validFrom, now()) ?? []].flat();
    if (faults.length > 0) return { ok: false, code: 'invalid', faults };
    const asked = { changes, reason, impact, basedOnId: basedOn };
    const { id } = await tx.policyProposal.create({
      data: {
        ...{ ...asked, proposedById: guard.author.id, proposedAt: new Date(now()) },
        validFrom: new Date(`${validFrom}T00:00:00.000Z`),
      },
      select: { id: true },
    });
    await append(tx, {
      ...{ actor: guard.author, type: 'policy.proposed', subject: `policy:${basedOn}` },
      payload: { proposal: id, basedOn, changes, validFrom, reason, impact },
    });
    return { ok: true, id };
  });
}

/** A proposal as the privilege table sees it; one that is not there was proposed by nobody. */
const subjectOf = (row: Row | null): SubjectOf<'policy.second'> => ({
  ...{ kind: 'proposal', proposedBy: row?.proposedById ?? '', authors: [] },
  ...{ published: true, tlp: 'CLEAR' },
});

export type DecidePolicyResult =
  | { readonly ok: true; readonly version: string | null }
  | { readonly ok: false; readonly code: Refusal | 'decided' | 'not_latest' };

/** The new version that a proposal becomes, added to those there are. */
async function becomeVersion(tx: Tx, row: Row) {
  const policies = await listPolicies(tx);
  const base = latestPolicy(policies);
  if (base.version !== row.basedOnId) return null;
  const validFrom = effectiveFrom(dayOf(row.validFrom), now());
  const taken = policies.map(({ version }) => version);
  const named = { version: versionName(validFrom, taken), validFrom };
  return changedPolicy(base, changesSchema.parse(row.changes), named);
}

/**
 * Confirms or declines a proposed change: another admin or the chair, never the proposer. A change
 * that is confirmed is a new version, in force from its day; one that was proposed against an older
 * version than the latest can only be declined.
 */
export function decidePolicy(
  actor: Actor,
  id: string,
  { accept, reason }: ProposalDecision,
): Promise<DecidePolicyResult> {
  return writing(async (tx): Promise<DecidePolicyResult> => {
    const row = await tx.policyProposal.findUnique({ where: { id } });
    const guard = await guardWithin(tx, actor, 'policy.second', subjectOf(row), `policy:${id}`);
    if (!guard.ok) return guard;
    if (row === null) return { ok: false, code: 'hidden' };
    if (row.decidedAt !== null) return { ok: false, code: 'decided' };
    const next = accept ? await becomeVersion(tx, row) : null;
    if (accept && next === null) return { ok: false, code: 'not_latest' };
    const about = { proposal: id, basedOn: row.basedOnId, reason };
    const { at } = await append(tx, {
      ...{ actor: guard.author, type: accept ? 'policy.confirmed' : 'policy.declined' },
      subject: `policy:${next?.version ?? row.basedOnId}`,
      payload:
        next === null
          ? about
          : { ...about, version: next.version, validFrom: next.validFrom, entries: next.entries },
    });
    if (next !== null) await keepPolicy(tx, next, new Date(at));
    await tx.policyProposal.update({
      where: { id },
      data: {
        ...{ decidedById: guard.author.id, decidedAt: new Date(at), accepted: accept },
        ...{ decisionReason: reason, versionId: next?.version ?? null },
      },
    });
    return { ok: true, version: next?.version ?? null };
  });
}

const MOST = 100;
const named = { select: { id: true, name: true } } as const;

/** What a proposal changes, beside the values of the version it was made against. */
function differencesOf(policies: readonly Policy[], row: Pick<Row, 'basedOnId' | 'changes'>) {
  const base = policies.find(({ version }) => version === row.basedOnId);
  if (base === undefined) return [];
  const changes = changesSchema.parse(row.changes);
  return policyDifferences(base, changedPolicy(base, changes, base));
}

/** Proposed changes: those that wait first, then the newest. */
export async function listPolicyProposals(): Promise<PolicyProposal[]> {
  const policies = await listPolicies();
  const rows = await database().policyProposal.findMany({
    orderBy: [{ decidedAt: { sort: 'desc', nulls: 'first' } }, { proposedAt: 'desc' }],
    include: { proposedBy: named, decidedBy: named },
    take: MOST,
  });
  return rows.map(({ proposedBy, decidedBy, ...row }) => ({
    ...{ id: row.id, basedOn: row.basedOnId, reason: row.reason, version: row.versionId },
    ...{ proposedBy, changes: changesSchema.parse(row.changes) },
    differences: differencesOf(policies, row),
    validFrom: dayOf(row.validFrom),
    impact: policyImpactSchema.parse(row.impact),
    proposedAt: row.proposedAt.toISOString(),
    decision:
      decidedBy === null || row.decidedAt === null
        ? null
        : {
            ...{ by: decidedBy, at: row.decidedAt.toISOString() },
            ...{ accepted: row.accepted === true, reason: row.decisionReason ?? '' },
          },
  }));
}
