import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { z } from 'zod';
import { canonicalJson, eventOf, type Hash, type LedgerRecord, link } from '@/domain/ledger';
import { leafHash, type Peaks, rootOfPeaks } from '@/domain/merkle';
import { type ReadEntry, readEntry } from './export';
import type { ExportFault } from './export-fault';

const sha256Hex = (text: string): Hash => bytesToHex(sha256(utf8ToBytes(text)));

/** Of what a daily root's entry holds, the part that the entries before it decide. */
const dailyRootSchema = z.object({ treeSize: z.int(), root: z.string(), head: z.string() });

/** What the entries before lead to. */
export interface SoFar {
  readonly head: Hash;
  readonly peaks: Peaks;
}

export type CheckedEntry =
  | {
      readonly ok: true;
      readonly record: LedgerRecord;
      readonly leaf: Uint8Array;
      /** It states a daily root, and that is the root of the entries before it. */
      readonly rooted: boolean;
    }
  | { readonly ok: false; readonly fault: Omit<ExportFault, 'entry'> };

const fault = (code: ExportFault['code'], found?: string, expected?: string) => ({
  ok: false as const,
  fault: { code, ...(expected === undefined ? {} : { found: found ?? 'none', expected }) },
});

/** The payload is held to its hash as it is written; a redacted one leaves nothing behind. */
function payloadFault({ record, payloadText }: ReadEntry) {
  const { salt, redacted, payloadHash } = record;
  if (redacted) return payloadText === 'null' && salt === null ? null : fault('form');
  const hashed =
    salt === null ? payloadText : `{"payload":${payloadText},"salt":${JSON.stringify(salt)}}`;
  const found = sha256Hex(hashed);
  return found === payloadHash ? null : fault('payload', found, payloadHash);
}

function rootFault(payload: unknown, { head, peaks }: SoFar) {
  const said = dailyRootSchema.safeParse(payload);
  const root = bytesToHex(rootOfPeaks(peaks));
  if (!said.success) return fault('daily_root', undefined, root);
  const { data } = said;
  const fits = data.treeSize === peaks.size && data.head === head && data.root === root;
  return fits ? null : fault('daily_root', data.root, root);
}

/** Checks the line of the entry that has to follow those before. */
export function checkEntry(line: string, before: SoFar): CheckedEntry {
  const read = readEntry(line);
  if (read === null) return fault('form');
  const { record } = read;
  const seq = before.peaks.size + 1;
  if (record.seq !== seq) return fault('gap', `${record.seq}`, `${seq}`);
  const event = utf8ToBytes(canonicalJson(eventOf(record)));
  const eventHash = bytesToHex(sha256(event));
  if (eventHash !== record.eventHash) return fault('event', record.eventHash, eventHash);
  const chainHash = link(before.head, eventHash);
  if (chainHash !== record.chainHash) return fault('chain', record.chainHash, chainHash);
  const rooted = record.type === 'ledger.rooted' && !record.redacted;
  const wrong = payloadFault(read) ?? (rooted ? rootFault(record.payload, before) : null);
  return wrong ?? { ok: true, record, leaf: leafHash(event), rooted };
}
