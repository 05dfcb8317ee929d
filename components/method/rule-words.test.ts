import { expect, test } from 'vitest';
import { RULES } from '@/domain/verdict';
import { REASON_WORDS, ruleWords } from './rule-words';

test('every rule is told in words, and its reason too', () => {
  for (const rule of RULES) {
    expect(ruleWords(rule).every((line) => line !== '' && !line.includes('_'))).toBe(true);
    expect(REASON_WORDS[rule.reason], rule.id).toBeDefined();
  }
});

test('an omission is told in full', () => {
  expect(ruleWords(RULES[14] ?? { id: 'R0', verdict: 'PENDING', reason: '', when: [] })).toEqual([
    'covered · it happened · state itself contested or not proved · link proved · duty to act · the state knew · it could act · acted too late or too little · time has run out',
  ]);
});
