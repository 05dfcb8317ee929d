/** From a value to a place on the picture. */
export type Scale = (value: number) => number;

type Ends = readonly [number, number];

/** A straight scale; a domain without length puts everything at the start. */
export const linear =
  ([from, to]: Ends, [start, end]: Ends): Scale =>
  (value) =>
    to === from ? start : start + ((value - from) / (to - from)) * (end - start);

/** A scale of ratios: the same factor is the same distance. Values must be above 0. */
export function ratios([from, to]: Ends, range: Ends): Scale {
  const straight = linear([Math.log(from), Math.log(to)], range);
  return (value) => straight(Math.log(Math.min(to, Math.max(from, value))));
}

const STEPS = [1, 2, 2.5, 5, 10];

/** Round values from 0 to at least `top`, `about` so many steps apart; whole numbers only where `whole`. */
export function scaleTicks(top: number, whole: boolean, about = 5): number[] {
  if (!(top > 0)) return [0, 1];
  const rough = top / about;
  const size = 10 ** Math.floor(Math.log10(rough));
  const fitting = STEPS.map((step) => step * size).find((step) => step >= rough) ?? rough;
  const step = whole ? Math.max(1, Math.ceil(fitting)) : fitting;
  const count = Math.ceil(top / step - 1e-9);
  return Array.from({ length: count + 1 }, (_, at) => Number((at * step).toPrecision(6)));
}

const RATIOS = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100];

/** Round ratios around what is drawn, 1 always among them; what lies further out is drawn at the edge. */
export function ratioTicks(values: readonly number[]): number[] {
  const drawn = values.filter((value) => Number.isFinite(value) && value > 0);
  const low = Math.max(0.01, Math.min(0.5, ...drawn));
  const high = Math.min(100, Math.max(2, ...drawn));
  const first = RATIOS.findLastIndex((one) => one <= low);
  const last = RATIOS.findIndex((one) => one >= high);
  return RATIOS.slice(Math.max(0, first), (last < 0 ? RATIOS.length - 1 : last) + 1);
}

/** Years to name below months from `first` to `last`, as few as fit. */
export function yearTicks(
  first: number,
  last: number,
  width: number,
): { readonly month: number; readonly label: string }[] {
  const years = Array.from(
    { length: Math.floor(last / 12) - Math.ceil(first / 12) + 1 },
    (_, at) => Math.ceil(first / 12) + at,
  );
  const step = Math.max(1, Math.ceil(years.length / Math.max(1, Math.floor(width / 52))));
  return years
    .filter((_, at) => at % step === 0)
    .map((year) => ({ month: year * 12, label: `${year}` }));
}
