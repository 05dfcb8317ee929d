import { ENGINE_VERSION } from '@/domain/policy';
import { policyAt } from '@/domain/policy-version';
import { now } from '@/server/clock';
import { listPolicies } from '@/server/policies';

/**
 * The policy in force: every value with its label and the section of the method that sets it; and
 * every version there is, oldest first.
 */
export async function GET(): Promise<Response> {
  const policies = await listPolicies();
  const { version, validFrom, entries } = policyAt(policies, now());
  const versions = policies.map((policy) => ({
    ...{ version: policy.version, validFrom: policy.validFrom },
  }));
  return Response.json(
    { version, validFrom, engine: ENGINE_VERSION, entries, versions },
    { headers: { 'cache-control': 'no-cache' } },
  );
}
