import { describe, expect, test } from 'vitest';
import { complianceIndex, decay, type IndexedFinding, severityWeight } from './compliance-index';
import { poissonBinomial } from './poisson-binomial';
import { POLICY_2026_11 } from './policy';
import type { Verdict } from './verdict';

const policy = POLICY_2026_11.values;
const finding = (
  verdict: Verdict,
  b: number,
  u: number,
  severity: number,
  m = 1,
): IndexedFinding => ({ verdict, b, u, severity, m });
const T12 = [
  finding('VIOLATION_COMMISSION', 0.8, 0.12, 4),
  finding('VIOLATION_OMISSION', 0.62, 0.22, 3, 0.5),
  finding('VIOLATION_OMISSION', 0.55, 0.3, 2),
  finding('PENDING', 0.7, 0.15, 3),
  finding('DISPUTED', 0.5, 0.2, 4),
  finding('DISCHARGED', 0.9, 0.1, 5),
];
const index = (findings: readonly IndexedFinding[], years = 1) =>
  complianceIndex(findings, years, policy);

describe('T12 one year', () => {
  test('34 (8-34)', () => {
    const band = index(T12);
    expect(band.vLow).toBeCloseTo(8.74, 4);
    expect(band.vHigh).toBeCloseTo(19.74, 4);
    expect(band.high).toBeCloseTo(33.5377, 4);
    expect(band.low).toBeCloseTo(8.4797, 4);
  });
  test('violations only: upper end 26', () => {
    const band = index(T12.slice(0, 3));
    expect([band.vLow, band.vHigh].map((v) => v.toFixed(2))).toEqual(['8.74', '10.74']);
    expect(band.low).toBeCloseTo(26.1192, 4);
  });
  test('how many violations there were', () => {
    const chances = poissonBinomial([0.8, 0.62, 0.55]);
    [0.0342, 0.2344, 0.4586, 0.2728].forEach((chance, n) => {
      expect(chances[n]).toBeCloseTo(chance, 4);
    });
    expect(chances.reduce((sum, chance, n) => sum + n * chance, 0)).toBeCloseTo(1.97, 10);
    expect(1 - (chances[0] ?? 0)).toBeCloseTo(0.9658, 4);
    expect(poissonBinomial([])).toEqual([1]);
  });
  test.each([
    [1, 1, 88.2497],
    [3, 1, 60.6531],
    [5, 1, 13.5335],
    [3, 2, 77.8801],
  ])('one certain violation of severity %i in %i years: %d', (severity, years, expected) => {
    const band = index([finding('VIOLATION_COMMISSION', 1, 0, severity)], years);
    expect(band.high).toBeCloseTo(expected, 4);
    expect(band.low).toBeCloseTo(expected, 4);
  });
  test('current standing halves every two years', () => {
    expect(decay(12, policy)).toBeCloseTo(Math.SQRT1_2, 12);
    expect([24, 48].map((months) => decay(months, policy))).toEqual([0.5, 0.25]);
  });
});

test('severity weighs 1, 2, 4, 8, 16', () => {
  expect([1, 2, 3, 4, 5].map((severity) => severityWeight(severity, policy))).toEqual([
    1, 2, 4, 8, 16,
  ]);
});

test('nothing found is 100; m is for violations only; a pending case without a link stays out', () => {
  expect(index([])).toEqual({ vLow: 0, vHigh: 0, low: 100, high: 100 });
  expect(index([finding('PENDING', 0.5, 0.5, 1, 0.5)]).vHigh).toBe(1);
  expect(index([{ ...finding('PENDING', 0.5, 0.5, 1), inBand: false }]).vHigh).toBe(0);
});
