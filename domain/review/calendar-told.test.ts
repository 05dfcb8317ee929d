import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAY_MS, toDay } from '@/domain/dates';
import { at } from '@/domain/fixtures/builders';
import type { CalendarEntry } from './calendar';
import { linesOf, type ToldEntry, toldAfter } from './calendar-told';

const entry = (changes: Partial<CalendarEntry> = {}): CalendarEntry => ({
  ...{ uid: 'act/a-pact/c1/leak/RU', at: at('2026-12-20'), kind: 'act', incident: 'leak' },
  ...{ summary: 'Last day for Russia to act: A leak', pact: 'a-pact', clause: 'c1', state: 'RU' },
  ...changes,
});
const telling = (day: string, number: number, hidden: readonly string[] = []) => ({
  ...{ at: at(day), number },
  reads: (incident: string) => !hidden.includes(incident),
});
const first = toldAfter([], [entry()], telling('2026-12-01', 40));
const brief = (told: readonly ToldEntry[]) =>
  told.map(({ day, sequence, cancelled }) => `${day} ${sequence}${cancelled ? ' cancelled' : ''}`);

test.each<[string, readonly CalendarEntry[], ReturnType<typeof telling>, string[]]>([
  ['nothing changed: told as before', [entry()], telling('2026-12-02', 50), ['2026-12-20 40']],
  [
    'another title: the same sequence',
    [entry({ summary: 'Last day for Russia to act: The leak' })],
    telling('2026-12-02', 50),
    ['2026-12-20 40'],
  ],
  [
    'moved: a higher sequence',
    [entry({ at: at('2026-12-24') })],
    telling('2026-12-02', 50),
    ['2026-12-24 50'],
  ],
  [
    'moved twice before the ledger grew: higher all the same',
    [entry({ at: at('2026-12-24') })],
    telling('2026-12-02', 40),
    ['2026-12-24 41'],
  ],
  [
    'met or gone before its day: cancelled',
    [],
    telling('2026-12-02', 50),
    ['2026-12-20 41 cancelled'],
  ],
  ['its day has come: it stays as it was', [], telling('2026-12-20', 50), ['2026-12-20 40']],
  ['its day passed: it stays for a month', [], telling('2027-01-19', 50), ['2026-12-20 40']],
  ['and no longer', [], telling('2027-01-22', 50), []],
  ['hidden from the reader: nothing', [entry()], telling('2026-12-02', 50, ['leak']), []],
  ['hidden and met: nothing either', [], telling('2026-12-02', 50, ['leak']), []],
])('%s', (_what, open, how, told) => {
  expect(brief(toldAfter(first, open, how))).toEqual(told);
});

test('what changed says when, and what did not keeps its time', () => {
  const renamed = toldAfter(first, [entry({ summary: 'Other' })], telling('2026-12-02', 50));
  expect(renamed[0]?.modified).toBe(at('2026-12-02'));
  const again = toldAfter(renamed, [entry({ summary: 'Other' })], telling('2026-12-03', 60));
  expect(again).toEqual(renamed);
});

test('what was cancelled and runs again is told with a higher sequence', () => {
  const cancelled = toldAfter(first, [], telling('2026-12-02', 50));
  const back = toldAfter(cancelled, [entry()], telling('2026-12-03', 60));
  expect(brief(back)).toEqual(['2026-12-20 60']);
});

test('clauses and pacts that run the same clock to the same day are one line', () => {
  const told = toldAfter(
    [],
    [
      entry(),
      entry({ uid: 'act/a-pact/c2/leak/RU', clause: 'c2' }),
      entry({ uid: 'act/b-pact/c1/leak/RU', pact: 'b-pact' }),
      entry({ uid: 'act/c-pact/c1/leak/RU', pact: 'c-pact', at: at('2026-12-28') }),
      entry({ uid: 'objection/leak/RU', kind: 'objection', pact: null, clause: null }),
    ],
    telling('2026-12-01', 40),
  );
  expect(linesOf(told).map(({ uid, under }) => [uid, under.map((each) => each.join(' '))])).toEqual(
    [
      ['act/a-pact/c1/leak/RU', ['a-pact c1', 'a-pact c2', 'b-pact c1']],
      ['objection/leak/RU', []],
      ['act/c-pact/c1/leak/RU', ['c-pact c1']],
    ],
  );
});

describe('whatever happens', () => {
  const START = at('2026-12-01');
  const anyEntries = fc.uniqueArray(
    fc.record({ name: fc.constantFrom('a', 'b', 'c', 'd'), days: fc.nat(60) }),
    { selector: ({ name }) => name },
  );
  const anySteps = fc.array(
    fc.record({ open: anyEntries, later: fc.nat(20), hidden: fc.subarray(['a', 'b']) }),
    { maxLength: 12 },
  );

  test('names are told once, sequences never fall, nothing is told twice in different words', () => {
    fc.assert(
      fc.property(anySteps, (steps) => {
        let told: ToldEntry[] = [];
        let when = START;
        let number = 0;
        const highest = new Map<string, number>();
        for (const { open, later, hidden } of steps) {
          when += later * DAY_MS;
          number += 7;
          const entries = open.map(({ name, days }) =>
            entry({ uid: name, incident: name, at: when + days * DAY_MS }),
          );
          const how = { at: when, number, reads: (name: string) => !hidden.includes(name) };
          const before = told;
          told = toldAfter(before, entries, how);
          expect(toldAfter(told, entries, how)).toEqual(told);
          expect(new Set(told.map(({ uid }) => uid)).size).toBe(told.length);
          expect(told.some(({ incident }) => hidden.includes(incident))).toBe(false);
          for (const { uid, sequence, cancelled, day } of told) {
            expect(sequence).toBeGreaterThanOrEqual(highest.get(uid) ?? 0);
            highest.set(uid, sequence);
            if (entries.some((each) => each.uid === uid)) expect(cancelled).toBe(false);
            else if (day > toDay(when)) expect(cancelled).toBe(true);
            const last = before.find((each) => each.uid === uid);
            if (last !== undefined && (last.day !== day || last.cancelled !== cancelled))
              expect(sequence).toBeGreaterThan(last.sequence);
          }
        }
      }),
    );
  });
});
