import { casesIn, type OddCase, type Store, type StoreColumns } from './store';

/** Cases of a part: a step of work over one is over before anybody would notice. */
export const PART = 2 ** 15;

/** The first place of a rising column that is not below a value. */
function firstFrom(column: Uint32Array, value: number): number {
  let [low, high] = [0, column.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((column[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The partitions and segments of a stretch of cases, told from its first. */
function layoutOf(columns: StoreColumns, from: number, to: number) {
  const { partitionState, partitionFrom, segmentKind, segmentFrom } = columns;
  const states: number[] = [];
  const firsts: number[] = [];
  const kinds: number[] = [];
  const starts: number[] = [];
  partitionState.forEach((state, partition) => {
    const last = partitionFrom[partition + 1] ?? 0;
    const own = partitionFrom[partition] ?? 0;
    if ((segmentFrom[last] ?? 0) <= from || (segmentFrom[own] ?? 0) >= to) return;
    states.push(state);
    firsts.push(kinds.length);
    for (let segment = own; segment < last; segment += 1) {
      const start = Math.max(from, segmentFrom[segment] ?? 0);
      if (start >= Math.min(to, segmentFrom[segment + 1] ?? 0)) continue;
      kinds.push(segmentKind[segment] ?? 0);
      starts.push(start - from);
    }
  });
  return {
    partitionState: Uint16Array.from(states),
    partitionFrom: Uint32Array.from([...firsts, kinds.length]),
    segmentKind: Uint32Array.from(kinds),
    segmentFrom: Uint32Array.from([...starts, to - from]),
  };
}

function partOf(store: Store, from: number, to: number, odd: Store['odd']): Store {
  const { columns } = store;
  const { incident, reportedCase, reportedUntil } = columns;
  const [first, last] = [firstFrom(reportedCase, from), firstFrom(reportedCase, to)];
  return {
    ...{ ...store, odd },
    columns: {
      ...columns,
      ...layoutOf(columns, from, to),
      caseStart: columns.caseStart.subarray(from, to),
      caseStartLast: columns.caseStartLast.subarray(from, to),
      caseEnd: columns.caseEnd.subarray(from, to),
      caseEndLast: columns.caseEndLast.subarray(from, to),
      caseNotice: columns.caseNotice.subarray(from, to),
      caseMarks: columns.caseMarks.subarray(from, to),
      casePoint: columns.casePoint.subarray(from, to + 1),
      caseAnswer: columns.caseAnswer.subarray(from, to + 1),
      incident: incident.subarray(from, to),
      reportedCase: reportedCase.slice(first, last).map((at) => at - from),
      reportedUntil: reportedUntil.subarray(first, last),
    },
  };
}

/**
 * A store as parts of so many cases, one after the other: what they score adds up to what it scores.
 * They share its columns and number their incidents as it does.
 */
export function partsOf(store: Store, size: number = PART): Store[] {
  const all = casesIn(store);
  const parts = Math.max(1, Math.ceil(all / size));
  const odd = Array.from({ length: parts }, () => new Map<number, OddCase>());
  for (const [at, rare] of store.odd) odd[Math.floor(at / size)]?.set(at % size, rare);
  return odd.map((own, part) => partOf(store, part * size, Math.min(all, (part + 1) * size), own));
}
