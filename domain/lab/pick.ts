import { partyOf } from '@/domain/bound';
import type { Pact } from '@/domain/pact';

import {
  ANSWER,
  CASE,
  HOLD,
  holdIn,
  type InstantColumn,
  type OddCase,
  POINT,
  type Store,
  type StoreColumns,
} from './store';

type Column = StoreColumns[keyof StoreColumns];

/** Entries of a column at some places. */
function taken<C extends Column>(column: C, places: ArrayLike<number>): C {
  const made = new (column.constructor as new (size: number) => C)(places.length);
  for (let at = 0; at < places.length; at += 1) made[at] = column[places[at] ?? 0] ?? 0;
  return made;
}

/** Numbers anew, in the order in which they come, what a column names; and where each stood. */
function renumbered(column: Uint32Array, known: number): [column: Uint32Array, places: number[]] {
  const numbers = new Int32Array(known).fill(-1);
  const places: number[] = [];
  const made = Uint32Array.from(column, (old) => {
    const number = numbers[old] ?? -1;
    if (number >= 0) return number;
    numbers[old] = places.length;
    places.push(old);
    return places.length - 1;
  });
  return [made, places];
}

/** Rows of some width at some places. */
function rowsAt<C extends Column>(column: C, width: number, places: ArrayLike<number>): C {
  const made = new (column.constructor as new (size: number) => C)(places.length * width);
  for (let at = 0; at < places.length; at += 1)
    for (let step = 0; step < width; step += 1)
      made[at * width + step] = column[(places[at] ?? 0) * width + step] ?? 0;
  return made;
}

/** Lays the children of some cases out anew: sets where each stretch begins, tells where they stood. */
function children(
  all: InstantColumn,
  kept: InstantColumn,
  cases: Uint32Array,
  field: number,
): Uint32Array {
  const places: number[] = [];
  cases.forEach((at, number) => {
    kept[number * CASE.SIZE + field] = places.length;
    const end = all[(at + 1) * CASE.SIZE + field] ?? 0;
    for (let child = all[at * CASE.SIZE + field] ?? 0; child < end; child += 1) places.push(child);
  });
  kept[cases.length * CASE.SIZE + field] = places.length;
  return Uint32Array.from(places);
}

/** Only the holds and opinions that some points refer to; the points renamed. */
function holdsOf(columns: StoreColumns, points: InstantColumn) {
  const own = Uint32Array.from({ length: points.length / POINT.SIZE }, (_, at) =>
    holdIn(points[at * POINT.SIZE + POINT.HOLD] ?? 0),
  );
  const [numbers, holds] = renumbered(own, columns.holdFlags.length);
  numbers.forEach((number, at) => {
    const place = at * POINT.SIZE + POINT.HOLD;
    points[place] = number * 32 + ((points[place] ?? 0) & 31);
  });
  const [rows, kept] = renumbered(
    Uint32Array.from(holds, (hold) => (columns.limbRow[hold] ?? -1) + 1),
    columns.limbOpinion.length / 32 + 1,
  );
  const limbs = kept.map((row) => row - 1);
  const under = limbs.flatMap((row) =>
    row < 0
      ? new Array<number>(32).fill(0)
      : [...columns.limbOpinion.subarray(row * 32, row * 32 + 32)],
  );
  const [limbOpinion, places] = renumbered(Uint32Array.from(under), columns.opinionBits.length);
  return {
    points,
    holds: rowsAt(columns.holds, HOLD.SIZE, holds),
    holdFlags: taken(columns.holdFlags, holds),
    limbRow: Int32Array.from(rows, (row) => ((limbs[row] ?? -1) < 0 ? -1 : row)),
    limbOpinion,
    opinionLower: taken(columns.opinionLower, places),
    opinionUpper: taken(columns.opinionUpper, places),
    opinionClusters: taken(columns.opinionClusters, places),
    opinionBits: taken(columns.opinionBits, places),
  };
}

interface Kept {
  readonly cases: Uint32Array;
  readonly layout: Pick<
    StoreColumns,
    'partitionState' | 'partitionFrom' | 'segmentKind' | 'segmentFrom'
  >;
}

/** The cases of some partitions, and those partitions laid out for them alone. */
function partitions(store: Store, keeps: (state: string) => boolean): Kept {
  const { partitionState, partitionFrom, segmentKind, segmentFrom } = store.columns;
  const states: number[] = [];
  const firsts: number[] = [];
  const kinds: number[] = [];
  const starts: number[] = [];
  const cases: number[] = [];
  partitionState.forEach((state, partition) => {
    if (!keeps(store.states[state] ?? '')) return;
    states.push(state);
    firsts.push(kinds.length);
    for (
      let segment = partitionFrom[partition] ?? 0;
      segment < (partitionFrom[partition + 1] ?? 0);
      segment += 1
    ) {
      kinds.push(segmentKind[segment] ?? 0);
      starts.push(cases.length);
      for (let at = segmentFrom[segment] ?? 0; at < (segmentFrom[segment + 1] ?? 0); at += 1)
        cases.push(at);
    }
  });
  return {
    cases: Uint32Array.from(cases),
    layout: {
      partitionState: Uint16Array.from(states),
      partitionFrom: Uint32Array.from([...firsts, kinds.length]),
      segmentKind: Uint32Array.from(kinds),
      segmentFrom: Uint32Array.from([...starts, cases.length]),
    },
  };
}

/** Reported cases among the kept. */
function reportedAmong({ reportedCase, reportedUntil }: StoreColumns, cases: Uint32Array) {
  const wanted = new Map(Array.from(reportedCase, (at, row) => [at, reportedUntil[row] ?? 0]));
  const kept: { readonly number: number; readonly until: number }[] = [];
  cases.forEach((at, number) => {
    const until = wanted.get(at);
    if (until !== undefined) kept.push({ number, until });
  });
  return {
    reportedCase: Uint32Array.from(kept, ({ number }) => number),
    reportedUntil: Float64Array.from(kept, ({ until }) => until),
  };
}

/** The columns of those cases alone in which some state is accused. */
export function pickStates(store: Store, keeps: (state: string) => boolean): Store {
  const { columns } = store;
  const { cases, layout } = partitions(store, keeps);
  const rows = rowsAt(columns.cases, CASE.SIZE, [...cases, columns.incident.length]);
  const points = children(columns.cases, rows, cases, CASE.POINT);
  const answers = children(columns.cases, rows, cases, CASE.ANSWER);
  const odd = new Map<number, OddCase>();
  cases.forEach((at, number) => {
    const one = store.odd.get(at);
    if (one !== undefined) odd.set(number, one);
  });
  return {
    ...{ ...store, odd },
    columns: {
      ...columns,
      ...layout,
      ...holdsOf(columns, rowsAt(columns.points, POINT.SIZE, points)),
      ...reportedAmong(columns, cases),
      cases: rows,
      incident: taken(columns.incident, cases),
      answers: rowsAt(columns.answers, ANSWER.SIZE, answers),
    },
  };
}

/** The columns that a pact between some parties can touch: it scores the same over them. */
export const pick = (store: Store, pact: Pact): Store =>
  pickStates(store, (state) => partyOf(pact, state) !== null);
