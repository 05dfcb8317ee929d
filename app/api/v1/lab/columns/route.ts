import { badParameters, notThere } from '@/app/api/v1/asked';
import { isHeld, readerHeaders } from '@/app/api/v1/reply';
import { labSchema } from '@/domain/lab/address';
import { parseParameters } from '@/domain/parameters';
import { actorFromRequest } from '@/server/actor';
import { labColumns } from '@/server/lab/columns';

/**
 * The record under a pact as packed columns, without incidents: what the lab counts from in the
 * browser. They hold what this reader may see alone, and change only with the record or the policy.
 */
export async function GET(request: Request): Promise<Response> {
  const parsed = parseParameters(labSchema, new URL(request.url).searchParams);
  if (!parsed.ok) return badParameters(parsed.faults);
  const found = await labColumns(parsed.value, await actorFromRequest(request));
  if (!found.ok) return notThere(found.refusal);
  const headers = readerHeaders(found.etag);
  if (isHeld(request, found.etag)) return new Response(null, { status: 304, headers });
  const buffer = await found.buffer();
  return new Response(buffer, {
    headers: {
      ...headers,
      'content-type': 'application/octet-stream',
      // Its own header: a streamed answer has no length.
      'x-columns-bytes': `${buffer.byteLength}`,
    },
  });
}
