import type { Gathered, Kind } from './gathered';

/** By kind its place among kinds alike: by conduct, then severity, objects and intent, so that what a clause covers alike lies together. */
function rankOfKinds(kinds: readonly Kind[]): Uint32Array {
  const order = [...kinds.entries()].sort(
    ([, one], [, two]) =>
      one.conduct - two.conduct ||
      one.severity - two.severity ||
      one.objects - two.objects ||
      one.intent - two.intent,
  );
  const rank = new Uint32Array(kinds.length);
  order.forEach(([kind], at) => {
    rank[kind] = at;
  });
  return rank;
}

/** Places of the cases in the order in which they began, then as they came. */
function orderOfStarts({ start }: Gathered['cases']): Uint32Array {
  const instants = new Float64Array(start.size);
  for (let at = 0; at < instants.length; at += 1) instants[at] = start.at(at);
  return Uint32Array.from(instants.keys()).sort(
    (one, two) => (instants[one] ?? 0) - (instants[two] ?? 0) || one - two,
  );
}

/**
 * Places of the cases by state in order of code, then by kind, then as they began. Kinds alike lie side
 * by side, so that what a clause covers does, and what began before a pact binds too.
 */
export function orderOf({ cases, states, kinds }: Gathered): Float64Array {
  const size = cases.incident.size;
  const sorted = [...states.items].sort();
  const rank = states.items.map((code) => sorted.indexOf(code));
  const keys = new Float64Array(size);
  const width = kinds.items.length;
  const ranks = rankOfKinds(kinds.items);
  const starts = orderOfStarts(cases);
  starts.forEach((place, turn) => {
    const kind = ranks[cases.kind.at(place)] ?? 0;
    keys[turn] = ((rank[cases.state.at(place)] ?? 0) * width + kind) * size + turn;
  });
  keys.sort();
  return keys.map((key) => starts[key % size] ?? 0);
}

/** Named by more points than this a hold is one of the frequent. */
const FREQUENT = 8;

/**
 * The order in which holds lie: the frequent first, close together, then the others as the cases come
 * to name them, so that whoever follows the cases reads them one after the other.
 */
export function orderOfHolds(
  { points, holds }: Gathered,
  places: Float64Array,
): { readonly order: readonly number[]; readonly rank: Uint32Array } {
  const uses = new Uint32Array(holds.items.length);
  const first = new Float64Array(holds.items.length).fill(-1);
  places.forEach((place, turn) => {
    const hold = points.hold.at(place) >>> 1;
    uses[hold] = (uses[hold] ?? 0) + 1;
    if ((first[hold] ?? -1) < 0) first[hold] = turn;
  });
  const key = (hold: number): number => {
    const own = uses[hold] ?? 0;
    return own > FREQUENT ? -own : (first[hold] ?? 0);
  };
  const order = [...uses.keys()].sort((one, two) => key(one) - key(two) || one - two);
  const rank = new Uint32Array(order.length);
  order.forEach((hold, at) => {
    rank[hold] = at;
  });
  return { order, rank };
}
