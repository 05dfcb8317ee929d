/** Why a request was refused: a code for programs, the field concerned, a sentence for people. */
export interface Problem {
  readonly code: string;
  readonly field: string | null;
  readonly message: string;
}

/** An answer only the reader's own cache may keep; 304 where they hold it already. */
export function reply(request: Request, body: unknown, etag: string): Response {
  const headers = { etag, 'cache-control': 'private, no-cache', vary: 'cookie' };
  const held = (request.headers.get('if-none-match') ?? '').split(',').map((tag) => tag.trim());
  return held.includes(etag)
    ? new Response(null, { status: 304, headers })
    : Response.json(body, { headers });
}

/** A refusal with its status. */
export function refuse(status: number, { code, field, message }: Problem): Response {
  return Response.json(
    { error: { code, field, message } },
    { status, headers: { 'cache-control': 'no-store' } },
  );
}
