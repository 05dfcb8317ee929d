/** An answer only the reader's own cache may keep; 304 where they hold it already. */
export function reply(request: Request, body: unknown, etag: string): Response {
  const headers = { etag, 'cache-control': 'private, no-cache', vary: 'cookie' };
  const held = (request.headers.get('if-none-match') ?? '').split(',').map((tag) => tag.trim());
  return held.includes(etag)
    ? new Response(null, { status: 304, headers })
    : Response.json(body, { headers });
}
