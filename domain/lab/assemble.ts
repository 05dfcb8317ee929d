import type { Policy } from '@/domain/policy';
import type { Growing, Numbered } from './growing';
import { codeOf, NEVER } from './instants';
import { type InstantColumn, MARK, type OddCase, type Store } from './store';

interface Kind {
  readonly conduct: number;
  readonly objects: number;
  readonly intent: number;
  readonly severity: number;
}

interface HeldOpinion {
  readonly lower: number;
  readonly upper: number;
  readonly clusters: number;
  readonly bits: number;
}

interface Hold extends HeldOpinion {
  readonly dutyLimbs: number;
  readonly none: number;
  readonly all: number;
  readonly limbRow: number;
}

type CaseColumn =
  | 'incident'
  | 'state'
  | 'kind'
  | 'victims'
  | 'marks'
  | 'start'
  | 'startLast'
  | 'end'
  | 'endLast'
  | 'notice'
  | 'reportedUntil'
  | 'points'
  | 'answers';

/** What a builder has gathered, case by case in the order in which incidents came. */
export interface Gathered {
  readonly kinds: Numbered<Kind>;
  readonly victims: Numbered<readonly number[]>;
  readonly states: Numbered<string>;
  readonly opinions: Numbered<HeldOpinion>;
  readonly holds: Numbered<Hold>;
  readonly limbRows: Numbered<readonly number[]>;
  readonly odd: Map<number, OddCase>;
  readonly cases: Readonly<Record<CaseColumn, Growing>>;
  readonly points: { readonly at: Growing; readonly hold: Growing };
  readonly answers: {
    readonly at: Growing;
    readonly last: Growing;
    readonly level: Growing;
    readonly verified: Growing;
  };
}

/** Places of the cases by state in order of code, then by kind, then as they came. */
function orderOf({ cases, states, kinds }: Gathered): Float64Array {
  const size = cases.incident.size;
  const sorted = [...states.items].sort();
  const rank = states.items.map((code) => sorted.indexOf(code));
  const keys = new Float64Array(size);
  const width = kinds.items.length;
  for (let at = 0; at < size; at += 1)
    keys[at] = ((rank[cases.state.at(at)] ?? 0) * width + cases.kind.at(at)) * size + at;
  keys.sort();
  for (let at = 0; at < size; at += 1) keys[at] = (keys[at] ?? 0) % size;
  return keys;
}

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

/** Instants in a new order, as codes or in milliseconds. */
function instants(column: Growing, places: Float64Array, coded: boolean): InstantColumn {
  const made = coded ? new Int32Array(places.length) : new Float64Array(places.length);
  places.forEach((place, at) => {
    const value = column.at(place);
    made[at] = value === Infinity && coded ? NEVER : coded ? (codeOf(value) ?? 0) : value;
  });
  return made;
}

const reordered = <C extends Uint8Array | Int8Array | Uint32Array | Float64Array>(
  column: Growing,
  places: Float64Array,
  made: C,
): C => {
  places.forEach((place, at) => {
    made[at] = column.at(place);
  });
  return made;
};

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

function dictionaries({ kinds, victims, opinions, holds, limbRows }: Gathered) {
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
    linkLower: Float64Array.from(of(holds.items, ({ lower }) => lower)),
    linkUpper: Float64Array.from(of(holds.items, ({ upper }) => upper)),
    linkClusters: Uint8Array.from(of(holds.items, ({ clusters }) => clusters)),
    holdBits: Uint16Array.from(of(holds.items, ({ bits }) => bits)),
    dutyLimbs: Uint8Array.from(of(holds.items, ({ dutyLimbs }) => dutyLimbs)),
    opinionNone: Uint32Array.from(of(holds.items, ({ none }) => none)),
    opinionAll: Uint32Array.from(of(holds.items, ({ all }) => all)),
    limbRow: Int32Array.from(of(holds.items, ({ limbRow }) => limbRow)),
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
  const size = order.length;
  const turned = stretches(cases.points, points.at.size, order);
  const told = stretches(cases.answers, answers.at.size, order);
  const children = answers.at.size;
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
      ...dictionaries(all),
      ...segmentsOf(all, order),
      ...reported(all, order),
      incident: reordered(cases.incident, order, new Uint32Array(size)),
      victims: reordered(cases.victims, order, new Uint32Array(size)),
      marks: reordered(cases.marks, order, new Uint8Array(size)),
      start: instants(cases.start, order, coded),
      startLast: instants(cases.startLast, order, coded),
      end: instants(cases.end, order, coded),
      endLast: instants(cases.endLast, order, coded),
      notice: instants(cases.notice, order, coded),
      pointFrom: turned.from,
      pointAt: instants(points.at, turned.places, coded),
      pointHold: reordered(points.hold, turned.places, new Uint32Array(turned.places.length)),
      answerFrom: told.from,
      answerAt: instants(answers.at, told.places, coded),
      answerLast: instants(answers.last, told.places, coded),
      answerLevel: reordered(answers.level, told.places, new Int8Array(children)),
      answerVerified: reordered(answers.verified, told.places, new Uint8Array(children)),
    },
  };
}
