import { toCsv } from '@/components/format';

export type Cell = string | number | null;
export type Rows = readonly (readonly Cell[])[];

/** Hands a file to the browser. */
export function saveBlob(name: string, blob: Blob): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}

/** Hands words to the browser as a text file. */
export const saveText = (name: string, words: string, type = 'text/plain'): void =>
  saveBlob(name, new Blob([words], { type: `${type};charset=utf-8` }));

/** Hands rows to the browser as a CSV file (UTF-8 with a byte-order mark, which spreadsheets ask for). */
export const saveCsv = (name: string, rows: Rows): void =>
  saveText(name, `\ufeff${toCsv(rows)}`, 'text/csv');
