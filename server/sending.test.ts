import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { followResponses, sentTo } from './sending';

const bodyOf = (name: string, length = 2000) => ({ name, text: `${name} `.repeat(length) });
/** Answers that are kept, by the path they are asked at. */
const kept = new Map(['/one', '/other'].map((path) => [path, bodyOf(path)]));
const small = { name: 'small' };

describe('an answer that is kept, over HTTP', () => {
  let server: Server;
  let port = 0;
  beforeAll(async () => {
    followResponses();
    server = createServer(async ({ url = '', headers }, answer) => {
      const asked = new Request(`http://localhost${url}`, {
        headers: { 'accept-encoding': headers['accept-encoding']?.toString() ?? '' },
      });
      await new Promise((go) => setTimeout(go, url.length));
      answer.end(await sentTo(asked, kept.get(url) ?? small));
    });
    await new Promise<void>((go) => server.listen(0, '127.0.0.1', go));
    const address = server.address();
    port = typeof address === 'object' && address !== null ? address.port : 0;
  });
  afterAll(() => void server.close());

  const read = async (path: string, coding: string) => {
    const headers = { 'accept-encoding': coding };
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, { headers });
    return { coding: answer.headers.get('content-encoding'), body: await answer.json() };
  };

  it('is compressed for who takes that, and says the same to who does not', async () => {
    const body = kept.get('/one');
    expect(await read('/one', 'gzip, br')).toEqual({ coding: 'gzip', body });
    expect(await read('/one', 'gzip')).toEqual({ coding: 'gzip', body });
    expect(await read('/one', 'identity')).toEqual({ coding: null, body });
    expect(await read('/one', 'gzip;q=0, br')).toEqual({ coding: null, body });
  });

  it('goes as it is where little is gained', async () => {
    expect(await read('/small', 'gzip')).toEqual({ coding: null, body: small });
  });

  it('is nobody else’s, and coded for nobody else, however many ask at once', async () => {
    const asked = Array.from({ length: 40 }, (_, at) => {
      const path = at % 2 === 0 ? '/one' : '/other';
      return { path, coding: at % 3 === 0 ? 'identity' : 'gzip' };
    });
    const answers = await Promise.all(asked.map(({ path, coding }) => read(path, coding)));
    expect(answers).toEqual(
      asked.map(({ path, coding }) => ({
        ...{ coding: coding === 'gzip' ? 'gzip' : null, body: kept.get(path) },
      })),
    );
  });
});
