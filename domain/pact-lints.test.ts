import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type Clause, type Pact, pactLibrarySchema } from './pact';
import { pactLints } from './pact-lints';
import { POLICY_2026_11 } from './policy';

const library = pactLibrarySchema.parse(
  JSON.parse(readFileSync(new URL('../corpus/pacts.json', import.meta.url), 'utf8')),
).pacts;
const accord = library.find(({ id }) => id === 'anti-doxing-2017');
const [first] = accord?.clauses ?? [];
if (accord === undefined || first?.dueDiligence == null)
  throw new Error('the library lacks the anti-doxing accord');
const clause: Clause = {
  ...first,
  exceptions: [],
  conduct: ['data-theft-and-doxing', 'disruption'],
  objects: ['political-party', 'media', 'corporate', 'legislature', 'government'],
};
const duty = { ...first.dueDiligence, ...POLICY_2026_11.values.defaultWindows };

const codesFor = (changes: Partial<Clause>, pact: Partial<Pact> = {}): string[] =>
  pactLints(
    {
      ...{ ...accord, noticeDays: 90, ...pact },
      clauses: [{ ...clause, dueDiligence: duty, ...changes }],
    },
    POLICY_2026_11,
  ).map(({ code }) => code);

const CONSENT = { code: 'consent', burden: 'invoker' } as const;

test.each<[string, Partial<Clause>, string[]]>([
  ['a clause in order', {}, []],
  ['no object', { objects: [] }, ['no_object']],
  ['no conduct', { conduct: [] }, ['no_conduct']],
  ['neither', { conduct: [], objects: [] }, ['no_test']],
  ['nobody answers', { commissionLimbs: [], dueDiligence: null }, ['no_limb']],
  ['six days to answer', { dueDiligence: { ...duty, ackHours: 144 } }, ['short_window']],
  ['29 days to act', { dueDiligence: { ...duty, actDays: 29 } }, ['short_window']],
  ['a day longer than usual', { dueDiligence: { ...duty, actDays: 31 } }, []],
  ['an answer later than the act', { dueDiligence: { ...duty, ackHours: 721 } }, ['ack_after_act']],
  ['urgent cases slower', { dueDiligence: { ...duty, actDaysUrgent: 31 } }, ['urgent_slower']],
  ['nationals only', { dueDiligence: { ...duty, limbs: ['NATIONAL'] } }, ['no_territory']],
  ['a suspicion', { theta: { ...clause.theta, link: 0.49 } }, ['low_link']],
  ['reasonable grounds exactly', { theta: { ...clause.theta, link: 0.5 } }, []],
  ['a state on less', { theta: { ...clause.theta, state: 0.74 } }, ['low_state']],
  ['a link on more', { theta: { ...clause.theta, link: 0.8 } }, ['high_link', 'link_above_state']],
  ['beyond an admission', { theta: { ...clause.theta, state: 0.96 } }, ['high_state']],
  ['all objects left out', { objectExclusions: clause.objects }, ['swallowed']],
  ['half of them left out', { objectExclusions: ['media', 'corporate'] }, []],
  [
    'a reservation of everything',
    { reservations: [{ party: 'US', text: 'All of it.', conduct: [], objects: [] }] },
    ['swallowed'],
  ],
  [
    'a reservation of one conduct',
    { reservations: [{ party: 'US', text: 'Some.', conduct: ['disruption'], objects: [] }] },
    [],
  ],
  [
    'an exception without words',
    { exceptions: [{ code: 'other', burden: 'invoker' }] },
    ['open_exception'],
  ],
  ['an exception by name', { exceptions: [CONSENT] }, []],
  [
    'the burden on the accuser',
    { exceptions: [{ ...CONSENT, burden: 'accuser' }] },
    ['burden_on_accuser'],
  ],
])('%s', (_, changes, codes) => {
  expect(codesFor(changes)).toEqual(codes);
});

test('of the pact as a whole: notice, and an end before the beginning', () => {
  expect(codesFor({}, { noticeDays: 0 })).toEqual(['no_notice']);
  const end = { date: '2017-12-31', precision: 'day' } as const;
  expect(codesFor({}, { end })).toEqual(['ends_before_entry']);
  expect(codesFor({}, { end: { ...end, date: '2018-12-31' } })).toEqual([]);
  expect(codesFor({}, { kind: 'historical', assumedInForce: null, adherence: [] })).toEqual([
    'never_in_force',
  ]);
});

test('every lint names its clause and a field of it, and says what to do', () => {
  for (const pact of library)
    for (const { clause: id, path, sentence } of pactLints(pact, POLICY_2026_11)) {
      if (id === null) continue;
      const at = pact.clauses.findIndex((one) => one.id === id);
      expect(path).toMatch(new RegExp(`^clauses\\[${at}\\]\\.`));
      expect(sentence).toContain(`lause ${id}`);
      expect(sentence).toMatch(/[.]$/);
    }
});

test('windows are measured against the policy, not against a number in code', () => {
  const { values } = POLICY_2026_11;
  const stricter = {
    values: { ...values, defaultWindows: { ...values.defaultWindows, actDays: 45 } },
  };
  const pact = { ...accord, noticeDays: 90, clauses: [{ ...clause, dueDiligence: duty }] };
  expect(pactLints(pact, stricter).map(({ code }) => code)).toEqual(['short_window']);
});
