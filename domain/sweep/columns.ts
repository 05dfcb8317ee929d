import { endOf, type Instant, startOf } from '@/domain/dates';
import { verificationDeadline } from '@/domain/finding';
import { INCIDENT_STATUSES, INTENTS, type Incident } from '@/domain/incident';
import type { Policy } from '@/domain/policy';
import { commissionMask, conductMask, limbsIn, objectMask } from './bits';
import {
  type KnowingSetting,
  type KnownOverTime,
  knownOverTime,
  type StateCell,
  stateCells,
} from './known';

/** How the time of an incident is known: a point, an interval, or still going on. */
export const SHAPE = { POINT: 0, ENDED: 1, ONGOING: 2 } as const;

/** Facts of the incidents, one entry an incident. */
export interface FactColumns {
  readonly conduct: Uint32Array;
  readonly objects: Uint32Array;
  readonly severity: Uint8Array;
  /** Place in INTENTS; -1 unknown. */
  readonly intent: Int8Array;
  /** Place in INCIDENT_STATUSES. */
  readonly status: Uint8Array;
  readonly shape: Uint8Array;
  readonly startFirst: Float64Array;
  readonly startLast: Float64Array;
  readonly endFirst: Float64Array;
  readonly endLast: Float64Array;
  readonly verifyBy: Float64Array;
}

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

function offsets(sizes: readonly number[]): Int32Array {
  const starts = new Int32Array(sizes.length + 1);
  sizes.forEach((size, at) => {
    starts[at + 1] = (starts[at] ?? 0) + size;
  });
  return starts;
}

const NO_TIME = Number.NaN;

function factColumns(incidents: readonly Incident[], policy: Policy): FactColumns {
  const column = (of: (incident: Incident) => number): Float64Array =>
    Float64Array.from(incidents, of);
  const ended = (of: (dated: NonNullable<Incident['ended']>) => Instant) =>
    column((incident) => (incident.ended === null ? NO_TIME : of(incident.ended)));
  return {
    conduct: Uint32Array.from(incidents, ({ conduct }) => conductMask(conduct)),
    objects: Uint32Array.from(incidents, ({ objects }) => objectMask(objects)),
    severity: Uint8Array.from(incidents, ({ severity }) => severity),
    intent: Int8Array.from(incidents, ({ intent }) =>
      intent === null ? -1 : INTENTS.indexOf(intent),
    ),
    status: Uint8Array.from(incidents, ({ status }) => INCIDENT_STATUSES.indexOf(status)),
    shape: Uint8Array.from(incidents, ({ ended: end, ongoing }) =>
      end !== null ? SHAPE.ENDED : ongoing ? SHAPE.ONGOING : SHAPE.POINT,
    ),
    startFirst: column(({ started }) => startOf(started)),
    startLast: column(({ started }) => endOf(started)),
    endFirst: ended(startOf),
    endLast: ended(endOf),
    verifyBy: column((incident) => verificationDeadline(incident, policy)),
  };
}

function cellColumns(known: readonly KnownOverTime[]): CellColumns {
  const cells = known.flatMap((one) => one.cells);
  return {
    bits: Uint16Array.from(cells, ({ bits }) => bits),
    dutyLimbs: Uint8Array.from(cells, ({ dutyLimbs }) => dutyLimbs),
    linkLower: Float64Array.from(cells, ({ link }) => link.lower),
    linkUpper: Float64Array.from(cells, ({ link }) => link.upper),
    linkClusters: Uint8Array.from(cells, ({ link }) => Math.min(255, link.clusters)),
  };
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
    caseIncident: Int32Array.from(cases, ([incident]) => incident),
    caseState: Uint8Array.from(cases, ([, ordinal]) => ordinal),
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
    facts: factColumns(sorted, setting.policy),
    pointFrom: offsets(known.map(({ points }) => points.length)),
    pointAt: Float64Array.from(known.flatMap(({ points }) => points)),
    unattributed: Float64Array.from(known.flatMap(({ unattributed }) => unattributed)),
    conflict: Float64Array.from(known.flatMap(({ conflict }) => conflict)),
    cellFrom: offsets(known.map(({ cells }) => cells.length)),
    stateCount: Uint8Array.from(known, ({ states }) => states.length),
    cells: cellColumns(known),
    states: new Map(),
    ...partitioned(known),
  };
}

function packed(cells: readonly StateCell[]): StateColumns {
  return {
    bits: Uint8Array.from(cells, ({ bits }) => bits),
    lower: Float64Array.from(cells, ({ opinion }) => opinion.lower),
    upper: Float64Array.from(cells, ({ opinion }) => opinion.upper),
    clusters: Uint8Array.from(cells, ({ opinion }) => Math.min(255, opinion.clusters)),
  };
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
    columns.known.flatMap((known) =>
      mask !== 0 && known.limbed
        ? stateCells(known, columns, limbsIn(mask))
        : known.cells.map(({ none, all }) => (mask === 0 ? none : all)),
    ),
  );
  columns.states.set(mask, made);
  return made;
}
