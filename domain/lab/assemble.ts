import type { Policy } from '@/domain/policy';
import { STATE_CELL } from '@/domain/sweep/bits';
import type { Gathered, HeldOpinion, Hold } from './gathered';
import type { Growing } from './growing';
import { codeOf, NEVER } from './instants';
import { orderOf, orderOfHolds } from './order';
import {
  flagsOf,
  HELD,
  HOLD,
  type InstantColumn,
  MARK,
  type OddCase,
  POINT,
  quantaOf,
  type Store,
} from './store';

interface Stretches {
  readonly from: Uint32Array;
  /** Where each entry of the new column stood. */
  readonly places: Float64Array;
}

/** Stretches of child rows, laid out anew in the order of the cases. */
function stretches(starts: Growing, total: number, order: Float64Array): Stretches {
  const from = new Uint32Array(order.length + 1);
  const places = new Float64Array(total);
  let size = 0;
  order.forEach((place, at) => {
    from[at] = size;
    const end = place + 1 < starts.size ? starts.at(place + 1) : total;
    for (let child = starts.at(place); child < end; child += 1) {
      places[size] = child;
      size += 1;
    }
  });
  from[order.length] = size;
  return { from, places };
}

const isCoded = (column: Growing): boolean => {
  for (let at = 0; at < column.size; at += 1)
    if (column.at(at) !== Infinity && codeOf(column.at(at)) === null) return false;
  return true;
};

/** A column of rows: some numbers of each thing, side by side. */
function rows(coded: boolean, size: number, width: number): InstantColumn {
  return coded ? new Int32Array(size * width) : new Float64Array(size * width);
}

const coder =
  (coded: boolean) =>
  (value: number): number =>
    !coded ? value : value === Infinity ? NEVER : (codeOf(value) ?? 0);

function caseColumns({ cases }: Gathered, order: Float64Array, coded: boolean) {
  const code = coder(coded);
  const instants = (column: Growing): InstantColumn => {
    const made = rows(coded, order.length, 1);
    for (let at = 0; at < order.length; at += 1) made[at] = code(column.at(order[at] ?? 0));
    return made;
  };
  return {
    caseStart: instants(cases.start),
    caseStartLast: instants(cases.startLast),
    caseEnd: instants(cases.end),
    caseEndLast: instants(cases.endLast),
    caseNotice: instants(cases.notice),
    caseMarks: Uint32Array.from(
      order,
      (place) => cases.victims.at(place) * 256 + cases.marks.at(place),
    ),
    incident: Uint32Array.from(order, (place) => cases.incident.at(place)),
  };
}

function pointRows(
  { points }: Gathered,
  places: Float64Array,
  coded: boolean,
  rank: Uint32Array,
): InstantColumn {
  const made = rows(coded, places.length, POINT.SIZE);
  const code = coder(coded);
  places.forEach((place, at) => {
    const turned = points.hold.at(place);
    const hold = rank[turned >>> 1] ?? 0;
    const row = at * POINT.SIZE;
    made[row + POINT.AT] = code(points.at.at(place));
    made[row + POINT.HOLD] = hold * 2 + (turned & 1);
  });
  return made;
}

function answerRows({ answers }: Gathered, places: Float64Array, coded: boolean): InstantColumn {
  const made = rows(coded, places.length, 3);
  const code = coder(coded);
  places.forEach((place, at) => {
    made[at * 3] = code(answers.at.at(place));
    made[at * 3 + 1] = code(answers.last.at(place));
    made[at * 3 + 2] = (answers.level.at(place) + 1) * 2 + answers.verified.at(place);
  });
  return made;
}

interface Segments {
  readonly partitionState: Uint16Array;
  readonly partitionFrom: Uint32Array;
  readonly segmentKind: Uint32Array;
  readonly segmentFrom: Uint32Array;
}

function segmentsOf({ cases }: Gathered, order: Float64Array): Segments {
  const states: number[] = [];
  const partitions: number[] = [];
  const kinds: number[] = [];
  const starts: number[] = [];
  let [state, kind] = [-1, -1];
  order.forEach((place, at) => {
    const own = cases.state.at(place);
    const ownKind = cases.kind.at(place);
    if (own === state && ownKind === kind) return;
    if (own !== state) {
      states.push(own);
      partitions.push(kinds.length);
    }
    kinds.push(ownKind);
    starts.push(at);
    [state, kind] = [own, ownKind];
  });
  return {
    partitionState: Uint16Array.from(states),
    partitionFrom: Uint32Array.from([...partitions, kinds.length]),
    segmentKind: Uint32Array.from(kinds),
    segmentFrom: Uint32Array.from([...starts, order.length]),
  };
}

