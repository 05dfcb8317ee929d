import { answer } from '@/app/api/v1/entry';
import { type Context, enterAct } from '@/app/api/v1/findings/act';
import { refusedAct } from '@/app/api/v1/findings/refused';
import { ballotSchema, vote } from '@/server/commission/voting';

/** Casts a vote on the content the delegate read, with a one-time code; 409 `stale` on any other. */
export async function POST(request: Request, context: Context): Promise<Response> {
  const entered = await enterAct(request, context, ['vote'], ballotSchema);
  if (!entered.ok) return entered.response;
  const { person, id, body } = entered;
  const done = await vote(person, id, body);
  return done.ok ? answer({ id, seq: done.entry.seq }, 201) : refusedAct(done);
}
