import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { TREND_POLICY_2026_11 } from '@/domain/trend/trend-policy';
import type { MonthlySeries } from './monthly-series';
import { segmented } from './segmented';
import { type ImpactModel, isRefusal } from './segmented-model';

const policy = TREND_POLICY_2026_11.values;

interface Fixture {
  readonly series: readonly {
    readonly name: string;
    readonly first: string;
    readonly at: string;
    readonly counts: readonly number[];
    readonly exposure: readonly number[];
    readonly control?: readonly number[];
    readonly fits: readonly {
      readonly impact: ImpactModel;
      readonly harmonics: number;
      readonly fit: {
        readonly lag: number;
        readonly size: number | null;
        readonly logLikelihood: number;
        readonly coefficients: readonly number[];
        readonly errors: readonly number[];
      };
    }[];
  }[];
}
const FIXTURE: Fixture = JSON.parse(
  readFileSync(new URL('../fixtures/segmented.json', import.meta.url), 'utf8'),
);
const monthOf = (text: string): number => Number(text.slice(0, 4)) * 12 + Number(text.slice(5)) - 1;
const CASES = FIXTURE.series.flatMap(({ fits, ...given }) =>
  fits.map((one) => ({ ...given, ...one })),
);

describe('the same numbers as another implementation, on data of others', () => {
  test.each(CASES)('$name: $impact, $harmonics waves', (given) => {
    const { counts, exposure, control, impact, fit } = given;
    const answer = segmented(
      {
        series: { first: monthOf(given.first), counts, exposure },
        from: monthOf(given.at),
        ...{ impact, control },
      },
      { ...policy, harmonicPairs: given.harmonics },
    );
    if (isRefusal(answer)) throw new Error(answer.code);
    const [level = 0, trend = 0, ...rest] = fit.coefficients;
    const expected = [level + trend, trend, ...rest];
    answer.terms.forEach(({ name, estimate, error }, at) => {
      expect(estimate, name).toBeCloseTo(expected[at] ?? Number.NaN, 6);
      if (at > 0) expect(error, name).toBeCloseTo(fit.errors[at] ?? Number.NaN, 6);
    });
    expect(answer.dispersion).toBeCloseTo(fit.size === null ? 0 : 1 / fit.size, 6);
    expect(answer.logLikelihood).toBeCloseTo(fit.logLikelihood, 4);
    expect(answer.lag).toBe(fit.lag);
  });
});

const steady = (n: number, length: number): number[] => Array<number>(length).fill(n);
const watched = (counts: readonly number[]): MonthlySeries => ({
  ...{ first: 24_000, counts },
  exposure: counts.map(() => 1),
});
const ask = (series: MonthlySeries, at: number, control?: readonly number[]) =>
  segmented({ series, from: series.first + at, impact: 'level_and_slope', control }, policy);

test.each([
  ['eleven months before', watched(steady(9, 40)), 11, 'too_few_points', 12],
  ['eleven months after', watched(steady(9, 40)), 29, 'too_few_points', 12],
  ['four events after', watched([...steady(9, 20), ...steady(0, 19), 4]), 20, 'too_few_events', 5],
] as const)('%s are too few', (_, series, at, code, needed) => {
  expect(ask(series, at)).toMatchObject({ code, needed });
});

test('months in which nobody looked are no points', () => {
  const series = watched(steady(9, 30));
  const exposure = series.exposure.map((one, at) => (at < 4 ? null : one));
  expect(ask({ ...series, exposure }, 15)).toMatchObject({ code: 'too_few_points', before: 11 });
});

test('a control without events is refused, and one of another length is a mistake', () => {
  const series = watched(steady(9, 40));
  expect(ask(series, 20, steady(0, 40))).toMatchObject({ code: 'too_few_control_events' });
  expect(() => ask(series, 20, [1])).toThrow(/control/);
});

const lines = fc.record({
  counts: fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 30, maxLength: 70 }),
  at: fc.integer({ min: 12, max: 18 }),
});

describe('on any series', () => {
  test('intervals contain their point and what is expected without the pact is told only after it', () => {
    fc.assert(
      fc.property(lines, ({ counts, at }) => {
        const answer = ask(watched(counts), at);
        if (isRefusal(answer)) return;
        const { effect, terms, months } = answer;
        expect(effect.low <= effect.ratio && effect.ratio <= effect.high).toBe(true);
        for (const term of terms)
          expect(term.low <= term.estimate && term.estimate <= term.high).toBe(true);
        for (const { month, without } of months) expect(without === null).toBe(month < 24_000 + at);
      }),
      { numRuns: 30 },
    );
  });

  test('looking twice as hard everywhere moves the level and nothing else', () => {
    fc.assert(
      fc.property(lines, ({ counts, at }) => {
        const series = watched(counts);
        const one = ask(series, at);
        const two = ask({ ...series, exposure: series.exposure.map(() => 2) }, at);
        if (isRefusal(one) || isRefusal(two)) {
          expect(two).toEqual(one);
          return;
        }
        expect(two.effect.ratio).toBeCloseTo(one.effect.ratio, 5);
        expect(two.dispersion).toBeCloseTo(one.dispersion, 5);
      }),
      { numRuns: 20 },
    );
  });

  test('a gap says nothing: what was logged in it does not matter', () => {
    fc.assert(
      fc.property(lines, fc.nat(), ({ counts, at }, where) => {
        const gap = where % counts.length;
        const exposure = counts.map((_, month) => (month === gap ? null : 1));
        const one = ask({ first: 24_000, counts, exposure }, at);
        expect(ask({ first: 24_000, counts: counts.with(gap, 99), exposure }, at)).toEqual(one);
      }),
      { numRuns: 20 },
    );
  });
});
