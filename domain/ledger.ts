import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import canonicalize from 'canonicalize';
import { leafHash } from './merkle';

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

/** An entry with its payload and salt; both null: redacted or not at hand. */
export interface LedgerRecord extends LedgerEntry {
  readonly payload: unknown;
  readonly salt: string | null;
  readonly redacted: boolean;
}

/**
 * What an entry keeps of its payload: SHA-256 of the canonical JSON of payload and salt together. The
 * salt, a random text that is emptied with the payload, keeps anybody from finding a short payload by
 * trying. Entries without a salt (null) hash the payload alone.
 */
export function payloadHashOf(payload: unknown, salt: string | null): Hash {
  return hashOf(salt === null ? payload : { payload, salt });
}

/** The event of an entry as it is hashed, and no other field. */
export function eventOf({ seq, at, actor, type, subject, payloadHash }: LedgerEvent): LedgerEvent {
  return { seq, at, actor, type, subject, payloadHash };
}

/** Hash of an entry as a leaf of the Merkle tree: what it holds is the event's canonical JSON. */
export function eventLeaf(entry: LedgerEvent): Uint8Array {
  return leafHash(utf8ToBytes(canonicalJson(eventOf(entry))));
}

/** What a new entry holds, before it has its place in the chain. */
export interface NewEvent extends Omit<LedgerEvent, 'seq' | 'payloadHash'> {
  readonly salt?: string | null;
}

/** The entry that follows `previous` (null: the first). */
export function nextEntry(
  previous: Pick<LedgerEntry, 'seq' | 'chainHash'> | null,
  { at, actor, type, subject, salt = null }: NewEvent,
  payload: unknown,
): LedgerEntry {
  const whole: LedgerEvent = {
    ...{ seq: (previous?.seq ?? 0) + 1, at, actor, type, subject },
    payloadHash: payloadHashOf(payload, salt),
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
  record: LedgerRecord,
  seq: number,
  head: Hash,
): 'gap' | 'event' | 'chain' | 'payload' | null {
  const { eventHash, chainHash, payload, salt, redacted, payloadHash } = record;
  if (record.seq !== seq) return 'gap';
  if (hashOf(eventOf(record)) !== eventHash) return 'event';
  if (link(head, eventHash) !== chainHash) return 'chain';
  return redacted || payloadHashOf(payload, salt) === payloadHash ? null : 'payload';
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
