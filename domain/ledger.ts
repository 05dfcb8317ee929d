import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import canonicalize from 'canonicalize';

/** Lower-case hexadecimal of 32 bytes. */
export type Hash = string;

/** h_0 of the chain: 32 zero bytes (method.md section 6). */
export const GENESIS: Hash = '00'.repeat(32);

/**
 * Canonical JSON (RFC 8785); keys with the value undefined are left out.
 * @throws where the value has no JSON form: undefined itself, NaN, infinities, lone surrogates.
 */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('This value has no JSON form.');
  return text;
}

/** SHA-256 of a value's canonical JSON. */
export function hashOf(value: unknown): Hash {
  return bytesToHex(sha256(utf8ToBytes(canonicalJson(value))));
}

/** h_n = SHA256(h_{n-1} || SHA256(event)) (method.md section 6). */
export function link(previous: Hash, eventHash: Hash): Hash {
  return bytesToHex(sha256(concatBytes(hexToBytes(previous), hexToBytes(eventHash))));
}

/** What an entry's `eventHash` covers. The payload lies elsewhere and can be redacted; its hash stays. */
export interface LedgerEvent {
  /** 1, 2, 3, … without gaps. */
  readonly seq: number;
  /** ISO instant with milliseconds, UTC. */
  readonly at: string;
  readonly actor: string;
  readonly type: string;
  readonly subject: string;
  readonly payloadHash: Hash;
}

export interface LedgerEntry extends LedgerEvent {
  readonly eventHash: Hash;
  readonly chainHash: Hash;
}

/** An entry with its payload; null: redacted or not at hand. */
export interface LedgerRecord extends LedgerEntry {
  readonly payload: unknown;
  readonly redacted: boolean;
}

/** The entry that follows `previous` (null: the first). */
export function nextEntry(
  previous: Pick<LedgerEntry, 'seq' | 'chainHash'> | null,
  event: Omit<LedgerEvent, 'seq' | 'payloadHash'>,
  payload: unknown,
): LedgerEntry {
  const { at, actor, type, subject } = event;
  const whole: LedgerEvent = {
    ...{ seq: (previous?.seq ?? 0) + 1, at, actor, type, subject },
    payloadHash: hashOf(payload),
  };
  const eventHash = hashOf(whole);
  return { ...whole, eventHash, chainHash: link(previous?.chainHash ?? GENESIS, eventHash) };
}

export type LedgerVerdict =
  | { readonly ok: true; readonly entries: number; readonly head: Hash }
  | {
      readonly ok: false;
      readonly seq: number;
      readonly fault: 'gap' | 'event' | 'chain' | 'payload';
    };

function faultOf(
  { eventHash, chainHash, payload, redacted, ...event }: LedgerRecord,
  seq: number,
  head: Hash,
): 'gap' | 'event' | 'chain' | 'payload' | null {
  const { at, actor, type, subject, payloadHash } = event;
  if (event.seq !== seq) return 'gap';
  if (hashOf({ seq, at, actor, type, subject, payloadHash }) !== eventHash) return 'event';
  if (link(head, eventHash) !== chainHash) return 'chain';
  return redacted || hashOf(payload) === payloadHash ? null : 'payload';
}

/**
 * Walks the whole chain from its first entry: numbers without gaps, every event and every payload
 * that is still there as hashed, every link on the one before. Names the first entry that fails.
 */
export function verifyLedger(records: Iterable<LedgerRecord>): LedgerVerdict {
  let head = GENESIS;
  let entries = 0;
  for (const record of records) {
    const fault = faultOf(record, entries + 1, head);
    if (fault !== null) return { ok: false, seq: record.seq, fault };
    head = record.chainHash;
    entries += 1;
  }
  return { ok: true, entries, head };
}
