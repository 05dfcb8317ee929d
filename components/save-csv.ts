import { toCsv } from './format';

/** Hands rows to the browser as a CSV file (UTF-8 with a byte-order mark, which spreadsheets ask for). */
export function saveCsv(name: string, rows: readonly (readonly (string | number | null)[])[]) {
  const address = URL.createObjectURL(
    new Blob(['\ufeff', toCsv(rows)], { type: 'text/csv;charset=utf-8' }),
  );
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
