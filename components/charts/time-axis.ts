import type { Annotation } from '@/domain/standing-view';

/** A bin of a time axis; days are `YYYY-MM-DD`, both included. */
export interface TimeBin {
  readonly key: string;
  readonly label: string;
  readonly from: string;
  readonly to: string;
}

/** Most bins that are all named on the axis. */
const NAMED = 14;

/** Labels the axis names: all of a few bins, otherwise the first bin of each year. */
export function ticksOf(bins: readonly TimeBin[]): string[] {
  const named =
    bins.length <= NAMED
      ? bins
      : bins.filter(
          ({ from }, at) => at > 0 && from.slice(0, 4) !== bins[at - 1]?.from.slice(0, 4),
        );
  const step = Math.ceil(named.length / NAMED);
  return named.filter((_, at) => at % step === 0).map(({ label }) => label);
}

export interface Mark extends Annotation {
  readonly number: number;
  readonly bin: string;
  /** What the mark tells of; without it, of the pact. */
  readonly kind?: string;
}

/** Annotations that fall in a bin, numbered in order of date, with the bin they stand in. */
export function marksOf(
  annotations: readonly (Annotation & { readonly kind?: string })[],
  bins: readonly TimeBin[],
): Mark[] {
  const placed = [...annotations]
    .sort((one, two) => one.date.localeCompare(two.date))
    .flatMap((annotation) => {
      const bin = bins.find(({ from, to }) => from <= annotation.date && annotation.date <= to);
      return bin === undefined ? [] : [{ ...annotation, bin: bin.key }];
    });
  return placed.map((annotation, at) => ({ ...annotation, number: at + 1 }));
}

/** Whether a line over the bins should show each of its points. */
export const showsPoints = (bins: readonly TimeBin[]): boolean => bins.length <= 48;
