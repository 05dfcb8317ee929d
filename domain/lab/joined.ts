import { instantOf, NEVER } from './instants';
import {
  ANSWER,
  casesIn,
  type InstantColumn,
  type OddCase,
  POINT,
  type Store,
  type StoreColumns,
} from './store';

type Column = StoreColumns[keyof StoreColumns];

/** One column after the other, the entries of the second changed. */
function after<C extends Column>(one: C, two: C, change: (value: number) => number = (v) => v): C {
  const made = new (one.constructor as new (size: number) => C)(one.length + two.length);
  made.set(one);
  for (let at = 0; at < two.length; at += 1) made[one.length + at] = change(two[at] ?? 0);
  return made;
}

/** Starts of stretches, one list after the other: where the first ends, the second begins. */
const stretchesAfter = (one: Uint32Array, two: Uint32Array): Uint32Array => {
  const end = one[one.length - 1] ?? 0;
  return after(one.subarray(0, one.length - 1), two, (value) => value + end);
};

/** Instants in milliseconds instead of codes. */
function uncoded(store: Store): Store {
  if (!store.coded) return store;
  const instant = (code: number): number => (code === NEVER ? Infinity : instantOf(code));
  const changed = (column: InstantColumn, width = 1, fields: readonly number[] = [0]) => {
    const made = Float64Array.from(column);
    for (let row = 0; row < made.length; row += width)
      for (const field of fields) made[row + field] = instant(made[row + field] ?? 0);
    return made;
  };
  const { columns } = store;
  return {
    ...{ ...store, coded: false },
    columns: {
      ...columns,
      caseStart: changed(columns.caseStart),
      caseStartLast: changed(columns.caseStartLast),
      caseEnd: changed(columns.caseEnd),
      caseEndLast: changed(columns.caseEndLast),
      caseNotice: changed(columns.caseNotice),
      points: changed(columns.points, POINT.SIZE, [POINT.AT]),
      answers: changed(columns.answers, ANSWER.SIZE, [ANSWER.AT, ANSWER.LAST]),
    },
  };
}

/** The cases of both, those of the second moved to its own victims, points and answers. */
function caseColumns(a: StoreColumns, b: StoreColumns) {
  const lists = (a.victimsFrom.length - 1) * 256;
  const stretches = (one: Uint32Array, two: Uint32Array, size: number): Uint32Array =>
    after(one.subarray(0, one.length - 1), two, (child) => child + size);
  return {
    caseStart: after(a.caseStart, b.caseStart),
    caseStartLast: after(a.caseStartLast, b.caseStartLast),
    caseEnd: after(a.caseEnd, b.caseEnd),
    caseEndLast: after(a.caseEndLast, b.caseEndLast),
    caseNotice: after(a.caseNotice, b.caseNotice),
    caseMarks: after(a.caseMarks, b.caseMarks, (marks) => marks + lists),
    casePoint: stretches(a.casePoint, b.casePoint, a.points.length / POINT.SIZE),
    caseAnswer: stretches(a.caseAnswer, b.caseAnswer, a.answers.length / ANSWER.SIZE),
  };
}

function pointRows(a: StoreColumns, b: StoreColumns): InstantColumn {
  const made = after(a.points, b.points);
  const moved = a.holdFlags.length * 2;
  for (let at = a.points.length + POINT.HOLD; at < made.length; at += POINT.SIZE)
    made[at] = (made[at] ?? 0) + moved;
  return made;
}

function dictionaries(a: StoreColumns, b: StoreColumns) {
  const opinions = a.opinionBits.length;
  const rows = a.limbOpinion.length / 32;
  return {
    kindConduct: after(a.kindConduct, b.kindConduct),
    kindObjects: after(a.kindObjects, b.kindObjects),
    kindIntent: after(a.kindIntent, b.kindIntent),
    kindSeverity: after(a.kindSeverity, b.kindSeverity),
    opinionLower: after(a.opinionLower, b.opinionLower),
    opinionUpper: after(a.opinionUpper, b.opinionUpper),
    opinionClusters: after(a.opinionClusters, b.opinionClusters),
    opinionBits: after(a.opinionBits, b.opinionBits),
    holds: after(a.holds, b.holds),
    holdFlags: after(a.holdFlags, b.holdFlags),
    holdQuanta: after(a.holdQuanta, b.holdQuanta),
    limbRow: after(a.limbRow, b.limbRow, (row) => (row < 0 ? row : row + rows)),
    limbOpinion: after(a.limbOpinion, b.limbOpinion, (opinion) => opinion + opinions),
  };
}

/**
 * Two corpora packed under one policy as one: it scores what both score together. The incidents of
 * the second are numbered on from those of the first; a state may have a partition in each.
 */
export function joined(first: Store, second: Store): Store {
  const incidents = first.incidents + second.incidents;
  if (casesIn(second) === 0) return { ...first, incidents };
  const both = first.coded && second.coded;
  const [one, two] = both ? [first, second] : [uncoded(first), uncoded(second)];
  const [a, b] = [one.columns, two.columns];
  const states = [...new Set([...one.states, ...two.states])];
  const places = two.states.map((state) => states.indexOf(state));
  const state = (number: number): number => places[number] ?? 0;
  const [cases, kinds] = [casesIn(one), a.kindSeverity.length];
  const odd = new Map<number, OddCase>(one.odd);
  for (const [at, rare] of two.odd) odd.set(at + cases, rare);
  return {
    ...{ ...one, incidents, states, odd },
    columns: {
      ...dictionaries(a, b),
      victimsFrom: stretchesAfter(a.victimsFrom, b.victimsFrom),
      victimState: after(a.victimState, b.victimState, state),
      partitionState: after(a.partitionState, b.partitionState, state),
      partitionFrom: stretchesAfter(a.partitionFrom, b.partitionFrom),
      segmentKind: after(a.segmentKind, b.segmentKind, (kind) => kind + kinds),
      segmentFrom: stretchesAfter(a.segmentFrom, b.segmentFrom),
      ...caseColumns(a, b),
      incident: after(a.incident, b.incident, (number) => number + one.incidents),
      points: pointRows(a, b),
      answers: after(a.answers, b.answers),
      reportedCase: after(a.reportedCase, b.reportedCase, (at) => at + cases),
      reportedUntil: after(a.reportedUntil, b.reportedUntil),
    },
  };
}
