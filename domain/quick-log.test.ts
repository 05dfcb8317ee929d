import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fuse } from './attribution';
import { LIKELIHOODS } from './claim';
import { parse } from './fault';
import { on } from './fixtures/builders';
import { incidentSchema } from './incident';
import { loggingFaults } from './logging-rules';
import { POLICY_2026_11 } from './policy';
import { type QuickLogInput, quickLogSchema } from './quick-log';
import { freeId, incidentFromQuickLog, proposedId } from './quick-log-incident';
import { BASES, CLAIMANT_TYPES, CONDUCT, codesOf, OBJECTS } from './vocabulary';
import { dateText, spanOfWhen, type When, writtenDate } from './when';

const quick: QuickLogInput = {
  title: "Mail of a party's committee published",
  conduct: ['data-theft-and-doxing'],
  when: { kind: 'day', date: '2016-07-22' },
  victimState: 'US',
  objects: ['political-party'],
  linkedState: 'unknown',
  sourceUrl: 'https://www.example.org/story',
};
const claim = {
  who: 'A company',
  whoType: 'security-company',
  basis: 'technical',
  likelihood: 'very_likely',
} as const;
const logged = (change: Partial<QuickLogInput> = {}) =>
  incidentFromQuickLog(quickLogSchema.parse({ ...quick, ...change }), 'an-id');

describe('what is refused, and where', () => {
  test.each<[string, Record<string, unknown>, string]>([
    ['no title', { title: ' ' }, 'title'],
    ['a title with hidden characters', { title: 'a\u200Bb' }, 'title'],
    ['a megabyte of title', { title: 'x'.repeat(1_000_000) }, 'title'],
    ['no conduct', { conduct: [] }, 'conduct'],
    ['conduct twice', { conduct: ['sabotage', 'sabotage'] }, 'conduct'],
    ['no target', { objects: [] }, 'objects'],
    ['a victim that is no state', { victimState: 'EU' }, 'victimState'],
    ['a month where a day is due', { when: { kind: 'day', date: '2016-07' } }, 'when.date'],
    ['a day where a year is due', { when: { kind: 'year', date: '2016-07-22' } }, 'when.date'],
    ['a day that never was', { when: { kind: 'day', date: '2016-02-30' } }, 'when.date'],
    ['a range backwards', { when: { kind: 'range', from: '2016', to: '2015-12' } }, 'when.to'],
    ['a kind of date nobody knows', { when: { kind: 'soon' } }, 'when.kind'],
    ['a script for a source', { sourceUrl: 'javascript:alert(1)' }, 'sourceUrl'],
    ['a blank within an address', { sourceUrl: 'https://exa mple.org' }, 'sourceUrl'],
    ['a password in an address', { sourceUrl: 'https://me:secret@example.org' }, 'sourceUrl'],
    ['a claim against nobody', { claim }, 'linkedState'],
    [
      'an unlikely claim',
      { linkedState: 'RU', claim: { ...claim, likelihood: 'unlikely' } },
      'claim.likelihood',
    ],
    ['a claim by nobody', { linkedState: 'RU', claim: { ...claim, who: '' } }, 'claim.who'],
    ['an unknown field', { colour: 'red' }, '(file)'],
  ])('%s', (_, change, path) => {
    const parsed = parse(quickLogSchema, { ...quick, ...change });
    expect(parsed.ok ? null : parsed.faults[0]?.path).toBe(path);
  });
});

describe('when', () => {
  test.each<[When, ReturnType<typeof spanOfWhen>]>([
    [
      { kind: 'day', date: '2016-07-22' },
      { started: on('2016-07-22'), ended: null, ongoing: false },
    ],
    [
      { kind: 'month', date: '2016-07' },
      { started: on('2016-07'), ended: null, ongoing: false },
    ],
    [
      { kind: 'year', date: '2016' },
      { started: on('2016'), ended: null, ongoing: false },
    ],
    [
      { kind: 'range', from: '2016', to: '2017-03' },
      { started: on('2016'), ended: on('2017-03'), ongoing: false },
    ],
    [
      { kind: 'ongoing', from: '2016-07' },
      { started: on('2016-07'), ended: null, ongoing: true },
    ],
  ])('%o', (when, span) => {
    expect(spanOfWhen(when)).toEqual(span);
  });
  test.each(['2016', '2016-07', '2016-07-22', '2016-07-22T10:00Z'])(
    '%s is written back',
    (text) => {
      const dated = writtenDate(text);
      expect(dated === null ? null : dateText(dated)).toBe(text);
    },
  );
  test.each(['', '16', '2016-13', '2016-02-30', '2016-7', 'July 2016'])(
    '"%s" is no date',
    (text) => {
      expect(writtenDate(text)).toBeNull();
    },
  );
});

