import { answer } from '@/app/api/v1/entry';
import { mayEver } from '@/domain/permission';
import { actorFromRequest } from '@/server/actor';
import { waitingRedactions } from '@/server/ledger/reading';
import { forbidden } from '@/server/problem';

/** Redactions that wait for a second person, for those who ask, decide or audit. */
export async function GET(request: Request): Promise<Response> {
  const actor = await actorFromRequest(request);
  const asked = (['ledger.redact', 'ledger.second', 'ledger.read'] as const).map((action) =>
    mayEver(actor, action),
  );
  const [first] = asked;
  if (!asked.some(({ allowed }) => allowed) && first !== undefined && !first.allowed)
    return forbidden(first.code);
  return answer({ redactions: await waitingRedactions() });
}
