import { z } from 'zod';
import { answer } from '@/app/api/v1/entry';
import { type Context, enterAct } from '@/app/api/v1/findings/act';
import { refusedAct } from '@/app/api/v1/findings/refused';
import { decide } from '@/server/commission/deciding';
import { forward } from '@/server/commission/forwarding';

const stepSchema = z.strictObject({ action: z.enum(['forward', 'decide']) });

/** Forwards a finding to the commission (reviewer), or closes its vote (chair); others have routes of their own. */
export async function POST(request: Request, context: Context): Promise<Response> {
  const entered = await enterAct(request, context, ['forward', 'decide'], stepSchema);
  if (!entered.ok) return entered.response;
  const { person, id, body } = entered;
  const done = body.action === 'forward' ? await forward(person, id) : await decide(person, id);
  return done.ok ? answer({ id, state: done.state, seq: done.entry.seq }, 201) : refusedAct(done);
}
