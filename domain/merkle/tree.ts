import { sha256 } from '@noble/hashes/sha2.js';
import { HASH_BYTES, nodeHash } from '@/domain/merkle';

/** The largest power of two below `count` (which is 2 or more). */
const split = (count: number): number => 2 ** (31 - Math.clz32(count - 1));

/** Hashes one after the other in one stretch of memory. */
class HashList {
  #bytes = new Uint8Array(64 * HASH_BYTES);
  length = 0;

  push(hash: Uint8Array): void {
    const end = (this.length + 1) * HASH_BYTES;
    if (end > this.#bytes.length) {
      const larger = new Uint8Array(this.#bytes.length * 2);
      larger.set(this.#bytes);
      this.#bytes = larger;
    }
    this.#bytes.set(hash, end - HASH_BYTES);
    this.length += 1;
  }

  at(index: number): Uint8Array {
    if (index < 0 || index >= this.length) throw new RangeError(`no hash at ${index}`);
    return this.#bytes.slice(index * HASH_BYTES, (index + 1) * HASH_BYTES);
  }
}

/**
 * A Merkle tree of RFC 6962 that keeps the hash of every full subtree, 64 bytes a leaf, so that the
 * root and the proofs of this and of every earlier size take a logarithm of steps.
 */
export class MerkleTree {
  readonly #levels: HashList[] = [];

  /** How many leaves it has; at most 2^31 - 1. */
  get size(): number {
    return this.#levels[0]?.length ?? 0;
  }

  #level(height: number): HashList {
    const level = this.#levels[height] ?? new HashList();
    this.#levels[height] = level;
    return level;
  }

  /** Adds a leaf by its hash. */
  append(leaf: Uint8Array): void {
    this.#level(0).push(leaf);
    for (let height = 0; this.#level(height).length % 2 === 0; height += 1) {
      const level = this.#level(height);
      this.#level(height + 1).push(
        nodeHash(level.at(level.length - 2), level.at(level.length - 1)),
      );
    }
  }

  /** Hash of the leaf at `index`, counted from 0. */
  leaf(index: number): Uint8Array {
    return this.#level(0).at(index);
  }

  /** Root of the leaves from `from` up to but not including `to`, a subtree of RFC 6962. */
  #subtree(from: number, to: number): Uint8Array {
    const height = 31 - Math.clz32(to - from);
    if (to - from === 2 ** height) return this.#level(height).at(from / 2 ** height);
    const middle = from + split(to - from);
    return nodeHash(this.#subtree(from, middle), this.#subtree(middle, to));
  }

  #within(size: number, least: number): void {
    if (!Number.isInteger(size) || size < least || size > this.size)
      throw new RangeError(`a size from ${least} to ${this.size} was expected, not ${size}`);
  }

  /** Merkle tree hash of the first `size` leaves. @throws where there are not so many. */
  rootAt(size: number): Uint8Array {
    this.#within(size, 0);
    return size === 0 ? sha256(new Uint8Array()) : this.#subtree(0, size);
  }

  /**
   * The hashes that lead from the leaf at `index` (from 0) up to the root of the first `size` leaves
   * (RFC 6962, 2.1.1). @throws where there is no such leaf.
   */
  inclusion(index: number, size: number): Uint8Array[] {
    this.#within(size, 1);
    if (!Number.isInteger(index) || index < 0 || index >= size)
      throw new RangeError(`a leaf below ${size} was expected, not ${index}`);
    const path: Uint8Array[] = [];
    let [from, to] = [0, size];
    while (to - from > 1) {
      const middle = from + split(to - from);
      path.push(index < middle ? this.#subtree(middle, to) : this.#subtree(from, middle));
      if (index < middle) to = middle;
      else from = middle;
    }
    return path.reverse();
  }

  /**
   * The hashes that show that the first `earlier` leaves are a beginning of the first `later`
   * (RFC 6962, 2.1.2). @throws unless 1 <= earlier <= later <= size.
   */
  consistency(earlier: number, later: number): Uint8Array[] {
    this.#within(later, 1);
    if (!Number.isInteger(earlier) || earlier < 1 || earlier > later)
      throw new RangeError(`an earlier size from 1 to ${later} was expected, not ${earlier}`);
    const path: Uint8Array[] = [];
    let [from, to] = [0, later];
    while (to !== earlier) {
      const middle = from + split(to - from);
      path.push(earlier <= middle ? this.#subtree(middle, to) : this.#subtree(from, middle));
      if (earlier <= middle) to = middle;
      else from = middle;
    }
    if (from > 0) path.push(this.#subtree(from, to));
    return path.reverse();
  }
}
