import { formatDated } from '@/components/format';
import { datedSchema, type Precision } from '@/domain/dates';
import { dateText, writtenDate } from '@/domain/when';

/** A date of a form: whole, or as far as it is written. */
export interface WrittenDate {
  readonly date?: string | undefined;
  readonly precision?: Precision | undefined;
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** "22 July 2016" and "July 2016" as 2016-07-22 and 2016-07; anything else as it stands. */
function inFigures(written: string): string {
  const match = /^(?:(\d{1,2})\.? )?([a-z]{3,9})\.? (\d{4})$/i.exec(written.trim());
  const [, day, name = '', year] = match ?? [];
  const month = MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
  if (month === 0) return written;
  const two = (figure: number | string) => String(figure).padStart(2, '0');
  return `${year}-${two(month)}${day === undefined ? '' : `-${two(day)}`}`;
}

/** What is written as a date of the record; half a date is kept as it stands. */
export function valueOfDate(written: string): WrittenDate | null {
  if (written.trim() === '') return null;
  return writtenDate(inFigures(written)) ?? { date: written, precision: 'day' };
}

/** A date of the record as its field shows it. */
export function shownDate(value: WrittenDate | null): string {
  const whole = datedSchema.safeParse(value);
  return whole.success ? dateText(whole.data) : (value?.date ?? '');
}

/** What a written date is taken for: "the day 22 July 2016"; null while it is none. */
export function dateInWords(written: string): string | null {
  const dated = writtenDate(inFigures(written));
  if (dated === null) return null;
  const said = formatDated(dated);
  return dated.precision === 'day'
    ? `the day ${said}`
    : dated.precision === 'minute'
      ? `the minute ${said}`
      : `some time in ${said}`;
}
