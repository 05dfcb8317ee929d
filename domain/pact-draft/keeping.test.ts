import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pacts } from '@/domain/fixtures/generators';
import { SLIDERS } from '@/domain/lab/sliders';
import { type Pact, pactLibrarySchema } from '@/domain/pact';
import { POLICY_2026_11 } from '@/domain/policy';
import { alternativesOf, asAssumed, slidersFor, withClosed } from './alternatives';
import { asTested } from './assembled';
import { blankDraft, forkedDraft, type PactDraft, pactDraftSchema } from './draft';
import { keepable } from './keeping';
import { namingFaults } from './party-words';

const library = pactLibrarySchema.parse(
  JSON.parse(readFileSync(new URL('../../corpus/pacts.json', import.meta.url), 'utf8')),
).pacts;
const accord = library.find(({ id }) => id === 'anti-doxing-2017');
const [c1] = accord?.clauses ?? [];
if (accord === undefined || c1 === undefined) throw new Error('the library lacks the accord');
const besideOf = ({ id, version, adherence }: Pact, sources: Pact['sources'] = []) => ({
  ...{ id, version: version + 1, adherence, sources },
});
const saying = (text: string): PactDraft => {
  const fork = forkedDraft(accord);
  const [first, ...rest] = fork.pact?.clauses ?? [];
  return { ...fork, pact: { ...fork.pact, clauses: [{ ...first, text }, ...rest] } };
};
const told = (draft: PactDraft): string[] => {
  const kept = keepable(draft, besideOf(accord));
  return kept.ok ? [] : kept.faults.map(({ path, message }) => `${path}: ${message}`);
};

test('every pact of the library is forked and kept as it was, but for its number', () => {
  for (const pact of library) {
    const draft = pactDraftSchema.parse(forkedDraft(pact));
    const kept = keepable(draft, besideOf(pact));
    expect(kept).toEqual({ ok: true, pact: { ...pact, version: pact.version + 1 } });
  }
});

test('and so is any pact', () => {
  fc.assert(
    fc.property(pacts, (pact) => {
      const kept = keepable(pactDraftSchema.parse(forkedDraft(pact)), besideOf(pact));
      if (!kept.ok) throw new Error(JSON.stringify(kept.faults));
      const clauses = pact.clauses.map(({ severityShift, ...clause }) => ({
        ...clause,
        ...(Object.keys(severityShift ?? {}).length === 0 ? {} : { severityShift }),
      }));
      expect(kept.pact).toEqual({ ...pact, clauses, version: pact.version + 1 });
    }),
    { numRuns: 50 },
  );
});

test('a new draft says what is missing, field by field', () => {
  const draft = pactDraftSchema.parse(blankDraft(POLICY_2026_11.values.defaultWindows));
  const kept = keepable(draft, { ...{ id: 'new', version: 1, adherence: [], sources: [] } });
  const paths = kept.ok ? [] : kept.faults.map(({ path }) => path);
  for (const path of ['title', 'parties[0].code', 'assumedInForce.date', 'clauses[0].text'])
    expect(paths).toContain(path);
});

test.each([
  ['Each party [shall / should] act.', /^clauses\[0\]\.text: \[shall \/ should\] is still open/],
  ['Each party shall] act.', /^clauses\[0\]\.text: In the text a bracket closes/],
  ['', /^clauses\[0\]\.text: This is still empty\.$/],
  ['Russia shall not.', /names one of them: “Russia”/],
  ['No Russian hackers.', /names one of them: “Russian”/],
  ['Against the United States.', /names one of them: “United States”/],
  ['Only Party A shall refrain.', /names one of them: “Party A”/],
  ['The first party refrains.', /names one of them: “The first party”/],
])('%s is refused', (text, message) => {
  expect(told(saying(text))).toEqual([expect.stringMatching(message)]);
});

test.each([
  'Each party refrains; let us not speak of Chinese walls.',
  'As the “Agreement between Russia and the United States” of 1972 has it, each party warns.',
  'A party whose territory is used acts, and the other party is told.',
  'The word [[sic]] is quoted.',
])('%s passes', (text) => {
  expect(told(saying(text))).toEqual([]);
});

test('a reference may cite a party, and not bind it; a reservation may name it', () => {
  const at = (reference: string) =>
    namingFaults({ ...accord, clauses: [{ ...c1, reference }] }).map(({ path }) => path);
  expect(at('US-Russia communiqué, point 3')).toEqual([]);
  expect(at('Russia shall not, point 3')).toEqual(['clauses[0].reference']);
  const reservations = [{ party: 'US', text: 'The US reserves.', conduct: [], objects: [] }];
  const clauses = [{ ...c1, reservations, reciprocity: 'reserved' as const }];
  expect(namingFaults({ ...accord, clauses })).toEqual([]);
});

const WINDOW = { ...c1, text: 'must act within [30 / 60 days] of knowing, and [publicly].' };

test('a bracket of numbers moves a number of the test, the one that stands there unless said', () => {
  const [days, publicly] = alternativesOf(WINDOW, []);
  expect([days?.slider, days?.chosen, publicly?.slider]).toEqual(['actDays', 0, null]);
  const kept = [{ clause: 'c1', source: '[30 / 60 days]', chosen: 1 }];
  expect(asAssumed(WINDOW, kept).dueDiligence?.actDays).toBe(60);
  expect(asAssumed(WINDOW, []).dueDiligence?.actDays).toBe(30);
  expect(
    alternativesOf(WINDOW, [
      { ...kept[0], clause: 'c1', source: '[30 / 60 days]', slider: null },
    ])[0]?.slider,
  ).toBeNull();
  const other = slidersFor({ options: days?.options ?? [], unit: 'days' }, WINDOW);
  expect(other).toContain('notifyDays');
  expect(other).not.toContain('ackHours');
});

test('closing takes the words and the number, and nothing of it is open any more', () => {
  const [days] = alternativesOf(WINDOW, []);
  if (days === undefined) throw new Error('no bracket was found');
  const closed = withClosed(WINDOW, days, 1);
  expect(closed.text).toBe('must act within 60 days of knowing, and [publicly].');
  expect(SLIDERS.actDays.read(closed)).toBe(60);
  expect(alternativesOf(closed, []).map(({ source }) => source)).toEqual(['[publicly]']);
});

test('a draft is tested before its words are there, and not before its test is', () => {
  const draft = saying('');
  const beside = besideOf(accord, accord.sources);
  expect(asTested({ ...draft, pact: { ...draft.pact, title: '' } }, beside).ok).toBe(true);
  const [first] = draft.pact?.clauses ?? [];
  const { theta: _, ...without } = first ?? {};
  const wanting = asTested({ pact: { ...draft.pact, clauses: [without] } }, beside);
  expect(wanting.ok ? [] : wanting.faults.map(({ path }) => path)).toEqual(['clauses[0].theta']);
});
