import { expect, test } from 'vitest';
import { POLICY_2026_11 } from '@/domain/policy';
import { fused, rivalries, SINGLE_CLAIMS, SIX_CLAIMS, sixClaims, weighed } from './worked-claims';
import { clockExamples } from './worked-clocks';
import { indexExample } from './worked-index';

const { values } = POLICY_2026_11;

test('single claims weigh what T1 says', () => {
  expect(weighed(SINGLE_CLAIMS, values).map(({ units }) => Number(units.toFixed(4)))).toEqual([
    8.1885, 1.99, 3.472, 1.299, 0.1918, 0.0984, 0,
  ]);
});

test('six claims give T2, and T3 once the first is withdrawn', () => {
  const { whole, parts, retracted } = sixClaims(values);
  expect(whole.state.lower).toBeCloseTo(0.7807, 4);
  expect(whole.link.upper).toBeCloseTo(0.9885, 4);
  expect(whole.unattributed).toBeCloseTo(0.2078, 4);
  expect(parts.map(({ state }) => Number(state.toFixed(4)))).toEqual([
    0.1189, 0.0557, 0, 0, -0.0091, 0.0572,
  ]);
  expect(retracted.link.lower).toBeCloseTo(0.7128, 4);
  expect(retracted.state.lower).toBeCloseTo(0.6511, 4);
});

test('rivals give T5', () => {
  const [one, joint, five] = rivalries(values);
  expect(one?.a.link.lower).toBeCloseTo(0.2825, 4);
  expect(one?.a.conflict).toBeCloseTo(0.5, 4);
  expect(joint?.b.link.lower).toBeCloseTo(0.3937, 4);
  expect(five?.a.link.lower).toBeCloseTo(0.5855, 4);
  expect(five?.b.conflict).toBeCloseTo(0.4082, 4);
});

test('swapping the label of the accused changes nothing', () => {
  const swapped = SIX_CLAIMS.map((claim) =>
    claim.accused === null ? claim : { ...claim, accused: 'ZZ' },
  );
  expect(fused(swapped, 'ZZ', values)).toEqual(fused(SIX_CLAIMS, 'AA', values));
});

test('clocks give T11', () => {
  expect(
    clockExamples(POLICY_2026_11).map(({ adequacy, days }) => [
      adequacy.response,
      adequacy.clock,
      days,
    ]),
  ).toEqual([
    ['inadequate', 'open', 30],
    ['inadequate', 'expired', 30],
    ['inadequate', 'expired', 30],
    ['adequate_in_time', 'expired', 30],
    ['inadequate', 'expired', 30],
    ['adequate_in_time', 'open', 365],
    ['adequate_in_time', 'open', 45],
    ['adequate_late', 'expired', 30],
    ['inadequate', 'expired', 30],
  ]);
});

test('the index gives T12', () => {
  const { band, distribution } = indexExample(values);
  expect(Math.round(band.high)).toBe(34);
  expect(Math.round(band.low)).toBe(8);
  expect(1 - (distribution[0] ?? 1)).toBeCloseTo(0.9658, 4);
});
