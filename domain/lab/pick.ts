import { partyOf } from '@/domain/bound';
import type { Pact } from '@/domain/pact';

import {
  ANSWER,
  HOLD,
  type InstantColumn,
  MARK,
  type OddCase,
  POINT,
  type Store,
  type StoreColumns,
} from './store';

type Column = StoreColumns[keyof StoreColumns];

/** Entries of a column at some places. */
export function taken<C extends Column>(column: C, places: ArrayLike<number>): C {
  const made = new (column.constructor as new (size: number) => C)(places.length);
  for (let at = 0; at < places.length; at += 1) made[at] = column[places[at] ?? 0] ?? 0;
  return made;
}

/** Numbers anew, in the order in which they come, what a column names; and where each stood. */
export function renumbered(
  column: Uint32Array,
  known: number,
): [column: Uint32Array, places: number[]] {
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

/** Lays the children of some cases out anew: where each stretch begins, and where they stood. */
function children(
  all: Uint32Array,
  cases: Uint32Array,
): { readonly from: Uint32Array; readonly places: Uint32Array } {
  const from = new Uint32Array(cases.length + 1);
  let size = 0;
  cases.forEach((at, number) => {
    from[number] = size;
    size += (all[at + 1] ?? 0) - (all[at] ?? 0);
  });
  from[cases.length] = size;
  const places = new Uint32Array(size);
  let place = 0;
  for (const at of cases) {
    const end = all[at + 1] ?? 0;
    for (let child = all[at] ?? 0; child < end; child += 1) {
      places[place] = child;
      place += 1;
    }
  }
  return { from, places };
}

/** Only the holds and opinions that some points refer to; the points renamed. */
function holdsOf(columns: StoreColumns, points: InstantColumn) {
  const own = Uint32Array.from({ length: points.length / POINT.SIZE }, (_, at) =>
    Math.floor((points[at * POINT.SIZE + POINT.HOLD] ?? 0) / 2),
  );
  const [numbers, holds] = renumbered(own, columns.holdFlags.length);
  numbers.forEach((number, at) => {
    const place = at * POINT.SIZE + POINT.HOLD;
    points[place] = number * 2 + ((points[place] ?? 0) % 2);
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
    holdQuanta: taken(columns.holdQuanta, holds),
    limbRow: Int32Array.from(rows, (row) => ((limbs[row] ?? -1) < 0 ? -1 : row)),
    limbOpinion,
    opinionLower: taken(columns.opinionLower, places),
    opinionUpper: taken(columns.opinionUpper, places),
    opinionClusters: taken(columns.opinionClusters, places),
    opinionBits: taken(columns.opinionBits, places),
  };
}

/** The last of some rising starts that lies at or before a place. */
function stretchAt(starts: Uint32Array, place: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= place) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The state accused in a case. */
export function accusedIn({ states, columns }: Store, at: number): string {
  const { partitionState, partitionFrom, segmentFrom } = columns;
  const partition = stretchAt(partitionFrom, stretchAt(segmentFrom, at));
  return states[partitionState[partition] ?? 0] ?? '';
}

/** The partitions and segments of some cases alone. */
function layoutOf({ columns }: Store, cases: Uint32Array) {
  const { partitionState, partitionFrom, segmentKind, segmentFrom } = columns;
  const states: number[] = [];
  const firsts: number[] = [];
  const kinds: number[] = [];
  const starts: number[] = [];
  let [partition, segmentEnd, partitionEnd] = [0, 0, 0];
  cases.forEach((at, number) => {
    if (at < segmentEnd) return;
    const segment = stretchAt(segmentFrom, at);
    segmentEnd = segmentFrom[segment + 1] ?? Infinity;
    if (segment >= partitionEnd) {
      partition = stretchAt(partitionFrom, segment);
      partitionEnd = partitionFrom[partition + 1] ?? Infinity;
      states.push(partitionState[partition] ?? 0);
      firsts.push(kinds.length);
    }
    kinds.push(segmentKind[segment] ?? 0);
    starts.push(number);
  });
  return {
    partitionState: Uint16Array.from(states),
    partitionFrom: Uint32Array.from([...firsts, kinds.length]),
    segmentKind: Uint32Array.from(kinds),
    segmentFrom: Uint32Array.from([...starts, cases.length]),
  };
}

/** Reported cases among the kept. */
function reportedAmong(
  { reportedCase, reportedUntil, caseMarks }: StoreColumns,
  cases: Uint32Array,
) {
  const kept: number[] = [];
  const until: number[] = [];
  cases.forEach((at, number) => {
    if (((caseMarks[at] ?? 0) & MARK.REPORTED) === 0) return;
    kept.push(number);
    until.push(reportedUntil[stretchAt(reportedCase, at)] ?? 0);
  });
  return { reportedCase: Uint32Array.from(kept), reportedUntil: Float64Array.from(until) };
}

/** The columns of some cases alone, given in their order. Numbers of incidents, kinds and states stay. */
export function pickCases(store: Store, cases: Uint32Array): Store {
  const { columns } = store;
  const points = children(columns.casePoint, cases);
  const answers = children(columns.caseAnswer, cases);
  const caseMarks = taken(columns.caseMarks, cases);
  const odd = new Map<number, OddCase>();
  cases.forEach((at, number) => {
    if (((caseMarks[number] ?? 0) & MARK.ODD) === 0) return;
    const one = store.odd.get(at);
    if (one !== undefined) odd.set(number, one);
  });
  return {
    ...{ ...store, odd },
    columns: {
      ...columns,
      ...layoutOf(store, cases),
      ...holdsOf(columns, rowsAt(columns.points, POINT.SIZE, points.places)),
      ...reportedAmong(columns, cases),
      caseStart: taken(columns.caseStart, cases),
      caseStartLast: taken(columns.caseStartLast, cases),
      caseEnd: taken(columns.caseEnd, cases),
      caseEndLast: taken(columns.caseEndLast, cases),
      caseNotice: taken(columns.caseNotice, cases),
      ...{ caseMarks, casePoint: points.from, caseAnswer: answers.from },
      incident: taken(columns.incident, cases),
      answers: rowsAt(columns.answers, ANSWER.SIZE, answers.places),
    },
  };
}

/** The cases in which some state is accused, of the incidents that count (by number; null: all). */
export function casesAgainst(
  { states, columns }: Store,
  accuses: (state: string) => boolean,
  counts: Uint8Array | null = null,
): Uint32Array {
  const { partitionState, partitionFrom, segmentFrom, incident } = columns;
  const found = new Uint32Array(incident.length);
  let size = 0;
  partitionState.forEach((state, partition) => {
    if (!accuses(states[state] ?? '')) return;
    const to = segmentFrom[partitionFrom[partition + 1] ?? 0] ?? 0;
    for (let at = segmentFrom[partitionFrom[partition] ?? 0] ?? 0; at < to; at += 1) {
      if (counts !== null && counts[incident[at] ?? 0] !== 1) continue;
      found[size] = at;
      size += 1;
    }
  });
  return found.slice(0, size);
}

/** The columns of those cases alone in which some state is accused. */
export const pickStates = (store: Store, accuses: (state: string) => boolean): Store =>
  pickCases(store, casesAgainst(store, accuses));

/** The columns that a pact between some parties can touch: it scores the same over them. */
export const pick = (store: Store, pact: Pact): Store =>
  pickStates(store, (state) => partyOf(pact, state) !== null);
