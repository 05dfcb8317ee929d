import { expect, test } from 'vitest';
import { caseOf, claimsOf, PROVED } from '@/domain/fixtures/builders';
import { robustness } from './robustness';

/** The record of T2 (method.md 8). */
const T2 = claimsOf(`
  c1 RU:STATE A1 very_likely K1
  c2 RU:STATE B2 almost_certain K2
  c3 RU:LINK B2 very_likely K1 shared
  c4 RU:STATE C3 likely K1 derivative of c1
  c5 OTHER C4 likely K3
  c6 RU:STATE A2 very_likely K4`);

test('T9: leaving out c1, c2 or c6 makes the violation of T2 another: fragile', () => {
  const { word, flips } = robustness(caseOf({ claims: T2 }));
  const changes = flips.map(({ change }) => change);
  expect(word).toBe('FRAGILE');
  expect(changes).toEqual(expect.arrayContaining(['c1', 'c2', 'c6', 'c1 A to B', 'K1 + K2']));
  for (const harmless of ['c2 2 to 3', 'c5 4 to 3', 'c3', 'c4', 'c5'])
    expect(changes).not.toContain(harmless);
});

test('what no single judgement changes is robust', () => {
  const claims = claimsOf(`
    c1 RU:STATE A1 almost_certain K1
    c2 RU:STATE A1 almost_certain K2
    c3 RU:STATE A1 almost_certain K3
    c4 RU:STATE A1 almost_certain K4`);
  expect(robustness(caseOf({ claims }))).toEqual({ word: 'ROBUST', flips: [] });
});

test('an admission is deaf to grades and company', () => {
  const claims = [...PROVED, ...claimsOf('c3 RU:STATE A1 almost_certain K3 admission')];
  expect(robustness(caseOf({ claims })).word).toBe('ROBUST');
});

test('grades that cannot be judged have no neighbour', () => {
  const claims = [...T2, ...claimsOf('c7 RU:LINK F6 very_likely K9')];
  const { flips } = robustness(caseOf({ claims }));
  expect(flips.filter(({ change }) => change.startsWith('c7'))).toEqual([]);
});
