import type { Dated } from '@/domain/dates';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** Narrow and unbreakable, so that no line ends inside a number. */
const THIN_SPACE = '\u202f';
const EN_DASH = '–';
const MINUS = '−';
export const UNKNOWN = 'unknown';

/** A day `YYYY-MM-DD` as "16 June 2021". */
export function formatDay(day: string): string {
  const [year = '', month = '', date = ''] = day.slice(0, 10).split('-');
  return `${Number(date)} ${MONTHS[Number(month) - 1] ?? month} ${year}`;
}

/** A day as "June 2021". */
export function formatMonth(day: string): string {
  const [year = '', month = ''] = day.split('-');
  return `${MONTHS[Number(month) - 1] ?? month} ${year}`;
}

/** A date no finer than it is known: "16 June 2021", "June 2021", "2021"; to the minute in UTC. */
export function formatDated(dated: (Pick<Dated, 'date'> & { precision: string }) | null): string {
  if (dated === null) return UNKNOWN;
  switch (dated.precision) {
    case 'year':
      return dated.date.slice(0, 4);
    case 'month':
      return formatMonth(dated.date);
    case 'minute':
      return `${formatDay(dated.date)}, ${dated.date.slice(11, 16)} UTC`;
    default:
      return formatDay(dated.date);
  }
}

/** A number with a thin space between thousands; null is "unknown", never 0. */
export function formatNumber(value: number | null, digits = 0): string {
  if (value === null || !Number.isFinite(value)) return UNKNOWN;
  const [whole = '', fraction] = Math.abs(value).toFixed(digits).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, THIN_SPACE);
  const shown = fraction === undefined ? grouped : `${grouped}.${fraction}`;
  return value < 0 && Number(shown.replaceAll(THIN_SPACE, '')) !== 0 ? `${MINUS}${shown}` : shown;
}

/** "8–34": a range with an en dash. */
export function formatRange(low: number | null, high: number | null, digits = 0): string {
  if (low === null || high === null) return UNKNOWN;
  return `${formatNumber(low, digits)}${EN_DASH}${formatNumber(high, digits)}`;
}

/** A share from 0 to 1 as whole per cent; the ends are kept for what is exactly 0 or 1. */
export function formatPercent(share: number | null): string {
  if (share === null) return UNKNOWN;
  if (share > 0 && share < 0.005) return `under 1${THIN_SPACE}%`;
  if (share < 1 && share >= 0.995) return `over 99${THIN_SPACE}%`;
  return `${formatNumber(share * 100)}${THIN_SPACE}%`;
}

/** "1 violation", "3 violations". */
export function countOf(count: number, one: string, many = `${one}s`): string {
  return `${formatNumber(count)} ${count === 1 ? one : many}`;
}

/** Rows as CSV (RFC 4180); cells that a spreadsheet would run as a formula are quoted with an apostrophe. */
export function toCsv(rows: readonly (readonly (string | number | null)[])[]): string {
  const cell = (value: string | number | null): string => {
    if (value === null) return '';
    if (typeof value === 'number') return String(value);
    const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  return `${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}
