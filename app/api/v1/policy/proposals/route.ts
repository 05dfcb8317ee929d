import { bodyOf, KIB } from '@/app/api/v1/body';
import { answer, enter } from '@/app/api/v1/entry';
import { refusedPolicy } from '@/app/api/v1/policy/refused';
import { personOf } from '@/domain/actor';
import { seesAdminPart } from '@/domain/administration';
import { newPolicyProposalSchema } from '@/domain/policy-change';
import { actorFromRequest } from '@/server/actor';
import { policyImpact } from '@/server/policy-preview';
import { listPolicyProposals, proposePolicy } from '@/server/policy-proposals';
import { forbidden } from '@/server/problem';

/** Proposed changes of the policy, for those who propose, decide or audit. */
export async function GET(request: Request): Promise<Response> {
  const actor = await actorFromRequest(request);
  if (personOf(actor) === null) return forbidden('sign_in');
  if (!seesAdminPart(actor, 'policy')) return forbidden('role');
  return answer({ proposals: await listPolicyProposals() });
}

/** Proposes a change of the latest version; another admin or the chair decides. */
export async function POST(request: Request): Promise<Response> {
  const entry = await enter(request, 'policy.change', 'write');
  if (!entry.ok) return entry.response;
  const body = await bodyOf(request, newPolicyProposalSchema, { most: 64 * KIB });
  if (!body.ok) return body.response;
  const impact = await policyImpact(body.value.changes);
  if (impact === null) return refusedPolicy({ code: 'record_too_large' });
  const made = await proposePolicy(entry.person, body.value, impact);
  return made.ok ? answer({ id: made.id, impact }, 201) : refusedPolicy(made);
}
