import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { pactLibrarySchema } from '@/domain/pact';
import { spanOf } from './span';

const { pacts } = pactLibrarySchema.parse(
  JSON.parse(readFileSync(new URL('../../corpus/pacts.json', import.meta.url), 'utf8')),
);
const TODAY = Date.parse('2026-11-22T23:59:59.999Z');
const ALWAYS = -Infinity;

const spanFor = (id: string, since = ALWAYS) => {
  const pact = pacts.find((one) => one.id === id);
  if (pact === undefined) throw new Error(`the library has no pact "${id}"`);
  return spanOf(pact, TODAY, since);
};

test.each([
  // A hypothetical pact: from 2000 on, looked at from its own assumed day to today.
  ['anti-doxing-2017', { own: '2018-01-01', first: 2000 * 12 }, '2018-01-01'],
  // A historical one binds from its own day; nothing is assumed.
  ['us-china-2015', null, '2015-09-25'],
])('%s', (id, from, first) => {
  const span = spanFor(id);
  expect(span.from === null ? null : { own: span.from.own, first: span.from.first }).toEqual(from);
  expect(span.asOf).toEqual({ first, last: '2026-11-22' });
});

test('no day is offered that another policy judges', () => {
  expect(spanFor('anti-doxing-2017', Date.parse('2026-11-20T00:00:00Z')).asOf.first).toBe(
    '2026-11-20',
  );
});

test('every day between the ends lies within, for every pact', () => {
  for (const { id, referenceOnly } of pacts) {
    if (referenceOnly) continue;
    const { from, asOf } = spanFor(id);
    expect(asOf.first <= asOf.last).toBe(true);
    expect(from === null || from.places > 0).toBe(true);
  }
});
