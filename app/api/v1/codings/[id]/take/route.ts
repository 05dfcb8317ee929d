import { answer, enter } from '@/app/api/v1/entry';
import { refusedAct } from '@/app/api/v1/incidents/refused';
import { takeCoding } from '@/server/review/coding-acts';

/** Takes a second coding that waits for any analyst. */
export async function POST(
  request: Request,
  { params }: { readonly params: Promise<{ id: string }> },
): Promise<Response> {
  const entry = await enter(request, 'coding.blind', 'write');
  if (!entry.ok) return entry.response;
  const { id } = await params;
  const done = await takeCoding(entry.person, id);
  return done.ok ? answer({ id }) : refusedAct(done.code);
}
