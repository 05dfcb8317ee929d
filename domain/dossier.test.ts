import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { dossierSchema } from './dossier';
import { faultLine, faultsOf } from './fault';
import { claimsOf, incidentOf, notice } from './fixtures/builders';
import { pactLibrarySchema } from './pact';

type Json = Record<string, unknown>;
const plain = (value: unknown): Json => JSON.parse(JSON.stringify(value)) as Json;
const claim = (changes: Json = {}): Json => ({
  ...plain(claimsOf('c1 RU:STATE B2 likely K1')[0]),
  ...changes,
});
const incident = (changes: Json = {}): Json => ({
  ...plain(incidentOf()),
  claims: [claim()],
  ...changes,
});
const dossier = (incidents: Json[], changes: Json = {}): Json => ({
  format: 'servanda.dossier/1',
  title: 'A dossier',
  license: 'CC0-1.0',
  compiledOn: '2026-11-22',
  incidents,
  ...changes,
});

/** The faults of a file as lines of a terminal; none for a valid one. */
const faults = (input: Json): string[] => {
  const parsed = dossierSchema.safeParse(input);
  return parsed.success ? [] : faultsOf(parsed.error, input).map(faultLine);
};
const of = (changes: Json): string[] =>
  faults(dossier([incident(), incident({ id: 'second', ...changes })]));
const ofClaim = (changes: Json): string[] => of({ claims: [claim(changes)] });
const at = 'incidents[1]';

test('a valid dossier has no fault, and its defaults are filled in', () => {
  expect(faults(dossier([incident()]))).toEqual([]);
  expect(dossierSchema.parse(dossier([])).monitoring).toEqual([]);
});

describe('a fault says in which incident, which field, and what was expected', () => {
  test.each<[string, Json, string[]]>([
    ['unknown key', { severty: 3 }, [`${at} (second): unknown key "severty"`]],
    ['two unknown keys', { a: 1, b: 2 }, [`${at} (second): unknown keys "a", "b"`]],
    [
      'missing field',
      { title: undefined },
      [`${at}.title (second): expected string, received undefined`],
    ],
    [
      'wrong severity',
      { severity: 6 },
      [`${at}.severity (second): expected a severity from 1 to 5`],
    ],
    [
      'unknown code',
      { conduct: ['hacking'] },
      [
        expect.stringMatching(
          /^incidents\[1\]\.conduct\[0\] \(second\): expected one of "data-theft", /,
        ) as unknown as string,
      ],
    ],
    ['no conduct', { conduct: [] }, [`${at}.conduct (second): expected at least one conduct code`]],
    [
      'a code twice',
      { objects: ['media', 'media'] },
      [`${at}.objects (second): expected each code once`],
    ],
    [
      'not a state',
      { victimStates: ['EU'] },
      [
        `${at}.victimStates[0] (second): expected an ISO 3166-1 alpha-2 state code such as "US" (SU before 1992)`,
      ],
    ],
    ['blank words', { title: '  ' }, [`${at}.title (second): expected words, found nothing`]],
    [
      'a hidden character',
      { title: 'A\u202Etitle' },
      [`${at}.title (second): expected no control or zero-width characters`],
    ],
    [
      'a zero-width space',
      { title: 'A\u200Btitle' },
      [`${at}.title (second): expected no control or zero-width characters`],
    ],
    [
      'a null byte',
      { summary: 'A\u0000' },
      [`${at}.summary (second): expected no control or zero-width characters`],
    ],
    [
      'ends before it starts',
      { ended: { date: '2015-12-31', precision: 'day' } },
      [`${at}.ended (second): expected an end on or after the start`],
    ],
    [
      'ended and going on',
      { ended: { date: '2017-01-01', precision: 'day' }, ongoing: true },
      [`${at}.ongoing (second): expected false: the incident has an end`],
    ],
    [
      'a joint group of one',
      { joint: [['RU']] },
      [`${at}.joint[0] (second): expected at least two states`],
    ],
    [
      'a source that is not there',
      { notifications: [notice({ sources: ['s9'] })] },
      [
        `${at}.notifications[0].sources[0] (second): expected the id of a source of this incident, found "s9"`,
      ],
    ],
    [
      'an upper-case id',
      { id: 'Second' },
      [`${at}.id (Second): expected a slug of lower-case letters, digits and hyphens`],
    ],
    [
      'an address that is none',
      {
        sources: [{ id: 's1', title: 'A', publisher: 'B', date: null, url: 'javascript:alert(1)' }],
      },
      [`${at}.sources[0].url (second): expected an http or https address`],
    ],
  ])('%s', (_, changes, expected) => expect(of(changes)).toEqual(expected));

  test('line breaks in words are no hidden characters', () => {
    expect(of({ summary: 'One.\nTwo.\tThree.' })).toEqual([]);
  });
});

