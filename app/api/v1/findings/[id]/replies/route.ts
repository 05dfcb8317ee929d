import { answer } from '@/app/api/v1/entry';
import { type Context, enterAct } from '@/app/api/v1/findings/act';
import { refusedAct } from '@/app/api/v1/findings/refused';
import { replySchema } from '@/domain/review/vote';
import { replyTo } from '@/server/commission/statements';

/** The accused side's right of reply. */
export async function POST(request: Request, context: Context): Promise<Response> {
  const entered = await enterAct(request, context, ['reply'], replySchema);
  if (!entered.ok) return entered.response;
  const { person, id, body } = entered;
  const done = await replyTo(person, id, body);
  return done.ok ? answer({ id, seq: done.entry.seq }, 201) : refusedAct(done);
}
