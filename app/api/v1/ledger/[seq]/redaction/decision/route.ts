import { bodyOf } from '@/app/api/v1/body';
import { answer, enter } from '@/app/api/v1/entry';
import { entryNumber } from '@/app/api/v1/ledger/query';
import { refusedRedaction } from '@/app/api/v1/ledger/redaction-answer';
import { decisionSchema } from '@/domain/proposal';
import { decideRedaction } from '@/server/ledger/redaction';
import { forbidden } from '@/server/problem';

/** Confirms or declines a redaction: somebody else than who asked for it and than who made the entry. */
export async function POST(
  request: Request,
  { params }: { readonly params: Promise<{ seq: string }> },
): Promise<Response> {
  const entry = await enter(request, 'ledger.second', 'write');
  if (!entry.ok) return entry.response;
  const body = await bodyOf(request, decisionSchema);
  if (!body.ok) return body.response;
  const seq = entryNumber.safeParse((await params).seq);
  if (!seq.success) return forbidden('hidden');
  const decided = await decideRedaction(entry.person, seq.data, body.value);
  return decided.ok
    ? answer({ entry: decided.seq, redacted: body.value.accept })
    : refusedRedaction(decided.code);
}
