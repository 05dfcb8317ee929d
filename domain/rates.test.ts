import { expect, test } from 'vitest';
import { POLICY_2026_11 } from './policy';
import { clopperPearson, garwood, ratePosterior, rateRatio, weightedInterval } from './rates';

const policy = POLICY_2026_11.values;

test.each([
  [0, 0, 3.6889],
  [1, 0.0253, 5.5716],
  [3, 0.6187, 8.7673],
  [5, 1.6235, 11.6683],
  [10, 4.7954, 18.3904],
  [60, 45.7863, 77.2319],
])('T14 Garwood: %i events, 95%% from %d to %d', (n, low, high) => {
  expect(garwood(n).low).toBeCloseTo(low, 4);
  expect(garwood(n).high).toBeCloseTo(high, 4);
  expect(garwood(n, 12).high).toBeCloseTo(high / 12, 4);
});

test.each([
  { n1: 36, t1: 12, n2: 9, t2: 12, ratio: 0.25, low: 0.1059, high: 0.529 },
  { n1: 60, t1: 12, n2: 5, t2: 6, ratio: 0.1667, low: 0.0522, high: 0.411 },
  { n1: 4, t1: 12, n2: 0, t2: 12, ratio: 0, low: 0, high: 1.5149 },
])('T15 rate ratio: $n2 in $t2 months after $n1 in $t1', ({ n1, t1, n2, t2, ratio, low, high }) => {
  const compared = rateRatio({ n: n1, exposure: t1 }, { n: n2, exposure: t2 });
  expect(compared?.ratio).toBeCloseTo(ratio, 4);
  expect(compared?.low).toBeCloseTo(low, 4);
  expect(compared?.high).toBeCloseTo(high, 4);
});

test('T15 one-sided: none after four is chance one time in sixteen', () => {
  const compared = rateRatio({ n: 4, exposure: 12 }, { n: 0, exposure: 12 });
  expect(compared?.asFewByChance).toBeCloseTo(0.0625, 10);
  const many = rateRatio({ n: 5000, exposure: 12 }, { n: 5000, exposure: 12 });
  expect(many?.asFewByChance).toBeCloseTo(0.504, 3);
});

test('nothing to compare is not a ratio, and a rise from nothing has no upper bound', () => {
  expect(rateRatio({ n: 0, exposure: 1 }, { n: 0, exposure: 1 })).toBeNull();
  expect(rateRatio({ n: 0, exposure: 1 }, { n: 3, exposure: 1 })).toMatchObject({
    ratio: null,
    high: null,
  });
});

test('impossible counts and exposures are refused', () => {
  expect(() => garwood(-1)).toThrow(/count/);
  expect(() => garwood(1, 0)).toThrow(/exposure/);
  expect(() => rateRatio({ n: 1.5, exposure: 1 }, { n: 1, exposure: 1 })).toThrow(/whole/);
  expect(() => ratePosterior(1, 0, policy)).toThrow(/exposure/);
});

test.each([
  [0, 1, 0.5, 0.002, 1.9207],
  [0, 3, 0.1667, 0.0007, 0.6402],
  [1.97, 1, 2.47, 0.5588, 5.4887],
  [5, 2, 2.75, 1.1437, 4.9188],
])(
  'T13 Gamma-Poisson: %d in %d years, mean %d, 90%% from %d to %d',
  (n, years, mean, low, high) => {
    const posterior = ratePosterior(n, years, policy);
    expect(posterior.mean).toBeCloseTo(mean, 4);
    expect(posterior.low).toBeCloseTo(low, 4);
    expect(posterior.high).toBeCloseTo(high, 4);
  },
);

test('T12 Fay-Feuer: the weighted rate of three violations is known to a factor of forty', () => {
  const interval = weightedInterval([
    { weight: 8, count: 0.8 },
    { weight: 4 * 0.5, count: 0.62 },
    { weight: 2, count: 0.55 },
  ]);
  expect(interval?.low).toBeCloseTo(0.8729, 4);
  expect(interval?.high).toBeCloseTo(37.8263, 4);
});

test('Fay-Feuer with equal weights is Garwood, and no event has an upper end only when a weight is known', () => {
  const equal = weightedInterval([{ weight: 1, count: 5 }], { coverage: 0.95 });
  expect(equal?.low).toBeCloseTo(garwood(5).low, 6);
  expect(equal?.high).toBeCloseTo(garwood(5).high, 6);
  expect(weightedInterval([])).toBeNull();
  expect(weightedInterval([], { coverage: 0.95, largestWeight: 1 })?.high).toBeCloseTo(3.6889, 4);
});

test('Clopper-Pearson reaches the ends', () => {
  expect(clopperPearson(0, 10).low).toBe(0);
  expect(clopperPearson(10, 10).high).toBe(1);
  expect(clopperPearson(0, 10).high).toBeCloseTo(1 - 0.025 ** (1 / 10), 8);
});