const chained = (lists: readonly (readonly number[])[]): number[] => lists.flat();
const offsets = (lists: readonly (readonly number[])[]): Uint32Array => {
  const from = new Uint32Array(lists.length + 1);
  lists.forEach((list, at) => {
    from[at + 1] = (from[at] ?? 0) + list.length;
  });
  return from;
};

function heldRows(holds: readonly Hold[], opinions: readonly HeldOpinion[]) {
  const numbers = new Float64Array(holds.length * HOLD.SIZE);
  const holdFlags = new Int32Array(holds.length);
  const holdQuanta = new Int32Array(holds.length);
  holds.forEach((hold, at) => {
    const all = opinions[hold.all];
    if (all === undefined) throw new RangeError('a hold without an opinion');
    numbers.set([hold.lower, hold.upper, all.lower, all.upper], at * HOLD.SIZE);
    const bits =
      hold.bits |
      ((all.bits & STATE_CELL.CONVICTED) === 0 ? 0 : HELD.CONVICTED) |
      ((all.bits & STATE_CELL.ADMITTED) === 0 ? 0 : HELD.ADMITTED) |
      (hold.limbRow < 0 ? 0 : HELD.LIMBED);
    holdFlags[at] = flagsOf(bits, hold.clusters, all.clusters, hold.dutyLimbs);
    holdQuanta[at] = quantaOf(hold.lower, all.lower);
  });
  return { holds: numbers, holdFlags, holdQuanta };
}

function dictionaries({ kinds, victims, opinions, limbRows }: Gathered, holds: readonly Hold[]) {
  const of = <T>(items: readonly T[], value: (item: T) => number): number[] => items.map(value);
  return {
    kindConduct: Uint32Array.from(of(kinds.items, ({ conduct }) => conduct)),
    kindObjects: Uint32Array.from(of(kinds.items, ({ objects }) => objects)),
    kindIntent: Int8Array.from(of(kinds.items, ({ intent }) => intent)),
    kindSeverity: Uint8Array.from(of(kinds.items, ({ severity }) => severity)),
    victimsFrom: offsets(victims.items),
    victimState: Uint16Array.from(chained(victims.items)),
    opinionLower: Float64Array.from(of(opinions.items, ({ lower }) => lower)),
    opinionUpper: Float64Array.from(of(opinions.items, ({ upper }) => upper)),
    opinionClusters: Uint8Array.from(of(opinions.items, ({ clusters }) => clusters)),
    opinionBits: Uint8Array.from(of(opinions.items, ({ bits }) => bits)),
    ...heldRows(holds, opinions.items),
    limbRow: Int32Array.from(of(holds, ({ limbRow }) => limbRow)),
    limbOpinion: Uint32Array.from(chained(limbRows.items)),
  };
}

function reported({ cases }: Gathered, order: Float64Array) {
  const at: number[] = [];
  const until: number[] = [];
  order.forEach((place, number) => {
    if ((cases.marks.at(place) & MARK.REPORTED) === 0) return;
    at.push(number);
    until.push(cases.reportedUntil.at(place));
  });
  return { reportedCase: Uint32Array.from(at), reportedUntil: Float64Array.from(until) };
}

interface Setting {
  readonly policy: Policy;
  readonly compiledOn: string;
  readonly incidents: number;
}

/** Lays out what was gathered by accused state and kind. */
export function assembled(all: Gathered, setting: Setting): Store {
  const { cases, points, answers } = all;
  const order = orderOf(all);
  const dated = [cases.start, cases.startLast, cases.end, cases.endLast, cases.notice];
  const coded = [...dated, points.at, answers.at, answers.last].every(isCoded);
  const turned = stretches(cases.points, points.at.size, order);
  const told = stretches(cases.answers, answers.at.size, order);
  const { order: used, rank } = orderOfHolds(all, turned.places);
  const known = dictionaries(
    all,
    used.flatMap((hold) => all.holds.items[hold] ?? []),
  );
  const odd = new Map<number, OddCase>();
  if (all.odd.size > 0)
    order.forEach((place, at) => {
      const one = all.odd.get(place);
      if (one !== undefined) odd.set(at, one);
    });
  return {
    ...setting,
    coded,
    odd,
    states: all.states.items,
    columns: {
      ...known,
      ...segmentsOf(all, order),
      ...reported(all, order),
      ...caseColumns(all, order, coded),
      casePoint: turned.from,
      caseAnswer: told.from,
      points: pointRows(all, turned.places, coded, rank),
      answers: answerRows(all, told.places, coded),
    },
  };
}
