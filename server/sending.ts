import 'server-only';
import { AsyncLocalStorage } from 'node:async_hooks';
import { subscribe } from 'node:diagnostics_channel';
import { ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { takesGzip } from './encoding';
import { processWide } from './process-wide';

/** Node's own response to the request under way, in this process. */
const underWay = processWide('sending', () => ({
  responses: new AsyncLocalStorage<ServerResponse>(),
  followed: false,
}));

/**
 * From now on what is sent knows the response that Node makes of it. Next drops the coding of a body
 * from the headers of a route's answer, and compresses each body that has none anew.
 */
export function followResponses(): void {
  if (underWay.followed) return;
  underWay.followed = true;
  subscribe('http.server.request.start', (message) => {
    if (typeof message !== 'object' || message === null || !('response' in message)) return;
    if (message.response instanceof ServerResponse) underWay.responses.enterWith(message.response);
  });
}

const compress = promisify(gzip);
/** An answer of fewer bytes than these goes as it is. */
const WORTH_COMPRESSING = 1024;

/** An answer as bytes, and compressed once somebody takes it so. */
interface Bytes {
  readonly plain: Buffer<ArrayBuffer>;
  compressed?: Promise<Buffer<ArrayBuffer>>;
}

/** Answers that are kept, as bytes: whoever asks for the same one gets the same. */
const kept = new WeakMap<object, Bytes>();

function bytesOf(body: object): Bytes {
  const bytes = kept.get(body) ?? { plain: Buffer.from(JSON.stringify(body)) };
  kept.set(body, bytes);
  return bytes;
}

/**
 * The bytes that a request is answered with: those of a body as JSON, which is never changed, or the
 * same compressed, where the reader takes that and the coding can be named.
 */
export async function sentTo({ headers }: Request, body: object): Promise<Buffer<ArrayBuffer>> {
  const bytes = bytesOf(body);
  const response = underWay.responses.getStore();
  if (response === undefined || response.headersSent) return bytes.plain;
  if (bytes.plain.length < WORTH_COMPRESSING || !takesGzip(headers.get('accept-encoding')))
    return bytes.plain;
  bytes.compressed ??= compress(bytes.plain);
  const compressed = await bytes.compressed;
  response.setHeader('Content-Encoding', 'gzip');
  return compressed;
}
