/** A place on the picture; null is a gap, over which nothing is joined. */
export type Place = { readonly x: number; readonly y: number } | null;

/** A stretch of a band at one place across; null is a gap. */
export type Reach = { readonly x: number; readonly low: number; readonly high: number } | null;

const at = (x: number, y: number): string => `${x.toFixed(2)},${y.toFixed(2)}`;

/** What stands together, without the gaps. */
export function runsOf<T>(items: readonly (T | null)[]): T[][] {
  const runs: T[][] = [];
  let open = false;
  for (const item of items) {
    if (item === null) open = false;
    else {
      if (!open) runs.push([]);
      runs.at(-1)?.push(item);
      open = true;
    }
  }
  return runs;
}

/** A line through places. */
export const linePath = (places: readonly Place[]): string =>
  runsOf(places)
    .map((run) => `M${run.map(({ x, y }) => at(x, y)).join('L')}`)
    .join('');

/** A line that keeps its height until the next place. */
export const stepPath = (places: readonly Place[]): string =>
  runsOf(places)
    .map((run) =>
      run
        .map(({ x, y }, place) =>
          place === 0 ? `M${at(x, y)}` : `H${x.toFixed(2)}V${y.toFixed(2)}`,
        )
        .join(''),
    )
    .join('');

/** The area between the low and the high of each reach. */
export const bandPath = (reaches: readonly Reach[]): string =>
  runsOf(reaches)
    .map((run) => {
      const over = run.map(({ x, high }) => at(x, high));
      const under = [...run].reverse().map(({ x, low }) => at(x, low));
      return `M${[...over, ...under].join('L')}Z`;
    })
    .join('');

/** Reaches that keep their height until the next, as the curve they surround does. */
export const steppedReaches = (reaches: readonly NonNullable<Reach>[]): Reach[] =>
  reaches.flatMap((reach, place) => {
    const before = reaches[place - 1];
    return before === undefined ? [reach] : [{ ...before, x: reach.x }, reach];
  });
