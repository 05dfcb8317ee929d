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

/** Answers that are kept, as text: whoever asks for the same one gets the same letters. */
const texts = new WeakMap<object, string>();

function textOf(body: object): string {
  const text = texts.get(body) ?? JSON.stringify(body);
  texts.set(body, text);
  return text;
}

/** An answer only the reader's own cache may keep; 304 where they hold it already. Bodies are never changed. */
export function reply(request: Request, body: object, etag: string): Response {
  const headers = readerHeaders(etag);
  return isHeld(request, etag)
    ? new Response(null, { status: 304, headers })
    : new Response(textOf(body), { headers: { ...headers, 'content-type': 'application/json' } });
}
