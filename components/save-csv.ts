import { toCsv } from './format';

function save(name: string, parts: readonly string[], type: string) {
  const address = URL.createObjectURL(new Blob([...parts], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}

/** Hands words to the browser as a text file. */
export const saveText = (name: string, words: string) =>
  save(name, [words], 'text/plain;charset=utf-8');

/** Hands rows to the browser as a CSV file (UTF-8 with a byte-order mark, which spreadsheets ask for). */
export function saveCsv(name: string, rows: readonly (readonly (string | number | null)[])[]) {
  save(name, ['\ufeff', toCsv(rows)], 'text/csv;charset=utf-8');
}
