import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes } from '@noble/hashes/utils.js';
import type { Hash } from './ledger';

const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);

/** The largest power of two below `count` (which is 2 or more). */
function split(count: number): number {
  return 2 ** (31 - Math.clz32(count - 1));
}

function rootOf(leaves: readonly Uint8Array[]): Uint8Array {
  const [only] = leaves;
  if (only === undefined) return sha256(new Uint8Array());
  if (leaves.length === 1) return sha256(concatBytes(LEAF, only));
  const at = split(leaves.length);
  return sha256(concatBytes(NODE, rootOf(leaves.slice(0, at)), rootOf(leaves.slice(at))));
}

/**
 * Merkle tree hash of RFC 6962: leaves are prefixed with 0x00, inner nodes with 0x01, and the tree
 * of nothing is SHA-256 of nothing (method.md section 6).
 */
export function merkleRoot(leaves: readonly Uint8Array[]): Hash {
  return bytesToHex(rootOf(leaves));
}
