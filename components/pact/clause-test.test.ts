import { expect, test } from 'vitest';
import type { Clause } from '@/domain/pact';
import { clauseTest, isTestable, spanWords } from './clause-test';

const clause: Clause = {
  id: 'c1',
  reference: 'a draft',
  text: 'Each party will not.',
  conduct: ['data-theft-and-doxing', 'disruption'],
  objects: ['political-party'],
  conductExclusions: [],
  objectExclusions: ['government'],
  intentRequired: 'political-effect',
  commissionLimbs: ['ORGAN', 'INSTRUCTED'],
  dueDiligence: {
    limbs: ['TERRITORY'],
    knowledge: 'actual_or_constructive',
    ackHours: 168,
    ackHoursUrgent: 48,
    actDays: 30,
    actDaysUrgent: 10,
    urgentFromSeverity: 4,
    maxExtensionFrac: 0.5,
    progressDays: 365,
    notifyDays: 30,
    constructiveLagDays: 14,
  },
  minSeverity: { commission: 1, dueDiligence: 2 },
  severityShift: { 'political-party': 1 },
  theta: { state: 0.75, link: 0.5, minClusters: 2 },
  exceptions: [{ code: 'journalism', burden: 'invoker' }],
  reservations: [{ party: 'US', text: 'Within the law.', conduct: [], objects: [] }],
  reciprocity: 'reserved',
};

const wordsOf = (label: string, of = clause): readonly string[] | undefined =>
  clauseTest(of).find((line) => line.label === label)?.words;

test('a clause is told in plain words', () => {
  expect(wordsOf('Conduct')).toEqual(['Data theft and publication, disruption']);
  expect(wordsOf('Leaves out')).toEqual(['Government']);
  expect(wordsOf('Only with the intent')).toEqual(['political effect']);
  expect(wordsOf('Time to act')?.[0]).toBe(
    'acknowledge within 7 days, act within 30 days (from severity 4: 48 hours and 10 days)',
  );
  expect(wordsOf('Severity')).toContain('political party counts +1');
  expect(wordsOf('Proof needed')).toHaveLength(3);
  expect(wordsOf('Exception: journalism')).toEqual(['to be shown by the state that invokes it']);
  expect(wordsOf('Reservation of United States')).toContain('covers everything in this clause');
});

test('what a clause does not ask is not told', () => {
  const bare = { ...clause, dueDiligence: null, intentRequired: null, objectExclusions: [] };
  expect(wordsOf('Time to act', bare)).toBeUndefined();
  expect(wordsOf('Only with the intent', bare)).toBeUndefined();
  expect(wordsOf('Proof needed', bare)).toHaveLength(2);
});

test('a rule of construction tests nothing', () => {
  expect(isTestable({ conduct: [], objects: [] })).toBe(false);
  expect(clauseTest({ ...clause, conduct: [] })).toEqual([]);
});

test.each([
  [1, '1 hour'],
  [48, '48 hours'],
  [168, '7 days'],
])('%d hours are %s', (hours, words) => {
  expect(spanWords(hours)).toBe(words);
});
