import { badParameters, notThere } from '@/app/api/v1/asked';
import { answer } from '@/app/api/v1/entry';
import { rootsAsked } from '@/app/api/v1/ledger/query';
import { listRoots, rootOf } from '@/server/ledger/roots';

const ROWS = 100;

/**
 * The daily roots, newest first, or the one that stood at the end of `day`. Anybody may read them:
 * they are hashes, and are there to be noted down by people who trust nobody's database.
 */
export async function GET(request: Request): Promise<Response> {
  const asked = rootsAsked(new URL(request.url).searchParams);
  if (!asked.ok) return badParameters(asked.faults);
  const { day, before, size = ROWS } = asked.value;
  if (day === undefined) return answer({ roots: await listRoots(size, before) });
  const root = await rootOf(day);
  return root === null
    ? notThere({
        ...{ code: 'unknown_day', field: 'day' },
        message: 'That day is not over, or the ledger had no entry by its end.',
      })
    : answer(root);
}
