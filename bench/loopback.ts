import { createServer, type IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';

/** Answers a request by its method and path, as Next would call a route. */
export type Handler = (request: Request) => Promise<Response>;

export interface Loopback {
  readonly origin: string;
  close(): Promise<void>;
}

function requestOf(message: IncomingMessage, origin: string): Request {
  const { method = 'GET', url = '/', headers } = message;
  const given = Object.entries(headers).flatMap(([name, value]): [string, string][] =>
    value === undefined ? [] : [[name, [value].flat().join(', ')]],
  );
  const hasBody = method !== 'GET' && method !== 'HEAD';
  return new Request(`${origin}${url}`, {
    ...{ method, headers: given, duplex: 'half' },
    ...(hasBody ? { body: Readable.toWeb(message) as ReadableStream<Uint8Array> } : {}),
  });
}

/** Serves a handler over HTTP on a free port of this machine. */
export function serveLoopback(handler: Handler): Promise<Loopback> {
  let origin = '';
  const server = createServer(async (message, answer) => {
    const response = await handler(requestOf(message, origin)).catch(
      (error: unknown) => new Response(String(error), { status: 500 }),
    );
    answer.writeHead(response.status, Object.fromEntries(response.headers));
    answer.end(Buffer.from(await response.arrayBuffer()));
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      origin = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
      const close = () =>
        new Promise<void>((closed) => {
          server.close(() => closed());
          server.closeAllConnections();
        });
      resolve({ origin, close });
    });
  });
}
