import { expect, test } from 'vitest';
import { ENGINES, optionsFrom } from './options';

test('without arguments three sizes and every engine are asked for', () => {
  expect(optionsFrom([])).toEqual({
    ...{ sizes: [10_000, 100_000, 1_000_000], engines: new Set(ENGINES), runs: 7 },
    ...{ seed: 20_261_122, out: 'bench/RESULTS.md', patient: false },
  });
});

test('ten million incidents come last, and only where asked for', () => {
  expect(optionsFrom(['--sizes', '10', '--10m', '--engines', 'duckdb'])).toMatchObject({
    ...{ sizes: [10, 10_000_000], engines: new Set(['duckdb']) },
  });
});

test.each([
  [['--sizes', '10k'], /--sizes: expected whole numbers from 1, found "10k"/],
  [['--runs', '0'], /--runs: expected whole numbers/],
  [['--engines', 'sqlite'], /--engines: expected some of plain, .*found "sqlite"/],
  [['--fast'], /--fast/],
])('refuses %j and says what was expected', (args, message) => {
  expect(() => optionsFrom(args)).toThrow(message);
});
