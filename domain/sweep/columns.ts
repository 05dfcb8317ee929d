import type { Incident } from '@/domain/incident';
import type { Policy } from '@/domain/policy';
import { commissionMask, limbsIn } from './bits';
import type { Facts } from './facts';
import {
  type KnowingSetting,
  type KnownOverTime,
  knownOverTime,
  type StateCell,
  stateCells,
} from './known';

/** The facts of the incidents, one entry an incident. */
export type FactColumns = {
  readonly [F in keyof Facts]: Float64Array | Uint32Array | Int8Array | Uint8Array;
};

/** What is known of each accused state at each instant of change; see KnownCell. */
export interface CellColumns {
  readonly bits: Uint16Array;
  readonly dutyLimbs: Uint8Array;
  readonly linkLower: Float64Array;
  readonly linkUpper: Float64Array;
  readonly linkClusters: Uint8Array;
}

/** The same for responsibility, under some commission limbs. */
export interface StateColumns {
  readonly bits: Uint8Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly clusters: Uint8Array;
}

/** The cases that accuse one state, as a stretch of the case columns. */
export interface Partition {
  readonly state: string;
  readonly from: number;
  readonly to: number;
}

/**
 * A corpus as typed-array columns, partitioned by accused state. Nothing in them depends on a pact,
 * on the day asked about or on an assumed entry into force: what is known is kept for every instant
 * at which it changed.
 */
export interface Columns {
  readonly policy: Policy;
  readonly compiledOn: string;
  /** In order of id, as every array by incident. */
  readonly incidents: readonly Incident[];
  readonly known: readonly KnownOverTime[];
  readonly facts: FactColumns;
  /** By incident: its stretch of the point columns. */
  readonly pointFrom: Int32Array;
  readonly pointAt: Float64Array;
  readonly unattributed: Float64Array;
  readonly conflict: Float64Array;
  /** By incident: its first cell, and how many states it has. Cell = first + point * states + state. */
  readonly cellFrom: Int32Array;
  readonly stateCount: Uint8Array;
  readonly cells: CellColumns;
  /** Responsibility by mask of commission limbs, filled when first asked for. */
  readonly states: Map<number, StateColumns>;
  readonly partitions: readonly Partition[];
  readonly caseIncident: Int32Array;
  /** Place of the accused among the states of its incident. */
  readonly caseState: Uint8Array;
}

type Column = Float64Array | Int32Array | Uint32Array | Uint16Array | Uint8Array | Int8Array;

/** A column of one entry for each item; a plain loop, since `from` walks an iterator. */
function filled<T, C extends Column>(column: C, items: readonly T[], of: (item: T) => number): C {
  for (let at = 0; at < items.length; at += 1) {
    const item = items[at];
    if (item !== undefined) column[at] = of(item);
  }
  return column;
}

/** Short lists, one after the other. */
function chained(lists: readonly (readonly number[])[]): Float64Array {
  const column = new Float64Array(lists.reduce((size, list) => size + list.length, 0));
  let at = 0;
  for (const list of lists)
    for (const value of list) {
      column[at] = value;
      at += 1;
    }
  return column;
}

function offsets(sizes: readonly number[]): Int32Array {
  const starts = new Int32Array(sizes.length + 1);
  sizes.forEach((size, at) => {
    starts[at + 1] = (starts[at] ?? 0) + size;
  });
  return starts;
}

function factColumns(known: readonly KnownOverTime[]): FactColumns {
  const size = known.length;
  const instants = (of: (facts: Facts) => number): Float64Array =>
    filled(new Float64Array(size), known, ({ facts }) => of(facts));
  return {
    conduct: filled(new Uint32Array(size), known, ({ facts }) => facts.conduct),
    objects: filled(new Uint32Array(size), known, ({ facts }) => facts.objects),
    severity: filled(new Uint8Array(size), known, ({ facts }) => facts.severity),
    intent: filled(new Int8Array(size), known, ({ facts }) => facts.intent),
    status: filled(new Uint8Array(size), known, ({ facts }) => facts.status),
    shape: filled(new Uint8Array(size), known, ({ facts }) => facts.shape),
    startFirst: instants(({ startFirst }) => startFirst),
    startLast: instants(({ startLast }) => startLast),
    endFirst: instants(({ endFirst }) => endFirst),
    endLast: instants(({ endLast }) => endLast),
    verifyBy: instants(({ verifyBy }) => verifyBy),
  };
}