describe('what becomes of it', () => {
  test('an unknown state is accused of nothing', () => {
    expect(logged()).toMatchObject({ claims: [], status: 'reported', severity: 2 });
    expect(logged({ victimState: 'unknown' }).victimStates).toEqual([]);
  });

  test('a state of which nobody says so yet is named and carries no weight', () => {
    const { claims } = logged({ linkedState: 'RU' });
    expect(claims).toMatchObject([{ accused: 'RU', proposition: 'LINK', reliability: 'F' }]);
    const { states, unattributed } = fuse(claims, { policy: POLICY_2026_11.values, joint: [] });
    expect(states.get('RU')?.link.lower).toBe(0);
    expect(unattributed).toBe(1);
  });

  test('one line on who says so is graded by the codebook', () => {
    expect(logged({ linkedState: 'RU', claim }).claims).toMatchObject([
      {
        claimant: { name: 'A company', type: 'security-company', state: null },
        reliability: 'B',
        credibility: 2,
        likelihood: 'very_likely',
        proposition: 'LINK',
        sources: ['s1'],
      },
    ]);
  });

  test.each([
    [{}, 'us-2016-mail-of-a-party-s-committee-published'],
    [{ victimState: 'unknown' }, 'xx-2016-mail-of-a-party-s-committee-published'],
    [{ title: 'Élections: l’été' }, 'us-2016-elections-l-ete'],
    [{ title: 'Взлом' }, 'us-2016'],
    [
      { when: { kind: 'ongoing', from: '1999' } as const },
      'us-1999-mail-of-a-party-s-committee-published',
    ],
    [{ title: 'word '.repeat(60) }, `us-2016${'-word'.repeat(14)}`],
  ])('%o is proposed the id %s', (change, id) => {
    expect(proposedId(quickLogSchema.parse({ ...quick, ...change }))).toBe(id);
  });

  test('a taken id is counted on', () => {
    const taken = new Set(['a', 'a-2']);
    expect(freeId('a', (id) => taken.has(id))).toBe('a-3');
    expect(freeId('b', (id) => taken.has(id))).toBe('b');
  });
});

test('whatever the quick log accepts is a sound record', () => {
  const states = fc.constantFrom('unknown', 'US', 'RU', 'DE');
  const whens = fc.constantFrom<When>(
    { kind: 'day', date: '2016-02-29' },
    { kind: 'month', date: '2016-12' },
    { kind: 'year', date: '1999' },
    { kind: 'range', from: '2016', to: '2016-01' },
    { kind: 'ongoing', from: '2020-05' },
  );
  const logs = fc.record(
    {
      title: fc.string({ minLength: 1, maxLength: 310 }),
      conduct: fc.subarray(codesOf(CONDUCT), { minLength: 1, maxLength: 3 }),
      when: whens,
      victimState: states,
      objects: fc.subarray(codesOf(OBJECTS), { minLength: 1, maxLength: 3 }),
      linkedState: states,
      sourceUrl: fc.webUrl({ withQueryParameters: true }),
      claim: fc.record({
        who: fc.string({ minLength: 1 }),
        whoType: fc.constantFrom(...codesOf(CLAIMANT_TYPES)),
        basis: fc.constantFrom(...codesOf(BASES)),
        likelihood: fc.constantFrom(...LIKELIHOODS),
      }),
    },
    {
      requiredKeys: [
        'title',
        'conduct',
        'when',
        'victimState',
        'objects',
        'linkedState',
        'sourceUrl',
      ],
    },
  );
  let accepted = 0;
  fc.assert(
    fc.property(logs, (input) => {
      const parsed = quickLogSchema.safeParse(input);
      if (!parsed.success) return;
      accepted += 1;
      const incident = incidentFromQuickLog(parsed.data, proposedId(parsed.data));
      expect(incidentSchema.parse(incident)).toEqual(incident);
      expect(loggingFaults(incident, Date.UTC(2026, 10, 22))).toEqual([]);
    }),
    { numRuns: 500 },
  );
  expect(accepted).toBeGreaterThan(100);
});
