import type { Instant } from '@/domain/dates';
import { placesOf, SLIDERS, type SliderId, valueAt } from './sliders';

/** What a cube is laid out along: a number of clauses, or the assumed entry into force. */
export type Axis = SliderId | 'from';

/** First and last month that the assumed entry into force moves over. */
const FIRST_YEAR = 1945;
const LAST_YEAR = 2035;

/** Beginnings of the months that the assumed entry into force may be set to. */
export const MONTHS: readonly Instant[] = Array.from(
  { length: (LAST_YEAR - FIRST_YEAR) * 12 },
  (_, month) => Date.UTC(FIRST_YEAR, month, 1),
);

/** The values of an axis, by place, rising. */
export const valuesOf = (axis: Axis): Float64Array =>
  axis === 'from'
    ? Float64Array.from(MONTHS)
    : Float64Array.from({ length: placesOf(SLIDERS[axis]) }, (_, place) =>
        valueAt(SLIDERS[axis], place),
      );

/** An axis, and where values lie on it. */
export class Scale {
  readonly values: Float64Array;
  private readonly least: number;
  private readonly step: number;

  constructor(axis: Axis) {
    this.values = valuesOf(axis);
    this.least = this.values[0] ?? 0;
    this.step = ((this.values.at(-1) ?? 0) - this.least) / (this.values.length - 1);
  }

  /** The first place whose value is above one; the number of places where none is. */
  above(value: number): number {
    const { values, least, step } = this;
    const most = values.length;
    const guess = Math.floor((value - least) / step);
    let place = Math.min(most, Math.max(0, guess));
    while (place < most && (values[place] ?? 0) <= value) place += 1;
    while (place > 0 && (values[place - 1] ?? 0) > value) place -= 1;
    return place;
  }
}

/** The first of some rising values that is a value or above it; their number where none is. */
export function placeFrom(values: Float64Array, value: number): number {
  const place = values.findIndex((one) => one >= value);
  return place < 0 ? values.length : place;
}