function cellColumns(known: readonly KnownOverTime[]): CellColumns {
  const size = known.reduce((total, { cells }) => total + cells.length, 0);
  const columns = {
    bits: new Uint16Array(size),
    dutyLimbs: new Uint8Array(size),
    linkLower: new Float64Array(size),
    linkUpper: new Float64Array(size),
    linkClusters: new Uint8Array(size),
  };
  // One pass: the cells lie scattered in memory.
  let at = 0;
  for (const { cells } of known)
    for (const { bits, dutyLimbs, link } of cells) {
      columns.bits[at] = bits;
      columns.dutyLimbs[at] = dutyLimbs;
      columns.linkLower[at] = link.lower;
      columns.linkUpper[at] = link.upper;
      columns.linkClusters[at] = Math.min(255, link.clusters);
      at += 1;
    }
  return columns;
}

interface Cases {
  readonly partitions: Partition[];
  readonly caseIncident: Int32Array;
  readonly caseState: Uint8Array;
}

function partitioned(known: readonly KnownOverTime[]): Cases {
  const byState = new Map<string, [number, number][]>();
  known.forEach(({ states }, incident) => {
    states.forEach((state, ordinal) => {
      const cases = byState.get(state) ?? [];
      cases.push([incident, ordinal]);
      byState.set(state, cases);
    });
  });
  const partitions: Partition[] = [];
  const cases: [number, number][] = [];
  for (const state of [...byState.keys()].sort()) {
    const own = byState.get(state) ?? [];
    partitions.push({ state, from: cases.length, to: cases.length + own.length });
    for (const one of own) cases.push(one);
  }
  return {
    partitions,
    caseIncident: filled(new Int32Array(cases.length), cases, ([incident]) => incident),
    caseState: filled(new Uint8Array(cases.length), cases, ([, ordinal]) => ordinal),
  };
}

/** What was worked out of incidents before; an incident is never changed in place. */
export type Memo = WeakMap<Incident, KnownOverTime>;

/** Lays a corpus out in columns. With the memo of an earlier call only new incidents cost anything much. */
export function columnsOf(
  incidents: readonly Incident[],
  setting: KnowingSetting,
  memo: Memo = new WeakMap(),
): Columns {
  const sorted = [...incidents].sort((one, two) =>
    one.id < two.id ? -1 : one.id > two.id ? 1 : 0,
  );
  const known = sorted.map((incident) => {
    const one = memo.get(incident) ?? knownOverTime(incident, setting);
    memo.set(incident, one);
    return one;
  });
  return {
    policy: setting.policy,
    compiledOn: setting.compiledOn,
    incidents: sorted,
    known,
    facts: factColumns(known),
    pointFrom: offsets(known.map(({ points }) => points.length)),
    pointAt: chained(known.map(({ points }) => points)),
    unattributed: chained(known.map(({ unattributed }) => unattributed)),
    conflict: chained(known.map(({ conflict }) => conflict)),
    cellFrom: offsets(known.map(({ cells }) => cells.length)),
    stateCount: filled(new Uint8Array(known.length), known, ({ states }) => states.length),
    cells: cellColumns(known),
    states: new Map(),
    ...partitioned(known),
  };
}

function packed(lists: readonly (readonly StateCell[])[]): StateColumns {
  const size = lists.reduce((total, cells) => total + cells.length, 0);
  const columns = {
    bits: new Uint8Array(size),
    lower: new Float64Array(size),
    upper: new Float64Array(size),
    clusters: new Uint8Array(size),
  };
  let at = 0;
  for (const cells of lists)
    for (const { bits, opinion } of cells) {
      columns.bits[at] = bits;
      columns.lower[at] = opinion.lower;
      columns.upper[at] = opinion.upper;
      columns.clusters[at] = Math.min(255, opinion.clusters);
      at += 1;
    }
  return columns;
}

/**
 * Responsibility under the commission limbs of a clause. Incidents whose claims name no limbs have
 * only two answers, with and without any limb; the others are fused anew for each mask.
 */
export function stateColumns(
  columns: Columns,
  limbs: Parameters<typeof commissionMask>[0],
): StateColumns {
  const mask = commissionMask(limbs);
  const kept = columns.states.get(mask);
  if (kept !== undefined) return kept;
  const made = packed(
    columns.known.map((known) =>
      mask !== 0 && known.limbed
        ? stateCells(known, columns, limbsIn(mask))
        : known.cells.map(({ none, all }) => (mask === 0 ? none : all)),
    ),
  );
  columns.states.set(mask, made);
  return made;
}
