import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leafHash, merkleRoot, NO_LEAVES, rootOfPeaks, withLeaf } from '@/domain/merkle';
import { extendsTree, includes } from './proof';
import { MerkleTree } from './tree';

/** The test tree of certificate transparency: leaves, and the root after each (RFC 6962 reference code). */
const LEAVES = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657'].concat(
  '606162636465666768696a6b6c6d6e6f',
);
const ROOTS = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];
const SIBLING = {
  leaf1: '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
  leaves2to3: '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
  leaf4: 'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
  leaves4to5: '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
  leaves6to7: 'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
  leaves4to7: '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
};
const [, LEAF_0 = '', LEAVES_0_TO_1 = '', , LEAVES_0_TO_3 = ''] = ROOTS;

function treeOf(leaves: readonly Uint8Array[]): MerkleTree {
  const tree = new MerkleTree();
  for (const leaf of leaves) tree.append(leafHash(leaf));
  return tree;
}

const known = treeOf(LEAVES.map(hexToBytes));

/** Leaf number `n` of a tree made up for a property. */
const made = (n: number) => new TextEncoder().encode(`leaf ${n}`);
const LARGEST = 200;
const large = treeOf(Array.from({ length: LARGEST }, (_, n) => made(n)));

/** One bit of one hash turned over. */
function flipped(hash: Uint8Array, bit: number): Uint8Array {
  const other = Uint8Array.from(hash);
  const at = Math.floor(bit / 8) % other.length;
  other[at] = (other[at] ?? 0) ^ (1 << (bit % 8));
  return other;
}

/** One of several ways to be false, each in turn. */
function chosen<T>(ways: readonly T[], turn: number): T {
  const way = ways[turn % ways.length];
  if (way === undefined) throw new Error('no way');
  return way;
}

describe('the tree of RFC 6962', () => {
  it.each(ROOTS.map((root, size) => [size, root] as const))('of %i leaves', (size, root) => {
    expect(bytesToHex(known.rootAt(size))).toBe(root);
    expect(merkleRoot(LEAVES.slice(0, size).map(hexToBytes))).toBe(root);
  });

  it('has one root, from peaks or from all leaves, at each of 200 sizes', () => {
    let peaks = NO_LEAVES;
    for (let size = 1; size <= LARGEST; size += 1) {
      peaks = withLeaf(peaks, large.leaf(size - 1));
      expect(peaks.size).toBe(size);
      expect(bytesToHex(rootOfPeaks(peaks))).toBe(bytesToHex(large.rootAt(size)));
    }
  });

  it.each([-1, 1.5, 9, Number.NaN])('refuses the size %d', (size) => {
    expect(() => known.rootAt(size)).toThrow(RangeError);
    expect(() => known.inclusion(0, size)).toThrow(RangeError);
    expect(() => known.inclusion(size, 8)).toThrow(RangeError);
    expect(() => known.consistency(size, 8)).toThrow(RangeError);
  });
});

describe('an inclusion proof', () => {
  it.each([
    [0, 1, []],
    [0, 8, [SIBLING.leaf1, SIBLING.leaves2to3, SIBLING.leaves4to7]],
    [5, 8, [SIBLING.leaf4, SIBLING.leaves6to7, LEAVES_0_TO_3]],
    [2, 3, [LEAVES_0_TO_1]],
    [1, 5, [LEAF_0, SIBLING.leaves2to3, SIBLING.leaf4]],
  ])('of leaf %i in %i is as published', (index, size, path) => {
    expect(known.inclusion(index, size).map(bytesToHex)).toEqual(path);
  });

  it('holds for every leaf of every tree up to 200, and for no other leaf, place, size or root', () => {
    for (let size = 1; size <= LARGEST; size += 1) {
      const root = large.rootAt(size);
      for (let index = 0; index < size; index += 1) {
        const leaf = large.leaf(index);
        const path = large.inclusion(index, size);
        const proof = { leaf, index, size, path, root };
        const bit = (index * 31 + size) % 256;
        if (!includes(proof)) throw new Error(`leaf ${index} of ${size}`);
        const false_ = [
          { ...proof, leaf: flipped(leaf, bit) },
          { ...proof, root: flipped(root, bit) },
          { ...proof, index: (index + 1) % (size + 1) },
          { ...proof, path: [...path, root] },
          ...(path.length === 0 ? [] : [{ ...proof, path: path.slice(1) }]),
        ];
        if (includes(chosen(false_, index + size)))
          throw new Error(`a false one: ${index}, ${size}`);
      }
    }
  });

  it('fails when any hash of its path is changed', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: LARGEST }),
        fc.nat(),
        fc.nat(),
        fc.nat(255),
        (size, pick, step, bit) => {
          const index = pick % size;
          const path = large.inclusion(index, size);
          const changed = path.map((hash, at) =>
            at === step % path.length ? flipped(hash, bit) : hash,
          );
          const proof = { leaf: large.leaf(index), index, size, root: large.rootAt(size) };
          expect(includes({ ...proof, path })).toBe(true);
          expect(includes({ ...proof, path: changed })).toBe(false);
        },
      ),
    );
  });
});

describe('a consistency proof', () => {
  it.each([
    [1, 1, []],
    [1, 8, [SIBLING.leaf1, SIBLING.leaves2to3, SIBLING.leaves4to7]],
    [6, 8, [SIBLING.leaves4to5, SIBLING.leaves6to7, LEAVES_0_TO_3]],
    [2, 5, [SIBLING.leaves2to3, SIBLING.leaf4]],
  ])('from %i to %i is as published', (earlier, later, path) => {
    expect(known.consistency(earlier, later).map(bytesToHex)).toEqual(path);
  });

  const state = (size: number) => ({ size, root: large.rootAt(size) });

  it('holds between every two sizes up to 100, and not for a changed root or size', () => {
    for (let later = 1; later <= LARGEST / 2; later += 1)
      for (let earlier = 1; earlier <= later; earlier += 1) {
        const path = large.consistency(earlier, later);
        const proof = { earlier: state(earlier), later: state(later), path };
        const bit = (earlier * 31 + later) % 256;
        if (!extendsTree(proof)) throw new Error(`${earlier} to ${later}`);
        const changed = (root: Uint8Array, size: number) => ({ size, root: flipped(root, bit) });
        const false_ = [
          { ...proof, earlier: changed(proof.earlier.root, earlier) },
          { ...proof, later: changed(proof.later.root, later) },
          { ...proof, path: [...path, proof.later.root] },
          ...(earlier < later
            ? [{ ...proof, earlier: { ...proof.earlier, size: earlier + 1 } }]
            : []),
          ...(path.length === 0 ? [] : [{ ...proof, path: path.slice(0, -1) }]),
        ];
        if (extendsTree(chosen(false_, earlier + later)))
          throw new Error(`a false one: ${earlier} to ${later}`);
      }
  });

  it('fails when an early leaf was changed afterwards', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 60 }), fc.nat(), fc.nat(), (later, pick, early) => {
        const earlier = 1 + (pick % (later - 1));
        const changed = early % earlier;
        const other = treeOf(
          Array.from({ length: later }, (_, n) => made(n === changed ? LARGEST + n : n)),
        );
        const path = other.consistency(earlier, later);
        const proof = { later: { size: later, root: other.rootAt(later) }, path };
        expect(extendsTree({ ...proof, earlier: state(earlier) })).toBe(false);
      }),
    );
  });
});
