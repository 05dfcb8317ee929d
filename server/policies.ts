import 'server-only';
import type { Policy } from '@/domain/policy';
import { readPolicy } from '@/domain/policy-version';
import { database } from './database';
import { plainJson } from './json';
import type { Tx } from './ledger';
import { processWide } from './process-wide';

/** Keeps a version of the policy; versions are added, never edited. */
export async function keepPolicy(tx: Tx, policy: Policy, at: Date): Promise<void> {
  await tx.policyVersion.create({
    data: {
      ...{ id: policy.version, payload: plainJson(policy.entries), recordedAt: at },
      validFrom: new Date(`${policy.validFrom}T00:00:00.000Z`),
    },
  });
}

/** In the order in which they come into force. */
const IN_ORDER = [
  { validFrom: 'asc' },
  { recordedAt: 'asc' },
  { id: 'asc' },
] as const satisfies readonly object[];

/** A version never changes: what it says is read once, and what is kept by it is found again. */
const read = processWide('policies', () => new Map<string, Policy>());

/** The policy versions kept, in the order in which they come into force. */
export async function listPolicies(within: Tx = database()): Promise<Policy[]> {
  const rows = await within.policyVersion.findMany({ orderBy: [...IN_ORDER] });
  return rows.map(({ id, validFrom, payload }) => {
    const day = validFrom.toISOString().slice(0, 10);
    const key = `${id} ${day} ${JSON.stringify(payload)}`;
    const policy = read.get(key) ?? readPolicy(id, day, payload);
    read.set(key, policy);
    return policy;
  });
}
