import { highestTlp, type Tlp, tlpLabel } from '@/domain/tlp';
import type { Cell, Rows } from './save';

/** What a file says of itself, so that it can be read without the page. */
export interface FileHead {
  readonly title: string;
  readonly pact: string;
  /** HYPOTHETICAL; null for pacts that were in force. */
  readonly stamp: string | null;
  readonly sources: string;
  /** Where rows name records: the marking of each, in their order. The file bears the strictest. */
  readonly tlp?: readonly Tlp[];
}

/** Rows with the marking of the record that each names. */
const marked = (tlp: readonly Tlp[], [head = [], ...rows]: Rows): Rows => [
  [...head, 'tlp'],
  ...rows.map((row, at): Cell[] => [...row, tlp[at] ?? 'RED']),
];

/** Rows with a head as objects, one a row. */
export function recordsOf([head = [], ...rows]: Rows): Readonly<Record<string, Cell>>[] {
  return rows.map((row) =>
    Object.fromEntries(head.map((name, at): [string, Cell] => [`${name}`, row[at] ?? null])),
  );
}

/** The rows as JSON that names what it is. */
export function jsonOf({ title, pact, stamp, sources, tlp }: FileHead, rows: Rows): string {
  const marking = tlp === undefined ? {} : { marking: tlpLabel(highestTlp(tlp)) };
  const shown = recordsOf(tlp === undefined ? rows : marked(tlp, rows));
  return `${JSON.stringify({ title, pact, stamp, ...marking, sources, rows: shown }, null, 2)}\n`;
}

/**
 * The rows with two columns more: a row that is copied elsewhere still says of which pact it is, and
 * from where. A file without rows says so in one that is empty otherwise. Where rows name records,
 * each says the record's marking too, and that of the whole file (TLP 2.0).
 */
export function rowsWithOrigin({ pact, stamp, sources, tlp }: FileHead, plain: Rows): Rows {
  const [head = [], ...rows] = tlp === undefined ? plain : marked(tlp, plain);
  const marking = tlp === undefined ? [] : [tlpLabel(highestTlp(tlp))];
  const named = stamp === null ? pact : `${pact} (${stamp})`;
  const told: Rows = rows.length > 0 ? rows : [head.map(() => null)];
  const names = ['pact', 'sources', ...marking.map(() => 'marking')];
  return [[...head, ...names], ...told.map((row) => [...row, named, sources, ...marking])];
}
