import { z } from 'zod';

/** Milliseconds since the Unix epoch, UTC. */
export type Instant = number;

export const DAY_MS = 86_400_000;
export const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

export const PRECISIONS = ['minute', 'day', 'month', 'year'] as const;
export type Precision = (typeof PRECISIONS)[number];

/** Whether `text` is a real calendar day written `YYYY-MM-DD`; there was no year 0. */
export function isCalendarDay(text: string): boolean {
  if (!/^(?!0000)\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = Date.parse(`${text}T00:00:00.000Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().slice(0, 10) === text;
}

const INSTANT = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,3})?)?Z$/;

/** Whether `text` is an ISO instant in UTC, to the minute or finer. */
export function isInstantText(text: string): boolean {
  const match = INSTANT.exec(text);
  return match?.[1] !== undefined && isCalendarDay(match[1]);
}

/** A date with its precision; it stands for its whole interval (dossier.md, "Dates"). */
export const datedSchema = z
  .strictObject({ date: z.string(), precision: z.enum(PRECISIONS) })
  .superRefine(({ date, precision }, context) => {
    const fault = (code: 'impossible_date' | 'mixed_precision', message: string) =>
      context.addIssue({ code: 'custom', path: ['date'], message, params: { code } });
    if (precision === 'minute') {
      if (isInstantText(date)) return;
      const code = isCalendarDay(date) ? 'mixed_precision' : 'impossible_date';
      fault(code, 'expected an ISO instant in UTC, such as 2027-03-01T10:00Z');
      return;
    }
    if (!isCalendarDay(date))
      fault(
        isInstantText(date) ? 'mixed_precision' : 'impossible_date',
        'expected a real calendar day, such as 2016-04-18',
      );
    else if (precision === 'month' && !date.endsWith('-01'))
      fault('mixed_precision', 'expected the first day of the month for precision "month"');
    else if (precision === 'year' && !date.endsWith('-01-01'))
      fault('mixed_precision', 'expected the first day of the year for precision "year"');
  });
export type Dated = z.infer<typeof datedSchema>;

/** First instant of the interval a date stands for. */
export function startOf(dated: Dated): Instant {
  return Date.parse(dated.precision === 'minute' ? dated.date : `${dated.date}T00:00:00.000Z`);
}

/** Last millisecond of the interval a date stands for. */
export function endOf(dated: Dated): Instant {
  const start = startOf(dated);
  switch (dated.precision) {
    case 'minute':
      return start + MINUTE_MS - 1;
    case 'day':
      return start + DAY_MS - 1;
    case 'month': {
      const first = new Date(start);
      return Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 1) - 1;
    }
    case 'year':
      return Date.UTC(new Date(start).getUTCFullYear() + 1, 0, 1) - 1;
  }
}

/** First millisecond of the UTC day that holds `at`. */
export function dayOf(at: Instant): Instant {
  return Math.floor(at / DAY_MS) * DAY_MS;
}

/** Last millisecond of the UTC day that holds `at`: what is asked as of today is asked as of then. */
export const endOfDay = (at: Instant): Instant => dayOf(at) + DAY_MS - 1;

/** Calendar days from one instant to another, UTC. */
export const daysBetween = (from: Instant, to: Instant): number =>
  (dayOf(to) - dayOf(from)) / DAY_MS;

/** An as-of given by a person: a day means the end of that day (method.md section 3); null if neither day nor instant. */
export function parseAsOf(text: string): Instant | null {
  if (isCalendarDay(text)) return Date.parse(`${text}T00:00:00.000Z`) + DAY_MS - 1;
  return isInstantText(text) ? Date.parse(text) : null;
}

export function toIso(at: Instant): string {
  return new Date(at).toISOString();
}

/** `YYYY-MM-DD` of an instant. */
export function toDay(at: Instant): string {
  return toIso(at).slice(0, 10);
}
