/**
 * Chapman's estimate of how many incidents there are, from two lists that name `first` and
 * `second` of them and share `both` (method.md 4e). It assumes that the lists were made
 * independently; lists that copy each other make it too low. Refuses more shared than listed.
 */
export function chapman(
  first: number,
  second: number,
  both: number,
): { readonly estimate: number; readonly variance: number } {
  if (![first, second, both].every((n) => Number.isInteger(n) && n >= 0))
    throw new RangeError('list sizes must be whole numbers from 0');
  if (both > Math.min(first, second))
    throw new RangeError('two lists cannot share more than the shorter holds');
  return {
    estimate: ((first + 1) * (second + 1)) / (both + 1) - 1,
    variance:
      ((first + 1) * (second + 1) * (first - both) * (second - both)) /
      ((both + 1) ** 2 * (both + 2)),
  };
}
