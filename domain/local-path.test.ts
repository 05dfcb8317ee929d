import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { localPath } from './local-path';

test.each([
  ['/', '/'],
  ['/incidents?q=a%20b&page=2#claims', '/incidents?q=a%20b&page=2#claims'],
  ['/pacts/anti-doxing', '/pacts/anti-doxing'],
  [null, '/'],
  ['', '/'],
  ['incidents', '/'],
  ['https://evil.example/', '/'],
  ['//evil.example', '/'],
  ['///evil.example', '/'],
  ['/\\evil.example', '/'],
  ['/\t/evil.example', '/'],
  ['/a/..//evil.example', '/'],
  ['javascript:alert(1)', '/'],
  ['\u0000//evil.example', '/'],
  ['/\n/evil.example', '/'],
])('%j leads to %s', (wanted, path) => {
  expect(localPath(wanted)).toBe(path);
});

test('whatever is asked for, a browser stays on this site', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.webUrl(),
        fc.string().map((end) => `/${end}`),
      ),
      (wanted) => {
        const path = localPath(wanted);
        expect(new URL(path, 'https://servanda.example').origin).toBe('https://servanda.example');
        expect(localPath(path)).toBe(path);
      },
    ),
  );
});
