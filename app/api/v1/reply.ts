/** An answer only the reader's own cache may keep, and asks for again each time. */
export const readerHeaders = (etag: string): Record<string, string> => ({
  ...{ etag, 'cache-control': 'private, no-cache', vary: 'cookie' },
});

/** Whether the reader holds the answer already. */
export const isHeld = (request: Request, etag: string): boolean =>
  (request.headers.get('if-none-match') ?? '')
    .split(',')
    .map((tag) => tag.trim())
    .includes(etag);

/** An answer only the reader's own cache may keep; 304 where they hold it already. */
export function reply(request: Request, body: unknown, etag: string): Response {
  const headers = readerHeaders(etag);
  return isHeld(request, etag)
    ? new Response(null, { status: 304, headers })
    : Response.json(body, { headers });
}
