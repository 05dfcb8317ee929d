import { z } from 'zod';
import { isInstantText } from '@/domain/dates';
import { canonicalJson, GENESIS, type Hash, hashOf, type LedgerRecord } from '@/domain/ledger';

/**
 * An export of the ledger is text in lines, each one canonical JSON (RFC 8785) and ended by a line
 * feed: a header, then every entry from the first to the last (docs/ledger.md).
 */
export const EXPORT_FORMAT = 'servanda.ledger/1';

const hash = z.string().regex(/^[0-9a-f]{64}$/, 'expected 64 lower-case hexadecimal digits');
const count = z.int().min(0).max(2_147_483_647);

const exportHeaderSchema = z.strictObject({
  format: z.literal(EXPORT_FORMAT),
  /** What wrote it, such as `servanda 1.0.0`. */
  product: z.string().max(200),
  exportedAt: z.string().refine(isInstantText, 'expected an ISO instant in UTC'),
  /** How many entries follow. */
  entries: count,
  /** Chain hash of the last entry; 32 zero bytes where there is none. */
  head: hash,
  /** Merkle root of all entries. */
  root: hash,
  /** SHA-256 of this header's canonical JSON without this field. */
  digest: hash,
});
export type ExportHeader = z.infer<typeof exportHeaderSchema>;

/** The digest a header has to carry. */
export function headerDigest({ digest: _, ...said }: ExportHeader): Hash {
  return hashOf(said);
}

/** The first line of an export, without its line feed. */
export function headerLine(
  said: Omit<ExportHeader, 'format' | 'digest' | 'head'> & { readonly head: Hash | null },
): string {
  const header = { ...said, format: EXPORT_FORMAT, head: said.head ?? GENESIS } as const;
  return canonicalJson({ ...header, digest: hashOf(header) });
}

/** Fields of an entry's line, the payload apart. */
const entrySchema = z.strictObject({
  actor: z.string(),
  at: z.string(),
  chainHash: hash,
  eventHash: hash,
  payload: z.unknown(),
  payloadHash: hash,
  redacted: z.boolean(),
  salt: z.string().nullable(),
  seq: z.int(),
  subject: z.string(),
  type: z.string(),
});

/** The text of an entry's line before and after its payload: RFC 8785 leaves no other way to write it. */
function aroundPayload(entry: Omit<LedgerRecord, 'payload'>): readonly [string, string] {
  const { actor, at, chainHash, eventHash, payloadHash, redacted, salt, seq, subject, type } =
    entry;
  const early = JSON.stringify({ actor, at, chainHash, eventHash });
  const late = JSON.stringify({ payloadHash, redacted, salt, seq, subject, type });
  return [`${early.slice(0, -1)},"payload":`, `,${late.slice(1)}`];
}

/** The line of an entry, without its line feed. */
export function entryLine(record: LedgerRecord): string {
  const [before, after] = aroundPayload(record);
  return `${before}${canonicalJson(record.payload)}${after}`;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The header in a line, or null where the line is none or is not written canonically. */
export function readHeader(line: string): ExportHeader | null {
  const parsed = exportHeaderSchema.safeParse(jsonOf(line));
  return parsed.success && canonicalJson(parsed.data) === line ? parsed.data : null;
}

/** An entry as its line has it. */
export interface ReadEntry {
  readonly record: LedgerRecord;
  /** The payload exactly as it is written. */
  readonly payloadText: string;
}

/**
 * The entry in a line, or null where the line is none or is not written canonically, the payload
 * apart: that is held to its hash as it is written.
 */
export function readEntry(line: string): ReadEntry | null {
  const parsed = entrySchema.safeParse(jsonOf(line));
  if (!parsed.success) return null;
  const [before, after] = aroundPayload(parsed.data);
  const rest = line.length - before.length - after.length;
  if (rest < 1 || !line.startsWith(before) || !line.endsWith(after)) return null;
  return {
    record: parsed.data,
    payloadText: line.slice(before.length, before.length + rest),
  };
}
