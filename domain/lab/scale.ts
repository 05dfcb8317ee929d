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

/** The first place whose value is above one; the number of places where none is. */
export function placeAbove(values: Float64Array, value: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] ?? 0) > value) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The first place whose value is that or above. */
export function placeFrom(values: Float64Array, value: number): number {
  const place = placeAbove(values, value);
  return place > 0 && values[place - 1] === value ? place - 1 : place;
}
