import { ENGINE_VERSION, POLICY_2026_11 } from '@/domain/policy';

/** The policy in use: every value with its label and the section of the method that sets it. */
export function GET(): Response {
  const { entries, ...policy } = POLICY_2026_11;
  const { version } = policy;
  return Response.json(
    { version, validFrom: policy.validFrom, engine: ENGINE_VERSION, entries },
    { headers: { 'cache-control': 'no-cache' } },
  );
}
