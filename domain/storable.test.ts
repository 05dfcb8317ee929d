import { expect, test } from 'vitest';
import { unstorable } from './storable';

const nested = (levels: number): unknown => {
  let at: unknown = 1;
  for (let level = 0; level < levels; level += 1) at = [at];
  return at;
};

test.each([
  ['plain values', { a: [1, 'two', null, { b: '😀 \n' }] }, null],
  ['NUL in a text', { a: ['ok', 'b\0'] }, 'a[1]'],
  ['half a pair', { claims: [{ note: '\uD800' }] }, 'claims[0].note'],
  ['NUL in a name', { a: { '\0': 1 } }, 'a.?'],
  ['a text alone', '\uDC00', '(body)'],
  ['depth', nested(33), '[0]'.repeat(33)],
  ['depth that would exhaust the stack', nested(200_000), '[0]'.repeat(33)],
  ['just enough depth', nested(32), null],
])('%s', (_, document, path) => {
  expect(unstorable(document)?.path ?? null).toBe(path);
});
