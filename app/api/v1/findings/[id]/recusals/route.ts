import { answer } from '@/app/api/v1/entry';
import { type Context, enterAct } from '@/app/api/v1/findings/act';
import { refusedAct } from '@/app/api/v1/findings/refused';
import { recusalSchema } from '@/domain/review/vote';
import { recuse } from '@/server/commission/statements';

/** A delegate steps back from a finding. */
export async function POST(request: Request, context: Context): Promise<Response> {
  const entered = await enterAct(request, context, ['recuse'], recusalSchema);
  if (!entered.ok) return entered.response;
  const { person, id, body } = entered;
  const done = await recuse(person, id, body);
  return done.ok ? answer({ id, seq: done.entry.seq }, 201) : refusedAct(done);
}
