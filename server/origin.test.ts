import { describe, expect, test } from 'vitest';
import { bodyLimit, MOST_BYTES, turnedAway } from './origin';

const HOST = 'localhost:3000';
const site = new URL(`http://${HOST}`);
const asked = (headers: Record<string, string>, method = 'POST', at: URL | null = site) =>
  turnedAway(method, new Headers({ host: HOST, ...headers }), at)?.status ?? null;

describe('where a write comes from', () => {
  test.each<[string, Record<string, string>, number | null]>([
    ['a page of this site', { origin: `http://${HOST}`, 'sec-fetch-site': 'same-origin' }, null],
    ['a browser that says no site', { origin: `http://${HOST}`, cookie: 'a=b' }, null],
    ['a script without cookies', {}, null],
    ['a script with cookies', { cookie: 'a=b' }, 403],
    ['another site', { origin: 'https://evil.example' }, 403],
    [
      'another site, truthfully',
      { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
      403,
    ],
    ['a sibling site', { origin: `http://${HOST}`, 'sec-fetch-site': 'same-site' }, 403],
    ['another port', { origin: 'http://localhost:4000' }, 403],
    ['a sandboxed frame', { origin: 'null' }, 403],
    ['a form of another site without Origin', { 'sec-fetch-site': 'cross-site' }, 403],
    ['a navigation', { 'sec-fetch-site': 'none', cookie: 'a=b' }, 403],
  ])('%s', (_who, headers, status) => {
    expect(asked(headers)).toBe(status);
  });

  test('reading is free', () => {
    for (const method of ['GET', 'HEAD', 'OPTIONS'])
      expect(asked({ origin: 'https://evil.example', cookie: 'a=b' }, method)).toBeNull();
  });

  test('every other method is a write', () => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'BREW'])
      expect(asked({ origin: 'https://evil.example' }, method)).toBe(403);
  });

  test('without a public address the host that was asked counts, on any port', () => {
    const at = { host: '127.0.0.1:4123', origin: 'http://127.0.0.1:4123' };
    expect(asked(at, 'POST', null)).toBeNull();
    expect(asked({ ...at, origin: 'http://127.0.0.1:4124' }, 'POST', null)).toBe(403);
  });

  test('over https only the public address counts, however the host header reads', () => {
    const https = new URL('https://servanda.example');
    expect(
      asked({ origin: 'https://servanda.example', host: 'inner:3000' }, 'POST', https),
    ).toBeNull();
    expect(
      asked({ origin: 'http://servanda.example', host: 'servanda.example' }, 'POST', https),
    ).toBe(403);
  });
});

test('a body is refused for its size before it is read, and for not telling it', () => {
  const from = { origin: `http://${HOST}` };
  expect(asked({ ...from, 'content-length': String(MOST_BYTES) })).toBeNull();
  expect(asked({ ...from, 'content-length': String(MOST_BYTES + 1) })).toBe(413);
  expect(asked({ ...from, 'transfer-encoding': 'chunked' })).toBe(411);
  expect(asked({ ...from, 'content-length': 'many' })).toBe(413);
});

test.each([
  ['/api/v1/incidents', 2],
  ['/api/v1/incidents/us-2016', 2],
  ['/api/v1/incidents/us-2016/evidence', 26],
  ['/api/v1/evidence/0198/redacted', 26],
  ['/api/v1/incidents/us-2016/evidence/more', 1],
  ['/api/v1/drafts/0198', 1],
  ['/api/v1/users', 1],
])('%s takes %i MiB', (path, most) => {
  expect(bodyLimit(path).most / MOST_BYTES).toBe(most);
});

test('a file that is too large is refused in its own field, in MiB', () => {
  const headers = new Headers({ host: HOST, 'content-length': `${60 * MOST_BYTES}` });
  expect(turnedAway('POST', headers, site, '/api/v1/incidents/a/evidence')).toMatchObject({
    ...{ status: 413, detail: 'A file may have at most 25 MiB.' },
    faults: [{ path: 'file', code: 'too_large' }],
  });
  expect(turnedAway('POST', headers, site, '/api/v1/incidents')?.faults?.[0]?.path).toBe('(body)');
});
