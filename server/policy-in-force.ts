import 'server-only';
import type { Instant } from '@/domain/dates';
import type { Policy } from '@/domain/policy';
import { policyAt } from '@/domain/policy-version';
import { now } from './clock';
import { database } from './database';
import type { Tx } from './ledger';
import { listPolicies } from './policies';

/** The policy in force at an instant, today's where none is named; inside a transaction as it stands there. */
export async function policyInForce(at: Instant = now(), within: Tx = database()): Promise<Policy> {
  return policyAt(await listPolicies(within), at);
}
