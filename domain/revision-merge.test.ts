import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answer, claimsOf, incidentOf, notice, on } from './fixtures/builders';
import { incidents } from './fixtures/generators';
import type { Incident } from './incident';
import { merge } from './revision-merge';

const base = incidentOf();
const noted = (id: string, note: string): Incident =>
  incidentOf({ claims: base.claims.map((c) => (c.id === id ? { ...c, note } : c)) });
const paths = (mine: Incident, theirs: Incident): string[] =>
  merge(base, mine, theirs).conflicts.map(({ path }) => path);

describe('what two people changed apart comes together', () => {
  test.each<[string, Incident, Incident, Partial<Incident>]>([
    [
      'a title and a summary',
      incidentOf({ title: 'New' }),
      incidentOf({ summary: 'Longer.' }),
      { title: 'New', summary: 'Longer.' },
    ],
    [
      'notes on two claims',
      noted('c1', 'One'),
      noted('c2', 'Two'),
      { claims: base.claims.map((c) => ({ ...c, note: c.id === 'c1' ? 'One' : 'Two' })) },
    ],
    [
      'two codes added',
      incidentOf({ conduct: ['data-theft-and-doxing', 'disruption'] }),
      incidentOf({ conduct: ['data-theft-and-doxing', 'sabotage'] }),
      { conduct: ['data-theft-and-doxing', 'disruption', 'sabotage'] },
    ],
    [
      'one code removed, one added',
      incidentOf({ objects: ['media'] }),
      incidentOf({ objects: ['political-party', 'judiciary'] }),
      { objects: ['media', 'judiciary'] },
    ],
    [
      'two answers without ids',
      incidentOf({ responses: [answer('2016-02-01', 1)] }),
      incidentOf({ responses: [answer('2016-03-01', 4)] }),
      { responses: [answer('2016-02-01', 1), answer('2016-03-01', 4)] },
    ],
  ])('%s', (_, mine, theirs, expected) => {
    const { merged, conflicts } = merge(base, mine, theirs);
    expect(conflicts).toEqual([]);
    expect(merged).toMatchObject(expected);
  });
});

describe('what two people changed differently is shown to them', () => {
  const dated = (date: string): Incident => incidentOf({ started: on(date) });
  const added = (line: string): Incident =>
    incidentOf({ claims: [...base.claims, ...claimsOf(line)] });
  const without = incidentOf({ claims: base.claims.filter(({ id }) => id !== 'c2') });
  const withNotices = (...dates: string[]): Incident =>
    incidentOf({ notifications: dates.map((date) => notice({ at: on(date) })) });
  test.each<[string, Incident, Incident, string[]]>([
    ['one title', incidentOf({ title: 'One' }), incidentOf({ title: 'Two' }), ['title']],
    ['a date and its precision', dated('2016-02-01'), dated('2016'), ['started']],
    ['a note on one claim', noted('c1', 'One'), noted('c1', 'Two'), ['claims[c1].note']],
    ['a claim removed and written on', without, noted('c2', 'Two'), ['claims[c2]']],
    [
      'two new claims under one id',
      added('c3 RU:LINK B2 likely K3'),
      added('c3 CN:LINK C3 likely K4'),
      ['claims[c3]'],
    ],
    ['the same in both', dated('2017'), dated('2017'), []],
    ['notices added apart', withNotices('2016-02-01'), withNotices('2016-03-01'), []],
  ])('%s', (_, mine, theirs, expected) => {
    expect(paths(mine, theirs)).toEqual(expected);
  });

  test('what one removed and the other wrote on stays until it is settled', () => {
    for (const [mine, theirs] of [
      [without, noted('c2', 'Two')],
      [noted('c2', 'Two'), without],
    ] as const)
      expect(merge(base, mine, theirs).merged.claims.at(-1)?.note).toBe('Two');
  });

  test('a choice by path settles it', () => {
    const [mine, theirs] = [incidentOf({ title: 'One' }), incidentOf({ title: 'Two' })];
    expect(merge(base, mine, theirs).merged.title).toBe('One');
    expect(merge(base, mine, theirs, () => 'theirs').merged.title).toBe('Two');
  });
});

/** Every piece of text of a document. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}

describe('laws', () => {
  test('nothing against a change gives the change', () => {
    fc.assert(
      fc.property(incidents, incidents, (b, x) => {
        expect(merge(b, x, b)).toEqual({ merged: x, conflicts: [] });
        expect(merge(b, b, x)).toEqual({ merged: x, conflicts: [] });
        expect(merge(b, x, x)).toEqual({ merged: x, conflicts: [] });
      }),
      { numRuns: 200 },
    );
  });

  test('both sides see the same conflicts', () => {
    fc.assert(
      fc.property(incidents, incidents, incidents, (b, x, y) => {
        const one = merge(b, x, y).conflicts.map(({ path }) => path);
        const other = merge(b, y, x).conflicts.map(({ path }) => path);
        expect([...other].sort()).toEqual([...one].sort());
      }),
      { numRuns: 200 },
    );
  });

  test('changes to disjoint fields never conflict', () => {
    const keys = Object.keys(incidentOf()) as (keyof Incident)[];
    fc.assert(
      fc.property(incidents, incidents, incidents, fc.subarray(keys), (b, x, y, mineKeys) => {
        const mine = Object.fromEntries(
          keys.map((key) => [key, (mineKeys.includes(key) ? x : b)[key]]),
        );
        const theirs = Object.fromEntries(
          keys.map((key) => [key, (mineKeys.includes(key) ? b : y)[key]]),
        );
        const both = Object.fromEntries(
          keys.map((key) => [key, (mineKeys.includes(key) ? x : y)[key]]),
        );
        const start = Object.fromEntries(keys.map((key) => [key, b[key]]));
        expect(merge(start, mine, theirs)).toEqual({ merged: both, conflicts: [] });
      }),
      { numRuns: 200 },
    );
  });

  test("nobody's new text is lost: it is in the result or in a conflict", () => {
    const words = fc.string({ minLength: 1 });
    const documents = fc.record(
      {
        title: words,
        note: words,
        victims: fc.uniqueArray(words, { maxLength: 3 }),
        responses: fc.array(fc.record({ summary: words }), { maxLength: 3 }),
        claims: fc.uniqueArray(
          fc.record(
            { id: fc.constantFrom('c1', 'c2', 'c3', 'c4'), note: words, actor: words },
            { requiredKeys: ['id'] },
          ),
          { selector: ({ id }) => id, maxLength: 4 },
        ),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(documents, documents, documents, (b, x, y) => {
        const { merged, conflicts } = merge<unknown>(b, x, y);
        const kept = new Set(textsOf([merged, conflicts]));
        const before = new Set(textsOf(b));
        const written = textsOf([x, y]).filter((text) => !before.has(text));
        expect(written.filter((text) => !kept.has(text))).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });
});
