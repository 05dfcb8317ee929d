import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LIKELIHOODS } from '@/domain/claim';
import { incidentDraftSchema } from '@/domain/incident-draft';
import { INCIDENT_TEMPLATES } from '@/domain/incident-template';
import { BASES, CLAIMANT_TYPES, CONDUCT, codesOf, OBJECTS } from '@/domain/vocabulary';
import { checkQuick, earlyFaults } from './quick-check';
import { beginning, draftOfQuick, fitsQuick, quickOfDraft } from './quick-draft';
import { EMPTY, type QuickValues, SPANS } from './quick-values';
import { dateInWords, shownDate, valueOfDate } from './written-date';

const NOW = Date.parse('2026-11-22T12:00:00Z');
const WHOLE: QuickValues = {
  ...EMPTY,
  title: 'Mail of a party published',
  conduct: ['data-theft-and-doxing'],
  when: '2016-07-22',
  victimState: 'US',
  objects: ['political-party'],
  linkedState: 'RU',
  sourceUrl: 'https://www.example.org/story',
};

const answer = fc.constantFrom(null, 'unknown', 'US', 'RU');
const date = fc.constantFrom('', '2016', '2016-07', '2016-07-22', '2016-0', '2016-07-22T10:00Z');
const values: fc.Arbitrary<QuickValues> = fc
  .record({
    title: fc.string({ maxLength: 20 }),
    conduct: fc.uniqueArray(fc.constantFrom(...codesOf(CONDUCT)), { maxLength: 3 }),
    when: date,
    span: fc.constantFrom(...SPANS),
    until: date,
    victimState: answer,
    victim: fc.string({ maxLength: 9 }),
    objects: fc.uniqueArray(fc.constantFrom(...codesOf(OBJECTS)), { maxLength: 3 }),
    linkedState: answer,
    sourceUrl: fc.constantFrom('', 'https://', 'https://example.org/a'),
    claim: fc.record({
      who: fc.string({ maxLength: 9 }),
      whoType: fc.constantFrom(null, ...codesOf(CLAIMANT_TYPES)),
      basis: fc.constantFrom(null, ...codesOf(BASES)),
      likelihood: fc.constantFrom(null, ...LIKELIHOODS),
      proposition: fc.constantFrom('LINK', 'STATE', 'PRIVATE'),
    }),
    severity: fc.constantFrom(null, 1, 5),
    status: fc.constantFrom(null, 'reported', 'confirmed'),
    tlp: fc.constantFrom(null, 'CLEAR', 'RED'),
  } as const)
  .map((one): QuickValues => ({ ...EMPTY, ...one }));

/** What a draft can hold of the fields: no claim where no state is linked, no end where none is asked. */
const held = (one: QuickValues): QuickValues => {
  const linked = one.linkedState === 'US' || one.linkedState === 'RU';
  const span = one.span === 'until' && one.until.trim() === '' ? 'once' : one.span;
  const begun =
    linked &&
    (one.claim.who.trim() !== '' ||
      one.claim.whoType !== null ||
      one.claim.basis !== null ||
      one.claim.likelihood !== null);
  return {
    ...one,
    span,
    until: span === 'until' ? one.until : '',
    claim: linked
      ? { ...one.claim, who: begun ? one.claim.who : '', whoType: begun ? one.claim.whoType : null }
      : EMPTY.claim,
  };
};

test('a draft of the quick log is fit to store and gives the same fields back', () => {
  fc.assert(
    fc.property(values, (one) => {
      const draft = draftOfQuick(one);
      const parsed = incidentDraftSchema.safeParse(JSON.parse(JSON.stringify(draft)));
      fc.pre(parsed.success || /control/.test(parsed.error.message));
      expect(quickOfDraft(draft)).toEqual(held(one));
      expect(fitsQuick(draft)).toBe(true);
    }),
    { numRuns: 1000 },
  );
});

describe('what is asked for', () => {
  test.each<[string, Partial<QuickValues>, string[]]>([
    ['nothing missing', {}, []],
    [
      'everything missing',
      EMPTY,
      ['title', 'conduct', 'when', 'victimState', 'objects', 'linkedState', 'sourceUrl'],
    ],
    ['unknown is an answer', { victimState: 'unknown', linkedState: 'unknown' }, []],
    ['half a date', { when: '2016-0' }, ['when']],
    ['an end before the start', { span: 'until', until: '2015' }, ['until']],
    ['an end not written', { span: 'until' }, ['until']],
    ['a day to come', { when: '2027-01-01' }, ['when']],
    [
      'an unlikely claim',
      {
        claim: {
          ...EMPTY.claim,
          who: 'X',
          whoType: 'ngo',
          basis: 'technical',
          likelihood: 'unlikely',
        },
      },
      ['claim.likelihood'],
    ],
    [
      'a claim begun',
      { claim: { ...EMPTY.claim, who: 'X' } },
      ['claim.whoType', 'claim.basis', 'claim.likelihood'],
    ],
  ])('%s', (_, change, paths) => {
    const { faults, incident } = checkQuick({ ...WHOLE, ...change }, NOW);
    const refused = faults.filter(({ level }) => level === 'refused').map(({ path }) => path);
    expect(refused.sort()).toEqual([...paths].sort());
    expect(incident === null).toBe(paths.length > 0);
  });

  test('to the minute where it is known', () => {
    const { incident } = checkQuick({ ...WHOLE, when: '2016-07-22T10:00Z' }, NOW);
    expect(incident?.started).toEqual({ date: '2016-07-22T10:00Z', precision: 'minute' });
  });

  test('nothing is said of what is merely missing', () => {
    expect(earlyFaults(draftOfQuick(EMPTY), NOW)).toEqual([]);
  });
});

test('what was logged in short and taken back fills the same fields', () => {
  const { incident } = checkQuick(WHOLE, NOW);
  expect(incident).not.toBeNull();
  expect(quickOfDraft(incident ?? {})).toEqual({ ...WHOLE, status: 'reported', tlp: 'GREEN' });
});

test('templates name no state and leave the date open', () => {
  for (const { id } of INCIDENT_TEMPLATES) {
    const { victimState, linkedState, when, objects } = quickOfDraft(beginning(id, null));
    expect({ victimState, linkedState, when }).toEqual({
      ...{ victimState: null, linkedState: null, when: '' },
    });
    expect(objects.length).toBeGreaterThan(0);
  }
});

describe('dates as people write them', () => {
  test.each([
    ['22 July 2016', '2016-07-22', 'the day 22 July 2016'],
    ['July 2016', '2016-07', 'some time in July 2016'],
    ['2016', '2016', 'some time in 2016'],
    ['2016-0', '2016-0', null],
    ['22 Nonsense 2016', '22 Nonsense 2016', null],
    ['', '', null],
  ])('%s', (written, shown, words) => {
    expect(shownDate(valueOfDate(written))).toBe(shown);
    expect(dateInWords(written)).toBe(words);
  });
});
