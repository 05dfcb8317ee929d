/**
 * What can be wrong with an export.
 * - Of the header: `header` (no such line), `digest`, `head`, `root`.
 * - Of an entry: `form`, `gap`, `event`, `payload`, `chain`, `daily_root`, `redaction`.
 * - Of the end: `missing`, `extra`, `unended`.
 */
export type ExportFaultCode = keyof typeof WORDS;

/** The first thing wrong; `entry` counts from 1, and 0 is the header. */
export interface ExportFault {
  readonly entry: number;
  readonly code: ExportFaultCode;
  /** What stands there, and what would have to. */
  readonly found?: string;
  readonly expected?: string;
}

const WORDS = {
  header: 'this is not the header of an export of the ledger (servanda.ledger/1)',
  digest: 'its fields were changed: they do not have the digest that stands beside them',
  head: 'every entry is whole, but they do not lead to the head the header names',
  root: 'every entry is whole, but they do not have the Merkle root the header names',
  form: 'its line is not the canonical JSON of an entry',
  gap: 'another number stands where this entry belongs',
  event: 'one of its fields was changed: they do not have the event hash that stands beside them',
  payload: 'its payload is not the one that was entered: it does not have the hash that was kept',
  chain: 'it does not follow from the entry before it: the chain hash is another',
  daily_root: 'it states a daily root that the entries before it do not have',
  redaction: 'its payload is missing as if redacted, and no entry says that it was',
  missing: 'the file ends before it, and the header tells of more entries',
  extra: 'the header tells of fewer entries',
  unended: 'its line does not end: the file was cut off or its last byte changed',
} as const;

/** The place in words: "Entry 17 (line 18)". */
export function faultPlace({ entry }: Pick<ExportFault, 'entry'>): string {
  return entry === 0 ? 'The header (line 1)' : `Entry ${entry} (line ${entry + 1})`;
}

/** A fault as a sentence that names its place, what was found and what would have to stand there. */
export function faultInWords(fault: ExportFault): string {
  const { code, found, expected } = fault;
  const values =
    expected === undefined ? '' : ` (found ${found ?? 'nothing'}, expected ${expected})`;
  return `${faultPlace(fault)}: ${WORDS[code]}${values}.`;
}
