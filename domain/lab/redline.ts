import { diffWordsWithSpace } from 'diff';
import { similarity } from '@/domain/likeness';
import type { Clause, Pact } from '@/domain/pact';

/** A run of words that both sides have, or one of them. */
export interface Run {
  readonly text: string;
  readonly of: 'both' | 'a' | 'b';
}

/**
 * Two texts as one, word by word: what only A says, what only B says, what both say. Without the
 * runs of B it is the text of A letter by letter, without those of A the text of B.
 */
export function redline(a: string, b: string): Run[] {
  return diffWordsWithSpace(a, b).map(({ value, added, removed }) => ({
    text: value,
    of: added ? 'b' : removed ? 'a' : 'both',
  }));
}

/** How two clauses came to be taken for the same. */
export type MatchedBy = 'id' | 'reference' | 'likeness';

/** A clause of A and the clause of B that stands for it; one of them null where there is none. */
export type ClausePair =
  | { readonly a: Clause; readonly b: Clause; readonly by: MatchedBy; readonly moved: boolean }
  | { readonly a: Clause; readonly b: null }
  | { readonly a: null; readonly b: Clause };

type Sides = Pick<Pact, 'id' | 'clauses'>;

/** Share of three-letter pieces from which texts count as one clause reworded [D]. */
export const LEAST_LIKENESS = 0.4;

interface Match {
  readonly a: Clause;
  readonly b: Clause;
  readonly by: MatchedBy;
}

/** Alike by text; what has the same words under another id is the same clause. */
function bestLike(left: readonly Clause[], right: readonly Clause[]): Match | null {
  let best: { readonly match: Match; readonly score: number } | null = null;
  for (const a of left)
    for (const b of right) {
      const score = similarity(a.text, b.text);
      if (score >= LEAST_LIKENESS && score > (best?.score ?? 0))
        best = { match: { a, b, by: 'likeness' }, score };
    }
  return best?.match ?? null;
}

type Way = (left: readonly Clause[], right: readonly Clause[]) => Match | null;

/** The first clause that has the same id or reference as just one of the other side. */
const sameIn =
  (by: 'id' | 'reference'): Way =>
  (left, right) => {
    for (const a of left) {
      const same = right.filter((b) => b[by] === a[by]);
      if (same[0] !== undefined && same.length === 1) return { a, b: same[0], by };
    }
    return null;
  };

/** Takes matches away from both sides until a way finds no more. */
function taken(
  found: readonly Match[],
  sides: readonly [readonly Clause[], readonly Clause[]],
  way: Way,
) {
  const all = [...found];
  for (;;) {
    const [left, right] = sides;
    const match = way(
      left.filter((clause) => all.every(({ a }) => a !== clause)),
      right.filter((clause) => all.every(({ b }) => b !== clause)),
    );
    if (match === null) return all;
    all.push(match);
  }
}

function matches(a: Sides, b: Sides): Match[] {
  const sides = [a.clauses, b.clauses] as const;
  const ways = (list: readonly Way[], from: readonly Match[] = []): Match[] =>
    list.reduce<Match[]>((found, way) => taken(found, sides, way), [...from]);
  if (a.id === b.id) return ways([sameIn('id'), sameIn('reference'), bestLike]);
  const found = ways([bestLike, sameIn('reference')]);
  const half = Math.min(a.clauses.length, b.clauses.length) / 2;
  return found.length >= half ? ways([sameIn('id')], found) : found;
}

/** Clauses of the longest run that stands in the same order on both sides: the others moved. */
function unmoved(places: readonly (readonly [a: number, b: number])[]): ReadonlySet<number> {
  const best = places.map(() => [] as number[]);
  places.forEach(([a, b], at) => {
    const before = best
      .slice(0, at)
      .filter((_, earlier) => (places[earlier]?.[1] ?? Infinity) < b)
      .reduce<readonly number[]>((long, run) => (run.length > long.length ? run : long), []);
    best[at] = [...before, a];
  });
  return new Set(best.reduce((long, run) => (run.length > long.length ? run : long), []));
}

/**
 * The clauses of two pacts side by side, in the order of A, what only B has after the clause of B
 * that stands before it. In versions of one pact clauses are taken for the same by id, else by
 * reference, else by likeness of their text. Of two pacts an id such as `c1` says little: there
 * likeness is asked first, and ids only where half of the texts agree, as in a draft made from one.
 */
export function pairClauses(a: Sides, b: Sides): ClausePair[] {
  const found = matches(a, b);
  const places = a.clauses.flatMap((clause, at) => {
    const match = found.find((one) => one.a === clause);
    return match === undefined ? [] : [[at, b.clauses.indexOf(match.b)] as const];
  });
  const still = unmoved(places);
  const pairs: ClausePair[] = a.clauses.map((clause, at) => {
    const match = found.find((one) => one.a === clause);
    return match === undefined ? { a: clause, b: null } : { ...match, moved: !still.has(at) };
  });
  b.clauses.forEach((clause, at) => {
    if (found.some((one) => one.b === clause)) return;
    const before = b.clauses[at - 1];
    const place = before === undefined ? -1 : pairs.findIndex((pair) => pair.b === before);
    // What A alone says here stands first, as in any redline.
    let next = place + 1;
    while (pairs[next]?.b === null) next += 1;
    pairs.splice(next, 0, { a: null, b: clause });
  });
  return pairs;
}
