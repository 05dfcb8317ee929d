import type { Behind } from '@/components/standing/behind';
import type { FindingRow, StandingFilter } from '@/domain/standing-view';

interface Days {
  readonly key: string;
  readonly label: string;
  readonly from: string;
  readonly to: string;
}

interface View {
  readonly filter: StandingFilter;
  readonly bins: readonly Days[];
}

interface Wanted {
  readonly title: (label: string) => string;
  readonly keep: (row: FindingRow) => boolean;
  readonly adds?: Behind['adds'];
}

export const isFound = ({ verdict }: FindingRow): boolean => verdict.startsWith('VIOLATION');
export const isCovered = ({ verdict }: FindingRow): boolean => verdict !== 'NOT_COVERED';

const dayOf = ({ date }: { readonly date: string }): string => date.slice(0, 10);

const later = (one: string | null, two: string): string => (one !== null && one > two ? one : two);
const sooner = (one: string | null, two: string): string => (one !== null && one < two ? one : two);

/** The findings that began in a bin, as a narrower filter of the same page; null where the bin is not there. */
export function behindBin({ filter, bins }: View, key: string, wanted: Wanted): Behind | null {
  const bin = bins.find((one) => one.key === key);
  if (bin === undefined) return null;
  const { title, keep, adds } = wanted;
  return {
    title: title(bin.label),
    filter: {
      ...filter,
      since: later(filter.since, bin.from),
      until: sooner(filter.until, bin.to),
    },
    keep: (row) => bin.from <= dayOf(row.started) && dayOf(row.started) <= bin.to && keep(row),
    ...(adds === undefined ? {} : { adds }),
  };
}

/** Whether an incident is known to have been active in a bin: begun by its end, and not over before it. */
export function isActiveIn({ from, to }: Pick<Days, 'from' | 'to'>) {
  return ({ started, ended, ongoing }: FindingRow): boolean => {
    const start = dayOf(started);
    if (start > to) return false;
    if (ongoing) return true;
    return ended === null ? start >= from : dayOf(ended) >= from || start >= from;
  };
}

/** Begun before a bin, with an end that nobody knows. */
export function isUnknownIn({ from }: Pick<Days, 'from'>) {
  return ({ started, ended, ongoing }: FindingRow): boolean =>
    !ongoing && ended === null && dayOf(started) < from;
}
