/**
 * Exact distribution of how many of independent events occur, P(0), P(1), ... P(n), given the
 * probability of each (method.md 4, "Count distribution").
 */
export function poissonBinomial(probabilities: readonly number[]): number[] {
  return probabilities.reduce<number[]>(
    (distribution, p) =>
      Array.from({ length: distribution.length + 1 }, (_, n) => {
        const stays = (distribution[n] ?? 0) * (1 - p);
        const rises = n === 0 ? 0 : (distribution[n - 1] ?? 0) * p;
        return stays + rises;
      }),
    [1],
  );
}
