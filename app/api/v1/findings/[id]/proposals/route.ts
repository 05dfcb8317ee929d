import { answer } from '@/app/api/v1/entry';
import { type Context, enterAct } from '@/app/api/v1/findings/act';
import { refusedAct } from '@/app/api/v1/findings/refused';
import { findingProposalSchema, proposeFor } from '@/server/commission/publishing';

/** The chair asks for a publication or revocation; a second person confirms it. */
export async function POST(request: Request, context: Context): Promise<Response> {
  const entered = await enterAct(request, context, ['publish'], findingProposalSchema);
  if (!entered.ok) return entered.response;
  const { person, id, body } = entered;
  const made = await proposeFor(person, id, body);
  return made.ok ? answer({ id: made.id }, 201) : refusedAct(made);
}
