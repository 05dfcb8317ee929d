import type { Cell, Rows } from './save';

/** What a file says of itself, so that it can be read without the page. */
export interface FileHead {
  readonly title: string;
  readonly pact: string;
  /** HYPOTHETICAL; null for pacts that were in force. */
  readonly stamp: string | null;
  readonly sources: string;
}

/** Rows with a head as objects, one a row. */
export function recordsOf([head = [], ...rows]: Rows): Readonly<Record<string, Cell>>[] {
  return rows.map((row) =>
    Object.fromEntries(head.map((name, at): [string, Cell] => [`${name}`, row[at] ?? null])),
  );
}

/** The rows as JSON that names what it is. */
export const jsonOf = ({ title, pact, stamp, sources }: FileHead, rows: Rows): string =>
  `${JSON.stringify({ title, pact, stamp, sources, rows: recordsOf(rows) }, null, 2)}\n`;

/**
 * The rows with two columns more: a row that is copied elsewhere still says of which pact it is, and
 * from where. A file without rows says so in one that is empty otherwise.
 */
export function rowsWithOrigin(
  { pact, stamp, sources }: FileHead,
  [head = [], ...rows]: Rows,
): Rows {
  const named = stamp === null ? pact : `${pact} (${stamp})`;
  const told: Rows = rows.length > 0 ? rows : [head.map(() => null)];
  return [[...head, 'pact', 'sources'], ...told.map((row) => [...row, named, sources])];
}
