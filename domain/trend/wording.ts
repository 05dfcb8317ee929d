const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
];

/** `September 2015` for a month numbered as by `binNumber`. */
export function monthText(month: number): string {
  return `${MONTHS[((month % 12) + 12) % 12]} ${Math.floor(month / 12)}`;
}

/** `May to August 2015`, `December 2014 to January 2015`, `May 2015` where both are one. */
export function monthsText(from: number, to: number): string {
  if (from === to) return monthText(from);
  const sameYear = Math.floor(from / 12) === Math.floor(to / 12);
  return `${sameYear ? MONTHS[from % 12] : monthText(from)} to ${monthText(to)}`;
}

/** `1 month`, `3 months`. */
export function counted(n: number, one: string, many = `${one}s`): string {
  return `${figure(n)} ${n === 1 ? one : many}`;
}

/** A number for a sentence: whole where it is whole or large, else two significant figures. */
export function figure(value: number): string {
  const size = Math.abs(value);
  if (Number.isInteger(value) || size >= 100)
    return `${Math.round(value)}`.replace(/\B(?=(\d{3})+$)/g, '\u2009');
  if (size >= 10) return value.toFixed(0);
  if (size >= 1) return value.toFixed(1);
  return size < 0.005 ? '0.00' : value.toFixed(2);
}

/** A share from 0 to 1 in per cent; what is not nothing is never told as 0 %, nor what is not all as 100 %. */
export function percent(share: number): string {
  if (share > 0 && share < 0.005) return 'under 1 %';
  if (share < 1 && share > 0.995) return 'over 99 %';
  return `${Math.round(share * 100)} %`;
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(parts: readonly string[]): string {
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`;
}
