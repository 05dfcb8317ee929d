import { formatDay } from '@/components/format';

/** An instant as "16 June 2021, 12:03 UTC": the same on the server and for every reader. */
export function momentWords(at: string): string {
  const when = new Date(at);
  if (Number.isNaN(when.getTime())) return at;
  const iso = when.toISOString();
  return `${formatDay(iso)}, ${iso.slice(11, 16)} UTC`;
}
