import { z } from 'zod';
import { type Dated, datedSchema, endOf, startOf } from './dates';

/**
 * A date as people write it, as precise as it is written: `2016`, `2016-07`, `2016-07-22`,
 * `2016-07-22T10:00Z`. Null where it is none.
 */
export function writtenDate(written: string): Dated | null {
  const text = written.trim();
  const dated: Dated = /^\d{4}$/.test(text)
    ? { date: `${text}-01-01`, precision: 'year' }
    : /^\d{4}-\d{2}$/.test(text)
      ? { date: `${text}-01`, precision: 'month' }
      : { date: text, precision: text.includes('T') ? 'minute' : 'day' };
  return datedSchema.safeParse(dated).success ? dated : null;
}

/** The inverse of `writtenDate`: no finer than it is known. */
export function dateText({ date, precision }: Dated): string {
  return precision === 'year' ? date.slice(0, 4) : precision === 'month' ? date.slice(0, 7) : date;
}

const written = (pattern: RegExp, expected: string) =>
  z
    .string()
    .max(40, expected)
    .refine((text) => pattern.test(text.trim()) && writtenDate(text) !== null, expected);

const ANY = 'expected a date such as 2016, 2016-07 or 2016-07-22';
const anyDate = written(/^\d{4}/, ANY);

/** When something happened, with how precisely it is known; a precision and its date must agree. */
export const whenSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('day'),
      date: written(/^\d{4}-\d{2}-\d{2}$/, 'expected a day such as 2016-07-22'),
    }),
    z.strictObject({
      kind: z.literal('month'),
      date: written(/^\d{4}-\d{2}$/, 'expected a month such as 2016-07'),
    }),
    z.strictObject({
      kind: z.literal('year'),
      date: written(/^\d{4}$/, 'expected a year such as 2016'),
    }),
    z.strictObject({ kind: z.literal('range'), from: anyDate, to: anyDate }),
    z.strictObject({ kind: z.literal('ongoing'), from: anyDate }),
  ])
  .superRefine((when, context) => {
    if (when.kind !== 'range') return;
    const [from, to] = [writtenDate(when.from), writtenDate(when.to)];
    if (from !== null && to !== null && endOf(to) < startOf(from))
      context.addIssue({
        code: 'custom',
        path: ['to'],
        message: 'expected an end on or after the start',
      });
  });
export type When = z.infer<typeof whenSchema>;

/** The dossier's dates of a `When`. A single date is a start; whether it ended then is not known. */
export function spanOfWhen(when: When): {
  readonly started: Dated;
  readonly ended: Dated | null;
  readonly ongoing: boolean;
} {
  const started = writtenDate('date' in when ? when.date : when.from);
  if (started === null) throw new Error('a checked date is a date');
  const ended = when.kind === 'range' ? writtenDate(when.to) : null;
  return { started, ended, ongoing: when.kind === 'ongoing' };
}
