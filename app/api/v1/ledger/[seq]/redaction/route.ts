import { bodyOf } from '@/app/api/v1/body';
import { answer, enter } from '@/app/api/v1/entry';
import { entryNumber } from '@/app/api/v1/ledger/query';
import { refusedRedaction } from '@/app/api/v1/ledger/redaction-answer';
import { undoSchema } from '@/domain/proposal';
import { askRedaction } from '@/server/ledger/redaction';
import { forbidden } from '@/server/problem';

/** Asks that the payload of an entry be emptied, with a reason; a second person decides. */
export async function POST(
  request: Request,
  { params }: { readonly params: Promise<{ seq: string }> },
): Promise<Response> {
  const entry = await enter(request, 'ledger.redact', 'write');
  if (!entry.ok) return entry.response;
  const body = await bodyOf(request, undoSchema);
  if (!body.ok) return body.response;
  const seq = entryNumber.safeParse((await params).seq);
  if (!seq.success) return forbidden('hidden');
  const asked = await askRedaction(entry.person, seq.data, body.value.reason);
  return asked.ok ? answer({ entry: asked.seq }, 201) : refusedRedaction(asked.code);
}
