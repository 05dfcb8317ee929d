import { badParameters, notThere } from '@/app/api/v1/asked';
import { tooFast } from '@/app/api/v1/entry';
import { smallestSchema } from '@/domain/lab/smallest/address';
import { parseParameters } from '@/domain/parameters';
import { actorFromRequest } from '@/server/actor';
import { Abandoned } from '@/server/compare-columns';
import { waitFor } from '@/server/pace';
import { problem } from '@/server/problem';
import { type Search, searchSmallest } from '@/server/smallest';
import { addressOf } from '@/server/throttle';

const LINES = 'application/x-ndjson';
const HEADERS = { 'cache-control': 'no-store', vary: 'cookie, accept' };

/** One line of JSON after the other: how far it is, at last what was found. */
function streamed(search: Search, asked: AbortSignal): Response {
  const given = new AbortController();
  const signal = AbortSignal.any([asked, given.signal]);
  const line = (value: unknown) => new TextEncoder().encode(`${JSON.stringify(value)}\n`);
  const body = new ReadableStream<Uint8Array>({
    start: async (stream) => {
      try {
        const found = await search.run((progress) => stream.enqueue(line({ progress })), signal);
        stream.enqueue(line({ found }));
        stream.close();
      } catch (error) {
        if (!(error instanceof Abandoned)) stream.error(error);
      }
    },
    cancel: () => given.abort(),
  });
  return new Response(body, { headers: { ...HEADERS, 'content-type': LINES } });
}

/** Whoever asked has gone: nobody reads this. */
const gone = (): Response =>
  problem({
    ...{ status: 499, title: 'Given up', code: 'abandoned' },
    detail: 'The search was given up with the request.',
  });

/**
 * The least change of one or two numbers that clears, or catches, chosen findings. As JSON, or for
 * `Accept: application/x-ndjson` line by line, telling how far it is; it ends with the request.
 */
export async function GET(request: Request): Promise<Response> {
  const parsed = parseParameters(smallestSchema, new URL(request.url).searchParams);
  if (!parsed.ok) return badParameters(parsed.faults);
  const seconds = await waitFor('lab', addressOf(request.headers.get('x-forwarded-for')));
  if (seconds !== null) return tooFast(seconds);
  const search = await searchSmallest(parsed.value, await actorFromRequest(request));
  if (!search.ok) return notThere(search.refusal);
  if (request.headers.get('accept')?.includes(LINES) === true)
    return streamed(search, request.signal);
  try {
    return Response.json(await search.run(() => undefined, request.signal), { headers: HEADERS });
  } catch (error) {
    if (error instanceof Abandoned) return gone();
    throw error;
  }
}
