import 'server-only';
import { createHash } from 'node:crypto';

/** A feed as it is sent. */
export interface FeedDocument {
  readonly body: string;
  readonly type: string;
  /** When anything of it last changed, in milliseconds. */
  readonly changedAt: number;
}

const SECOND_MS = 1000;
const tagOf = (body: string) =>
  `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;

/** Whether the reader holds the document already; the tag decides where both are sent (RFC 9110, 13.2.2). */
function isHeld({ headers }: Request, tag: string, changed: number): boolean {
  const held = headers.get('if-none-match');
  if (held !== null) return held.split(',').some((each) => each.trim().replace(/^W\//, '') === tag);
  const since = Date.parse(headers.get('if-modified-since') ?? '');
  return !Number.isNaN(since) && changed <= since;
}

/**
 * Sends a feed, or 304 to whoever holds it. A change within the second that is under way could be
 * followed by another: its time is not told, and the tag alone counts.
 */
export function sendDocument(
  request: Request,
  { body, type, changedAt }: FeedDocument,
  at: number,
): Response {
  const changed = Math.floor(changedAt / SECOND_MS) * SECOND_MS;
  const settled = changed + SECOND_MS <= at;
  const etag = tagOf(body);
  const headers = {
    ...{ etag, 'cache-control': 'private, no-cache', 'x-robots-tag': 'noindex' },
    ...(settled ? { 'last-modified': new Date(changed).toUTCString() } : {}),
  };
  return isHeld(request, etag, settled ? changed : Infinity)
    ? new Response(null, { status: 304, headers })
    : new Response(body, { headers: { ...headers, 'content-type': type } });
}
