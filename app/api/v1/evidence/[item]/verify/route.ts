import { answer, enter } from '@/app/api/v1/entry';
import { verifyEvidence } from '@/server/evidence/verifying';
import { forbidden } from '@/server/problem';

/** Hashes the stored bytes again; where they differ the claims that rest on them are suspended. */
export async function POST(
  request: Request,
  { params }: { readonly params: Promise<{ item: string }> },
): Promise<Response> {
  const entry = await enter(request, 'evidence.verify', 'write');
  if (!entry.ok) return entry.response;
  const done = await verifyEvidence(entry.person, (await params).item);
  if (!done.ok) return forbidden(done.code);
  const { agrees, seen, suspended } = done;
  return answer({ agrees, seen, suspended });
}
