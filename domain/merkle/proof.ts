import { nodeHash } from '@/domain/merkle';

const odd = (number: number): boolean => number % 2 === 1;

const same = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && one.every((byte, at) => byte === other[at]);

/** A place in the tree, climbing: the node's number at its height, and that of the last node there. */
interface Place {
  readonly node: number;
  readonly last: number;
}

const up = ({ node, last }: Place): Place => ({
  node: Math.floor(node / 2),
  last: Math.floor(last / 2),
});

/** Climbs past heights where the node has no sibling on its right, up to where it is a right child. */
function pastEdge(place: Place): Place {
  let at = place;
  while (at.node !== 0 && !odd(at.node)) at = up(at);
  return at;
}

export interface Inclusion {
  readonly leaf: Uint8Array;
  /** Counted from 0. */
  readonly index: number;
  readonly size: number;
  readonly path: readonly Uint8Array[];
  readonly root: Uint8Array;
}

/** Whether the path leads from the leaf to the root (the algorithm of RFC 9162, 2.1.3.2). */
export function includes({ leaf, index, size, path, root }: Inclusion): boolean {
  if (index < 0 || index >= size) return false;
  let place: Place = { node: index, last: size - 1 };
  let reached = leaf;
  for (const sibling of path) {
    if (place.last === 0) return false;
    if (odd(place.node) || place.node === place.last) {
      reached = nodeHash(sibling, reached);
      place = pastEdge(place);
    } else reached = nodeHash(reached, sibling);
    place = up(place);
  }
  return place.last === 0 && same(reached, root);
}

export interface Consistency {
  readonly earlier: { readonly size: number; readonly root: Uint8Array };
  readonly later: { readonly size: number; readonly root: Uint8Array };
  readonly path: readonly Uint8Array[];
}

/**
 * Whether the later tree begins with the earlier one (the algorithm of RFC 9162, 2.1.4.2). Sizes are
 * 1 or more; equal sizes need equal roots and no path.
 */
export function extendsTree({ earlier, later, path }: Consistency): boolean {
  if (earlier.size < 1 || earlier.size > later.size) return false;
  if (earlier.size === later.size) return path.length === 0 && same(earlier.root, later.root);
  let place: Place = { node: earlier.size - 1, last: later.size - 1 };
  while (odd(place.node)) place = up(place);
  // Where the earlier tree is one full subtree its root is the first hash, and the path leaves it out.
  const [first, ...rest] = place.node === 0 ? [earlier.root, ...path] : path;
  if (first === undefined) return false;
  let [before, after] = [first, first];
  for (const sibling of rest) {
    if (place.last === 0) return false;
    if (odd(place.node) || place.node === place.last) {
      before = nodeHash(sibling, before);
      after = nodeHash(sibling, after);
      place = pastEdge(place);
    } else after = nodeHash(after, sibling);
    place = up(place);
  }
  return place.last === 0 && same(before, earlier.root) && same(after, later.root);
}
