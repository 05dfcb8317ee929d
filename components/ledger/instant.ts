import { formatDay } from '@/components/format';

/** An instant as "22 November 2026, 09:15:04 UTC". */
export function instantInWords(at: string): string {
  return `${formatDay(at)}, ${at.slice(11, 19)} UTC`;
}
