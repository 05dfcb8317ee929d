import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';

/** Bytes of one hash. */
export const HASH_BYTES = 32;

/** A hash as it is written down: lower-case hexadecimal. */
export const hexOf = (hash: Uint8Array): string => bytesToHex(hash);

/** A hash from its hexadecimal digits. */
export const hashOfHex = (hex: string): Uint8Array => hexToBytes(hex);

/** The hash of a leaf: SHA-256 of 0x00 and what the leaf holds (RFC 6962, 2.1). */
export function leafHash(content: Uint8Array): Uint8Array {
  const prefixed = new Uint8Array(1 + content.length);
  prefixed.set(content, 1);
  return sha256(prefixed);
}

/** The hash of an inner node: SHA-256 of 0x01 and its two children (RFC 6962, 2.1). */
export function nodeHash(left: Uint8Array, right: Uint8Array): Uint8Array {
  const prefixed = new Uint8Array(1 + 2 * HASH_BYTES);
  prefixed[0] = 1;
  prefixed.set(left, 1);
  prefixed.set(right, 1 + HASH_BYTES);
  return sha256(prefixed);
}

/**
 * All that is needed of a tree to go on adding leaves: the roots of the full subtrees it consists of,
 * largest first, one for each binary digit 1 of its size.
 */
export interface Peaks {
  readonly size: number;
  readonly hashes: readonly Uint8Array[];
}

export const NO_LEAVES: Peaks = { size: 0, hashes: [] };

/** The peaks with one leaf more, given by its hash. */
export function withLeaf({ size, hashes }: Peaks, leaf: Uint8Array): Peaks {
  const grown = [...hashes];
  let last = leaf;
  for (let rest = size; rest % 2 === 1; rest = (rest - 1) / 2) {
    const left = grown.pop();
    if (left === undefined) throw new RangeError(`${size} leaves have more peaks than these`);
    last = nodeHash(left, last);
  }
  grown.push(last);
  return { size: size + 1, hashes: grown };
}

/** Merkle tree hash of the leaves added so far; SHA-256 of nothing where there are none. */
export function rootOfPeaks({ hashes }: Peaks): Uint8Array {
  const [last, ...before] = [...hashes].reverse();
  return last === undefined
    ? sha256(new Uint8Array())
    : before.reduce((right, left) => nodeHash(left, right), last);
}

/**
 * Merkle tree hash of RFC 6962, in hex: leaves are prefixed with 0x00, inner nodes with 0x01, and the
 * tree of nothing is SHA-256 of nothing (method.md section 6).
 */
export function merkleRoot(leaves: readonly Uint8Array[]): string {
  const peaks = leaves.reduce((grown, leaf) => withLeaf(grown, leafHash(leaf)), NO_LEAVES);
  return bytesToHex(rootOfPeaks(peaks));
}
