/**
 * The first `limit` items in an order, as sorting all of them would leave them: one pass that keeps
 * few, for lists that show little of much.
 */
export function firstInOrder<T>(
  items: Iterable<T>,
  limit: number,
  order: (one: T, two: T) => number,
): T[] {
  let kept: T[] = [];
  let last: T | undefined;
  const settle = (): void => {
    kept = kept.sort(order).slice(0, limit);
    last = kept.length < limit ? undefined : kept.at(-1);
  };
  for (const item of items) {
    if (last !== undefined && order(item, last) >= 0) continue;
    kept.push(item);
    if (kept.length >= 2 * limit) settle();
  }
  settle();
  return kept;
}
