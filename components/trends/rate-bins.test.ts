import { expect, test } from 'vitest';
import { type RateBin, rateTop } from './rate-bins';

const bin = (n: number, exposure: number | null, high: number): RateBin => ({
  ...{ key: `${n}`, label: `${n}`, from: '2016-01-01', to: '2016-12-31', monitored: 1 },
  point: {
    ...{ key: `${n}`, n, exposure, segment: 1, mixed: false },
    rate: exposure === null ? null : { rate: n / exposure, low: 0, high },
  },
});

test.each([
  ['intervals that are alike are drawn whole', [bin(6, 12, 1.1), bin(8, 12, 1.3)], 1.3],
  ['a few days do not set the scale', [bin(6, 12, 1.1), bin(8, 12, 1.3), bin(1, 0.3, 18)], 1.3],
  ['an interval that towers is cut', [bin(1, 12, 0.4), bin(1, 12, 0.4), bin(1, 4, 1.4)], 0.625],
  ['a gap has none', [bin(3, null, 0)], 0],
  ['nothing', [], 0],
])('%s', (_, bins, top) => {
  expect(rateTop(bins)).toBeCloseTo(top, 6);
});