describe('dates are real days, at the first day of their interval', () => {
  test.each([
    ['2016-02-30', 'day', 'expected a real calendar day, such as 2016-04-18'],
    ['18.4.2016', 'day', 'expected a real calendar day, such as 2016-04-18'],
    ['2016-04-18', 'month', 'expected the first day of the month for precision "month"'],
    ['2016-04-01', 'year', 'expected the first day of the year for precision "year"'],
    ['2016-04-18', 'minute', 'expected an ISO instant in UTC, such as 2027-03-01T10:00Z'],
    [
      '2016-04-18T10:00+02:00',
      'minute',
      'expected an ISO instant in UTC, such as 2027-03-01T10:00Z',
    ],
    ['2016-02-30T10:00Z', 'minute', 'expected an ISO instant in UTC, such as 2027-03-01T10:00Z'],
  ])('%s as a %s', (date, precision, expected) => {
    expect(of({ disclosed: { date, precision } })).toEqual([
      `${at}.disclosed.date (second): ${expected}`,
    ]);
  });
  test('an unknown precision names the known', () => {
    expect(of({ disclosed: { date: '2016-04-18', precision: 'week' } })).toEqual([
      `${at}.disclosed.precision (second): expected one of "minute", "day", "month", "year"`,
    ]);
  });
});

describe('claims', () => {
  const both = 'expected exactly one of likelihood and probability';
  test.each<[string, Json, string]>([
    ['likelihood and probability', { probability: 0.8 }, `likelihood (c1): ${both}`],
    ['neither', { likelihood: undefined }, `likelihood (c1): ${both}`],
    [
      'certainty',
      { likelihood: undefined, probability: 1 },
      'probability (c1): expected a probability below 1',
    ],
    [
      'impossibility',
      { likelihood: undefined, probability: 0 },
      'probability (c1): expected a probability above 0',
    ],
    [
      'nobody accused',
      { accused: null },
      'accused (c1): expected a state code: null goes with proposition OTHER only',
    ],
    [
      'live without a source',
      { sources: [] },
      'sources (c1): expected at least one source: a claim without one cannot be live',
    ],
    [
      'resting on itself',
      { derivedFrom: ['c1'] },
      'derivedFrom[0] (c1): expected the id of another claim, found "c1"',
    ],
    [
      'resting on nothing known',
      { derivedFrom: ['c7'] },
      'derivedFrom[0] (c1): expected the id of another claim, found "c7"',
    ],
    [
      'live and retracted',
      { retractedOn: { date: '2017-01-01', precision: 'day' } },
      'retractedOn (c1): expected only on a claim with status "retracted"',
    ],
    [
      'no such credibility',
      { credibility: 7 },
      'credibility (c1): expected a credibility from 1 to 6',
    ],
    ['no limb', { limbs: [] }, 'limbs (c1): expected at least one limb'],
  ])('%s', (_, changes, expected) => {
    // The record named is the nearest one with an id: the incident.
    expect(ofClaim(changes)).toEqual([`${at}.claims[0].${expected.replace('(c1)', '(second)')}`]);
  });
  test('two claims of one id', () => {
    expect(of({ claims: [claim(), claim()] })).toEqual([
      `${at}.claims[1].id (second): expected an id that no other entry of this list has`,
    ]);
  });
});

describe('the file as a whole', () => {
  test('two incidents of one id', () => {
    expect(faults(dossier([incident({ id: 'same' }), incident({ id: 'same' })]))).toEqual([
      'incidents[1].id (same): expected an id that no other incident has, found "same" again',
    ]);
  });
  test('another format, a compilation on no day, monitoring backwards', () => {
    expect(faults(dossier([], { format: 'servanda.pact/1' }))).toEqual([
      'format: expected "servanda.dossier/1"',
    ]);
    expect(faults(dossier([], { compiledOn: 'today' }))).toEqual([
      'compiledOn: expected a real calendar day, such as 2026-11-22',
    ]);
    const monitoring = [{ victimState: 'US', from: '2016-01-02', to: '2016-01-01', effort: 1 }];
    expect(faults(dossier([], { monitoring }))).toEqual([
      'monitoring[0].to: expected a day on or after `from`',
    ]);
  });
  test('what is no object at all', () => {
    const parsed = dossierSchema.safeParse([]);
    expect(parsed.success ? [] : faultsOf(parsed.error, []).map(faultLine)).toEqual([
      '(file): expected object, received array',
    ]);
  });
});

test.each(['russia-west', 'china-and-others', 'territory-and-treaties', 'pacts'])(
  'corpus/%s.json is valid',
  (name) => {
    const input: unknown = JSON.parse(
      readFileSync(new URL(`../corpus/${name}.json`, import.meta.url), 'utf8'),
    );
    const parsed = (name === 'pacts' ? pactLibrarySchema : dossierSchema).safeParse(input);
    expect(parsed.success ? [] : faultsOf(parsed.error, input).map(faultLine)).toEqual([]);
  },
);
