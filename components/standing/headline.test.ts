import { describe, expect, test } from 'vitest';
import type { StandingLine, StandingView } from '@/domain/standing-view';
import { grouped, opening, partySentence, plain, standingFigure } from './headline';
import { untouched } from './params';

const NONE: StandingLine['counts'] = {
  VIOLATION_COMMISSION: 0,
  VIOLATION_OMISSION: 0,
  DISPUTED: 0,
  PENDING: 0,
  DISCHARGED: 0,
  NOT_ATTRIBUTABLE: 0,
  NOT_COVERED: 0,
};

const line = (party: string, change: Partial<StandingLine> = {}): StandingLine => ({
  party,
  mode: 'compliance',
  word: 'VIOLATIONS_FOUND',
  low: 8.48,
  high: 33.54,
  counts: { ...NONE, VIOLATION_COMMISSION: 2, VIOLATION_OMISSION: 1, PENDING: 1 },
  years: 10,
  vLow: 8.7,
  vHigh: 19.7,
  atLeastOne: 0.96,
  rate: null,
  basis: {
    sourceClasses: 0,
    monitored: null,
    notified: 0,
    answered: 0,
    adequate: false,
    broad: false,
  },
  ...change,
});

const pact: StandingView['pact'] = {
  id: 'p',
  version: 1,
  title: 'Anti-doxing accord',
  kind: 'hypothetical',
  referenceOnly: false,
  parties: ['RU', 'US'],
  clauses: [],
  inForce: { from: '2016-01-01', until: null },
  choices: [],
};
const filter = untouched('p');

describe('the opening', () => {
  test.each<[string, Partial<StandingView['pact']>]>([
    ['Had this accord been in force since 2016,', {}],
    [
      'Had this pact been in force since 25 September 2020,',
      { title: 'Four-point package', inForce: { from: '2020-09-25', until: null } },
    ],
    [
      'Under the Agreement, in force since 25 May 1972,',
      { title: 'Agreement', kind: 'historical', inForce: { from: '1972-05-25', until: null } },
    ],
    [
      'Under the Agreement, in force from 25 May 1972 until 1 June 1990,',
      {
        title: 'Agreement',
        kind: 'historical',
        inForce: { from: '1972-05-25', until: '1990-06-01' },
      },
    ],
    [
      'Under the Exchange of notes, in force since 16 November 1933,',
      {
        title: 'Exchange of notes, 16 November 1933, with annex',
        kind: 'historical',
        inForce: { from: '1933-11-16', until: null },
      },
    ],
    ['Anti-doxing accord was never in force between these sides.', { inForce: null }],
    ['Anti-doxing accord: kept for reference, never scored.', { referenceOnly: true }],
  ])('%s', (sentence, change) => {
    expect(opening({ pact: { ...pact, ...change } })).toBe(sentence);
  });
});

describe('the line of a party', () => {
  const say = (of: StandingLine, kind: 'hypothetical' | 'historical' = 'hypothetical') =>
    plain(partySentence(of, of.party, { pact: { ...pact, kind }, filter }));

  test('as in look.md', () => {
    expect(say(line('RU'))).toBe('RU would stand at 34 (8–34): 3 violations found, 1 pending.');
    expect(say(line('US', { low: 61.2, high: 93.1, counts: { ...NONE, DISPUTED: 1 } }))).toBe(
      'US would stand at 93 (61–93): 1 disputed.',
    );
  });

  test('a pact that was in force is spoken of as a fact, a state outside it as a supposition', () => {
    expect(say(line('RU'), 'historical')).toMatch(/^RU stands at 34/);
    expect(say(line('RU', { mode: 'compatibility' }), 'historical')).toMatch(/^RU would stand/);
  });

  test('nothing found is no all-clear where too little was looked for', () => {
    const unknown = line('US', { low: 100, high: 100, counts: NONE, word: 'UNABLE_TO_CONCLUDE' });
    expect(say(unknown)).toBe(
      'US would stand at 100: no violation found, but too little was looked for to conclude.',
    );
  });

  test('nothing found, and no number where the period is too short', () => {
    expect(say(line('US', { low: 100, high: 100, counts: NONE }))).toBe(
      'US would stand at 100: no violation found.',
    );
    expect(say(line('US', { low: null, high: null, counts: NONE }))).toBe(
      'US was bound for too short a time for a number: no violation found.',
    );
    expect(say(line('US', { low: null, high: null, counts: NONE, years: 0 }))).toBe(
      'US was not bound in the time shown: no violation found.',
    );
  });

  test('every number is a button', () => {
    const asks = partySentence(line('RU'), 'RU', { pact, filter }).flatMap(({ text, ask }) =>
      ask === undefined ? [] : [[text, ask.what]],
    );
    expect(asks).toEqual([
      ['34 (8–34)', 'number'],
      ['3 violations found', 'count'],
      ['1 pending', 'count'],
    ]);
  });

  test('swapping the names swaps the sentences and changes nothing else', () => {
    expect(say(line('RU')).replaceAll('RU', 'US')).toBe(say(line('US')));
  });
});

test('a band no wider than a point is not written', () => {
  expect(standingFigure({ low: 92.8, high: 93.2 })).toBe('93');
});

test('in a pact of many, parties without findings are folded and outsiders stay apart', () => {
  const quiet = Array.from({ length: 8 }, (_, at) => line(`Q${at}`, { counts: NONE }));
  const outside = line('XX', { mode: 'compatibility' });
  const groups = grouped([...quiet, line('RU'), outside]);
  expect(groups.shown.map(({ party }) => party)).toEqual(['RU']);
  expect(groups.folded).toHaveLength(8);
  expect(groups.outside).toEqual([outside]);
});
