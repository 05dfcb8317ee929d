import 'server-only';
import { policyDifferences } from '@/domain/policy-change';
import type { ListedVersion } from '@/domain/policy-proposal';
import { policyAt } from '@/domain/policy-version';
import { now } from './clock';
import { database } from './database';
import { listPolicies } from './policies';

const named = { select: { name: true } } as const;

/** Every version of the policy, the newest first. */
export async function listVersions(): Promise<ListedVersion[]> {
  const [policies, rows] = await Promise.all([
    listPolicies(),
    database().policyProposal.findMany({
      where: { accepted: true },
      include: { proposedBy: named, decidedBy: named },
    }),
  ]);
  const inForce = policyAt(policies, now());
  const decisions = new Map(rows.map((row) => [row.versionId, row]));
  return policies
    .map((policy, index) => {
      const before = policies[index - 1];
      const row = decisions.get(policy.version);
      return {
        ...{ version: policy.version, validFrom: policy.validFrom, inForce: policy === inForce },
        decided:
          row?.decidedBy == null
            ? null
            : { proposedBy: row.proposedBy.name, confirmedBy: row.decidedBy.name },
        reason: row?.reason ?? null,
        differences: before === undefined ? [] : policyDifferences(before, policy),
      };
    })
    .reverse();
}
