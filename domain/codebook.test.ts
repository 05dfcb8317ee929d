import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type GradeQuestion, gradeText, proposeGrade } from './codebook';
import { BASES, CLAIMANT_TYPES, codesOf } from './vocabulary';

type Line = [
  grade: string,
  claimant: GradeQuestion['claimantType'],
  basis: GradeQuestion['basis'],
  more?: Omit<GradeQuestion, 'claimantType' | 'basis'>,
];

const CODEBOOK: Line[] = [
  ['A1', 'court', 'legal', { convicted: true }],
  ['A1', 'government', 'political', { admission: true }],
  ['A2', 'legislature', 'political'],
  ['A2', 'legislature', 'legal'],
  ['A2', 'government', 'political', { withReasoning: true }],
  ['A2', 'government', 'technical', { withReasoning: true }],
  ['A2', 'government', 'political', { ownTerritory: true }],
  ['B1', 'government', 'legal'],
  ['B1', 'government', 'legal', { joint: true }],
  ['B1', 'government', 'technical', { joint: true }],
  ['B1', 'government', 'political', { joint: true, withDetail: true }],
  ['B2', 'government', 'technical'],
  ['B2', 'government', 'political', { withDetail: true }],
  ['B2', 'security-company', 'technical'],
  ['B2', 'academic', 'technical'],
  ['B2', 'ngo', 'technical'],
  ['B2', 'victim', 'technical'],
  ['B2', 'international-organisation', 'technical'],
  ['B3', 'media', 'media'],
  ['C3', 'media', 'media', { anonymous: true }],
  ['C3', 'government', 'political'],
  ['C3', 'government', 'political', { joint: true }],
  ['C3', 'government', 'technical', { withDetail: false }],
  ['C3', 'government', 'media', { anonymous: true }],
  ['C3', 'international-organisation', 'political'],
  ['C3', 'legislature', 'political', { withReasoning: false }],
  ['C3', 'media', 'leak'],
  ['C3', 'ngo', 'leak'],
  ['D4', 'perpetrator', 'self-claim'],
  ['D4', 'perpetrator', 'self-claim', { admission: true }],
  ['E5', 'media', 'media', { noAccess: true }],
  ['E5', 'government', 'legal', { noAccess: true }],
  ['F6', 'court', 'legal'],
  ['F6', 'court', 'legal', { convicted: false }],
  ['F6', 'victim', 'political'],
  ['F6', 'security-company', 'technical', { withDetail: false }],
  ['F6', 'media', 'technical'],
];

test.each(CODEBOOK)('%s: %s, %s %o', (grade, claimantType, basis, more = {}) => {
  const proposed = proposeGrade({ claimantType, basis, ...more });
  expect(gradeText(proposed)).toBe(grade);
  expect(proposed.reason).not.toBe('');
});

const maybe = fc.option(fc.boolean(), { nil: undefined });
const questions: fc.Arbitrary<GradeQuestion> = fc.record({
  claimantType: fc.constantFrom(...codesOf(CLAIMANT_TYPES)),
  basis: fc.constantFrom(...codesOf(BASES)),
  admission: maybe,
  convicted: maybe,
  withDetail: maybe,
  withReasoning: maybe,
  joint: maybe,
  ownTerritory: maybe,
  anonymous: maybe,
  noAccess: maybe,
});

test('swapping who speaks and who is accused never changes a grade', () => {
  const states = fc.constantFrom('RU', 'US', 'CN', 'DE');
  fc.assert(
    fc.property(questions, states, states, (question, claimant, accused) => {
      const one = { ...question, claimant: { state: claimant }, accused };
      const other = { ...question, claimant: { state: accused }, accused: claimant };
      expect(proposeGrade(one)).toEqual(proposeGrade(other));
    }),
  );
});

test('A1, which alone can stand for two clusters, needs a conviction or an admission', () => {
  fc.assert(
    fc.property(questions, (question) => {
      if (gradeText(proposeGrade(question)) === 'A1')
        expect(question.convicted === true || question.admission === true).toBe(true);
    }),
  );
});
