import type { Store } from '@/domain/lab/store';

/** Ids in UTF-8, one after the other, and where each begins; one more at the end. */
export interface Ids {
  readonly ids: Uint8Array;
  readonly idFrom: Uint32Array;
}

/** A finding that may be listed, as numbers: words are looked up for those that are. */
export interface Mention {
  readonly store: Store;
  readonly ids: Ids;
  /** Number of its incident, its case in the store, its clause. */
  readonly incident: number;
  readonly at: number;
  readonly clause: number;
  /** The state accused. */
  readonly accused: string;
  /** Places in VERDICTS: what it counts as, and what it was found to be. */
  readonly verdict: number;
  readonly found: number;
  /** A list is in order of rank, then of key. */
  readonly rank: number;
  readonly key: number;
}

export const idOf = ({
  ids: { ids, idFrom },
  incident,
}: Pick<Mention, 'ids' | 'incident'>): string =>
  new TextDecoder().decode(ids.subarray(idFrom[incident], idFrom[incident + 1]));

function byId(one: Mention, two: Mention): number {
  const [a, b] = [one.ids, two.ids];
  const [first, second] = [a.idFrom[one.incident] ?? 0, b.idFrom[two.incident] ?? 0];
  const sizes = [
    (a.idFrom[one.incident + 1] ?? 0) - first,
    (b.idFrom[two.incident + 1] ?? 0) - second,
  ] as const;
  for (let at = 0; at < Math.min(...sizes); at += 1) {
    const step = (a.ids[first + at] ?? 0) - (b.ids[second + at] ?? 0);
    if (step !== 0) return step;
  }
  return sizes[0] - sizes[1];
}

function byAccused(one: Mention, two: Mention): number {
  return one.accused < two.accused ? -1 : one.accused > two.accused ? 1 : 0;
}

/** The gravest and weightiest first, then by incident. */
export const inGravity = (one: Mention, two: Mention): number =>
  one.rank - two.rank || one.key - two.key || byId(one, two) || byAccused(one, two);

/** By deadline, then as a sweep lays its rows. */
export const inTime = (one: Mention, two: Mention): number =>
  one.key - two.key || byAccused(one, two) || byId(one, two) || one.clause - two.clause;
