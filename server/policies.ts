import 'server-only';
import type { Policy } from '@/domain/policy';
import { database } from './database';
import { plainJson } from './json';
import type { Tx } from './ledger';

/** Keeps a version of the policy; versions are added, never edited. */
export async function keepPolicy(tx: Tx, policy: Policy, at: Date): Promise<void> {
  await tx.policyVersion.create({
    data: {
      ...{ id: policy.version, payload: plainJson(policy.entries), recordedAt: at },
      validFrom: new Date(`${policy.validFrom}T00:00:00.000Z`),
    },
  });
}

/** The policy versions kept, oldest first. */
export async function listPolicies(): Promise<{ id: string; validFrom: Date; recordedAt: Date }[]> {
  return database().policyVersion.findMany({
    orderBy: { validFrom: 'asc' },
    select: { id: true, validFrom: true, recordedAt: true },
  });
}
