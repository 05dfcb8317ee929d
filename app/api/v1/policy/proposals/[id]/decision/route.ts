import { bodyOf, KIB } from '@/app/api/v1/body';
import { answer, enter } from '@/app/api/v1/entry';
import { refusedPolicy } from '@/app/api/v1/policy/refused';
import { decisionSchema } from '@/domain/proposal';
import { decidePolicy } from '@/server/policy-proposals';
import { forbidden } from '@/server/problem';

/** Confirms or declines a proposed change, with a reason: never by who proposed it. */
export async function POST(
  request: Request,
  { params }: { readonly params: Promise<{ id: string }> },
): Promise<Response> {
  const entry = await enter(request, 'policy.second', 'write');
  if (!entry.ok) return entry.response;
  const body = await bodyOf(request, decisionSchema, { most: 64 * KIB });
  if (!body.ok) return body.response;
  const { id } = await params;
  if (!/^[0-9a-f-]{36}$/.test(id)) return forbidden('hidden');
  const done = await decidePolicy(entry.person, id, body.value);
  return done.ok
    ? answer({ id, accepted: body.value.accept, version: done.version })
    : refusedPolicy(done);
}
