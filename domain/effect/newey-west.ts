import { type Square, sandwiched, square } from './linear';
import type { CountFit, CountModel } from './negative-binomial';

/** Lag for monthly counts: whole part of 4 (n/100)^(2/9), Newey and West's rule of thumb. */
export const lagFor = (months: number): number => Math.floor(4 * (months / 100) ** (2 / 9));

/**
 * Covariance of the coefficients where months are alike to their neighbours (method.md 5): Bartlett
 * weights up to `lag` months, scaled by n / (n - k). `at` is the month of each count: months apart by
 * a gap count as far apart as they are.
 */
export function neweyWest(
  { counts, rows }: CountModel,
  { fitted, dispersion, covariance }: CountFit,
  at: readonly number[],
  lag: number,
): Square {
  const { size } = covariance;
  const meat = square(size);
  const scores = rows.map((row, place) => {
    const mu = fitted[place] ?? 0;
    const residual = ((counts[place] ?? 0) - mu) / (1 + dispersion * mu);
    return row.map((value) => value * residual);
  });
  for (let one = 0; one < scores.length; one += 1)
    for (let two = one; two < scores.length; two += 1) {
      const apart = (at[two] ?? 0) - (at[one] ?? 0);
      if (apart > lag) break;
      const weight = 1 - apart / (lag + 1);
      for (let row = 0; row < size; row += 1)
        for (let column = 0; column < size; column += 1) {
          const [here, there] = [scores[one], scores[two]];
          const product = (here?.[row] ?? 0) * (there?.[column] ?? 0);
          const mirrored = apart === 0 ? 0 : (there?.[row] ?? 0) * (here?.[column] ?? 0);
          const place = row * size + column;
          meat.values[place] = (meat.values[place] ?? 0) + weight * (product + mirrored);
        }
    }
  const small = counts.length / (counts.length - size);
  const robust = sandwiched(covariance, meat);
  return { size, values: robust.values.map((value) => value * small) };
}
