import { badParameters } from '@/app/api/v1/asked';
import { answer } from '@/app/api/v1/entry';
import { HOUSE, may } from '@/domain/permission';
import { actorFromRequest } from '@/server/actor';
import { readLedger } from '@/server/ledger/reading';
import { forbidden } from '@/server/problem';
import { entriesAsked } from './query';

const ROWS = 50;

/** The ledger for the auditor: newest entries first, with their payloads where they are not redacted. */
export async function GET(request: Request): Promise<Response> {
  const decision = may(await actorFromRequest(request), 'ledger.read', HOUSE);
  if (!decision.allowed) return forbidden(decision.code);
  const asked = entriesAsked(new URL(request.url).searchParams);
  if (!asked.ok) return badParameters(asked.faults);
  const { records, next } = await readLedger({ ...asked.value, size: asked.value.size ?? ROWS });
  return answer({ entries: records, next });
}
