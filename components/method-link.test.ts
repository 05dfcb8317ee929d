import { expect, test } from 'vitest';
import { POLICY_2026_11 } from '@/domain/policy';
import { methodHref, methodSection } from './method-link';

test.each([
  ['method 2.4, predicates', '/method#2-4'],
  ['method 1, coverage test', '/method#1'],
  ['method 3.1, R1 to R3', '/method#3-1'],
  ['method 2, contribution', '/method#2-1'],
  ['method 4.2', '/method#4'],
  ['dossier, verifyBy', '/method'],
])('%s leads to %s', (reference, href) => {
  expect(methodHref(reference)).toBe(href);
});

test('every policy value has a place on the method page', () => {
  const lost = Object.values(POLICY_2026_11.entries)
    .map(({ reference }) => reference)
    .filter((reference) => reference.startsWith('method') && methodSection(reference) === null);
  expect(lost).toEqual([]);
});
