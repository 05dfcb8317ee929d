import { DAY_MS, type Instant, toDay } from './dates';
import type { Period } from './standing';
import type { BinSize } from './standing-view';

/** A month, quarter or year of the calendar, UTC; both ends included. */
export interface Bin {
  readonly key: string;
  readonly label: string;
  readonly from: Instant;
  readonly to: Instant;
}

/** Most bins one chart is given; a longer period is told in larger bins. */
export const BIN_LIMIT = 480;

const MONTHS: Readonly<Record<BinSize, number>> = { month: 1, quarter: 3, year: 12 };
const COARSER: readonly BinSize[] = ['month', 'quarter', 'year'];
const MONTH_NAMES = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** Days from 1 March of the year 0 to 1 January 1970, and in 400, 100, 4 and 1 years of the calendar. */
const EPOCH = 719_468;
const DAYS = { era: 146_097, century: 36_524, fourYears: 1460, year: 365 } as const;

/** Month of an instant counted from January of the year 0, without making a date of it. */
function monthNumber(at: Instant): number {
  const days = Math.floor(at / DAY_MS) + EPOCH;
  const era = Math.floor(days / DAYS.era);
  const day = days - era * DAYS.era;
  const leaps =
    Math.floor(day / DAYS.fourYears) -
    Math.floor(day / DAYS.century) +
    Math.floor(day / (DAYS.era - 1));
  const year = Math.floor((day - leaps) / DAYS.year);
  const ofYear = day - (DAYS.year * year + Math.floor(year / 4) - Math.floor(year / 100));
  // Years here begin in March, so that a leap day is their last.
  return (era * 400 + year) * 12 + Math.floor((5 * ofYear + 2) / 153) + 2;
}

/** Number of a bin counted from the year 0. */
export function binNumber(at: Instant, by: BinSize): number {
  return Math.floor(monthNumber(at) / MONTHS[by]);
}

const countOf = ({ from, to }: Period, by: BinSize): number =>
  binNumber(to, by) - binNumber(from, by) + 1;

/** The size asked for, or the next larger one that keeps to the limit. */
export function binSizeFor(period: Period, by: BinSize): BinSize {
  const sizes = COARSER.slice(COARSER.indexOf(by));
  return sizes.find((size) => countOf(period, size) <= BIN_LIMIT) ?? 'year';
}

function labelsOf(year: number, month: number, by: BinSize): { key: string; label: string } {
  const quarter = `Q${Math.floor(month / 3) + 1}`;
  switch (by) {
    case 'month':
      return {
        key: `${year}-${`${month + 1}`.padStart(2, '0')}`,
        label: `${MONTH_NAMES[month]} ${year}`,
      };
    case 'quarter':
      return { key: `${year}-${quarter}`, label: `${quarter} ${year}` };
    case 'year':
      return { key: `${year}`, label: `${year}` };
  }
}

/** Every bin that a period touches, empty ones too, whole even where the period is not. */
export function binsOver(period: Period, by: BinSize): Bin[] {
  const months = MONTHS[by];
  const first = binNumber(period.from, by);
  return Array.from({ length: countOf(period, by) }, (_, step) => {
    const start = (first + step) * months;
    const year = Math.floor(start / 12);
    const month = start % 12;
    return {
      ...labelsOf(year, month, by),
      from: Date.UTC(year, month, 1),
      to: Date.UTC(year, month + months, 1) - 1,
    };
  });
}

/** Numbers of the months of a bin. */
export function monthsOf({ from, to }: Period): number[] {
  const first = binNumber(from, 'month');
  return Array.from({ length: countOf({ from, to }, 'month') }, (_, step) => first + step);
}

/** First and last day of a bin. */
export const binDays = ({ from, to }: Bin): { from: string; to: string } => ({
  from: toDay(from),
  to: toDay(to),
});
