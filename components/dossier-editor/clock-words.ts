import { formatDay } from '@/components/format';

/** An instant as "16 June 2021, 12:03" on the reader's clock. */
export function formatClock(at: string): string {
  const when = new Date(at);
  if (Number.isNaN(when.getTime())) return at;
  const two = (figure: number) => String(figure).padStart(2, '0');
  const day = `${when.getFullYear()}-${two(when.getMonth() + 1)}-${two(when.getDate())}`;
  return `${formatDay(day)}, ${two(when.getHours())}:${two(when.getMinutes())}`;
}
