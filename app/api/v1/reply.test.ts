import { describe, expect, it } from 'vitest';
import { isHeld, reply } from './reply';

describe('what a reader holds', () => {
  it.each([
    ['"tag"', true],
    ['W/"tag"', true],
    ['"older", W/"tag"', true],
    ['*', true],
    ['"older"', false],
    ['tag', false],
    ['', false],
  ])('If-None-Match: %s is "tag": %s', (sent, held) => {
    const headers = { 'if-none-match': sent };
    expect(isHeld(new Request('http://localhost/', { headers }), '"tag"')).toBe(held);
  });

  it('is not sent again', async () => {
    const asked = (tag: string) =>
      reply(new Request('http://localhost/', { headers: { 'if-none-match': tag } }), {}, '"tag"');
    const first = await asked('"older"');
    expect([first.status, await first.json()]).toEqual([200, {}]);
    const again = await asked(first.headers.get('etag') ?? '');
    expect([again.status, await again.text()]).toEqual([304, '']);
    expect(again.headers.get('vary')).toBe('cookie, accept-encoding');
  });
});
