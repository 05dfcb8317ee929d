import { answer } from '@/app/api/v1/entry';
import { mayEver } from '@/domain/permission';
import { actorFromRequest } from '@/server/actor';
import { listProposals } from '@/server/incident/proposal-list';
import { forbidden } from '@/server/problem';

/** What was proposed and what became of it, for those who propose, decide or audit. */
export async function GET(request: Request): Promise<Response> {
  const actor = await actorFromRequest(request);
  const asked = (['record.retract', 'record.second', 'ledger.read'] as const).map((action) =>
    mayEver(actor, action),
  );
  const [first] = asked;
  if (!asked.some(({ allowed }) => allowed) && first !== undefined && !first.allowed)
    return forbidden(first.code);
  return answer({ proposals: await listProposals(actor) });
}
