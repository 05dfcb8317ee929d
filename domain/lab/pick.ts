import { partyOf } from '@/domain/bound';
import type { Pact } from '@/domain/pact';

import type { InstantColumn, OddCase, Store, StoreColumns } from './store';

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

/** The children of some cases, one stretch a case. */
function childrenOf(
  from: Uint32Array,
  cases: Uint32Array,
): [from: Uint32Array, places: Uint32Array] {
  const starts = new Uint32Array(cases.length + 1);
  cases.forEach((at, number) => {
    starts[number + 1] = (starts[number] ?? 0) + (from[at + 1] ?? 0) - (from[at] ?? 0);
  });
  const places = new Uint32Array(starts[cases.length] ?? 0);
  cases.forEach((at, number) => {
    const first = starts[number] ?? 0;
    const start = from[at] ?? 0;
    for (let child = start; child < (from[at + 1] ?? 0); child += 1)
      places[first + child - start] = child;
  });
  return [starts, places];
}

type Holds = Pick<
  StoreColumns,
  | 'pointHold'
  | 'linkLower'
  | 'linkUpper'
  | 'linkClusters'
  | 'holdBits'
  | 'dutyLimbs'
  | 'opinionNone'
  | 'opinionAll'
  | 'limbRow'
  | 'limbOpinion'
  | 'opinionLower'
  | 'opinionUpper'
  | 'opinionClusters'
  | 'opinionBits'
>;

/** Only the holds and opinions that some points refer to. */
function holdsOf(columns: StoreColumns, points: Uint32Array): Holds {
  const all = taken(columns.pointHold, points);
  const [numbers, holds] = renumbered(
    all.map((hold) => hold >>> 1),
    columns.holdBits.length,
  );
  const rows = holds.map((hold) => columns.limbRow[hold] ?? -1);
  const kept = [...new Set(rows.filter((row) => row >= 0))];
  const place = new Map(kept.map((row, at) => [row, at]));
  const limbs = kept.flatMap((row) => [...columns.limbOpinion.subarray(row * 32, row * 32 + 32)]);
  const none = holds.map((hold) => columns.opinionNone[hold] ?? 0);
  const under = holds.map((hold) => columns.opinionAll[hold] ?? 0);
  const [opinions, places] = renumbered(
    Uint32Array.from([...none, ...under, ...limbs]),
    columns.opinionBits.length,
  );
  return {
    pointHold: numbers.map((number, at) => number * 2 + ((all[at] ?? 0) & 1)),
    linkLower: taken(columns.linkLower, holds),
    linkUpper: taken(columns.linkUpper, holds),
    linkClusters: taken(columns.linkClusters, holds),
    holdBits: taken(columns.holdBits, holds),
    dutyLimbs: taken(columns.dutyLimbs, holds),
    opinionNone: opinions.slice(0, holds.length),
    opinionAll: opinions.slice(holds.length, holds.length * 2),
    limbRow: Int32Array.from(rows, (row) => place.get(row) ?? -1),
    limbOpinion: opinions.slice(holds.length * 2),
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
  const [pointFrom, points] = childrenOf(columns.pointFrom, cases);
  const [answerFrom, answers] = childrenOf(columns.answerFrom, cases);
  const odd = new Map<number, OddCase>();
  cases.forEach((at, number) => {
    const one = store.odd.get(at);
    if (one !== undefined) odd.set(number, one);
  });
  const instants = (column: InstantColumn): InstantColumn => taken(column, cases);
  return {
    ...{ ...store, odd },
    columns: {
      ...columns,
      ...layout,
      ...holdsOf(columns, points),
      ...reportedAmong(columns, cases),
      incident: taken(columns.incident, cases),
      victims: taken(columns.victims, cases),
      marks: taken(columns.marks, cases),
      start: instants(columns.start),
      startLast: instants(columns.startLast),
      end: instants(columns.end),
      endLast: instants(columns.endLast),
      notice: instants(columns.notice),
      ...{ pointFrom, pointAt: taken(columns.pointAt, points) },
      ...{ answerFrom, answerAt: taken(columns.answerAt, answers) },
      answerLast: taken(columns.answerLast, answers),
      answerLevel: taken(columns.answerLevel, answers),
      answerVerified: taken(columns.answerVerified, answers),
    },
  };
}

/** The columns that a pact between some parties can touch: it scores the same over them. */
export const pick = (store: Store, pact: Pact): Store =>
  pickStates(store, (state) => partyOf(pact, state) !== null);
