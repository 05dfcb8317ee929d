import { sentTo } from '@/server/sending';

/** An answer only the reader's own cache may keep, and asks for again each time. Its tag is weak: compressed or not, it is the same one. */
export const readerHeaders = (etag: string): Record<string, string> => ({
  ...{ etag: `W/${etag}`, 'cache-control': 'private, no-cache', vary: 'cookie, accept-encoding' },
});

/** Whether the reader holds the answer already; tags are compared weakly (RFC 9110, 13.1.2). */
export const isHeld = (request: Request, etag: string): boolean =>
  (request.headers.get('if-none-match') ?? '')
    .split(',')
    .map((tag) => tag.trim().replace(/^W\//, ''))
    .some((tag) => tag === etag || tag === '*');

/** An answer only the reader's own cache may keep; 304 where they hold it already. Bodies are never changed. */
export async function reply(request: Request, body: object, etag: string): Promise<Response> {
  const headers = readerHeaders(etag);
  if (isHeld(request, etag)) return new Response(null, { status: 304, headers });
  const bytes = await sentTo(request, body);
  return new Response(bytes, { headers: { ...headers, 'content-type': 'application/json' } });
}
