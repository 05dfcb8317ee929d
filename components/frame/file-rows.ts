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
  /** Of figures, which name no record: the marking of what they are counted from. */
  readonly marking?: Tlp;
}

/** The marking of a whole file in words; null: it has none. */
function markingOf({ tlp, marking }: Pick<FileHead, 'tlp' | 'marking'>): string | null {
  if (tlp === undefined && marking === undefined) return null;
  return tlpLabel(highestTlp([...(tlp ?? []), ...(marking === undefined ? [] : [marking])]));
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
export function jsonOf(head: FileHead, rows: Rows): string {
  const { title, pact, stamp, sources, tlp } = head;
  const words = markingOf(head);
  const marking = words === null ? {} : { marking: words };
  const shown = recordsOf(tlp === undefined ? rows : marked(tlp, rows));
  return `${JSON.stringify({ title, pact, stamp, ...marking, sources, rows: shown }, null, 2)}\n`;
}

/**
 * The rows with two columns more: a row that is copied elsewhere still says of which pact it is, and
 * from where. A file without rows says so in one that is empty otherwise. Where rows name records,
 * each says the record's marking too, and that of the whole file (TLP 2.0).
 */
export function rowsWithOrigin(of: FileHead, plain: Rows): Rows {
  const { pact, stamp, sources, tlp } = of;
  const [head = [], ...rows] = tlp === undefined ? plain : marked(tlp, plain);
  const words = markingOf(of);
  const marking = words === null ? [] : [words];
  const named = stamp === null ? pact : `${pact} (${stamp})`;
  const told: Rows = rows.length > 0 ? rows : [head.map(() => null)];
  const names = ['pact', 'sources', ...marking.map(() => 'marking')];
  return [[...head, ...names], ...told.map((row) => [...row, named, sources, ...marking])];
}

/** Plain rows with the marking of the file: in each of them, or in one that is empty otherwise. */
export function withMarking(tlp: Tlp, [head = [], ...rows]: Rows): Rows {
  const told: Rows = rows.length > 0 ? rows : [head.map(() => null)];
  return [[...head, 'marking'], ...told.map((row) => [...row, tlpLabel(tlp)])];
}
