import type { Instant } from '@/domain/dates';
import { INCIDENT_STATUSES } from '@/domain/incident';
import { PREDICATES } from '@/domain/verdict';
import { CELL, FLAG } from './bits';
import type { Columns } from './columns';
import { type PactTest, TIME } from './pact-test';

/** One incident accusing one state on a day, with the answers that no clause changes. */
export interface SweptCase {
  readonly key: number;
  readonly incident: number;
  /** -1 where no state is accused, and so for `cell` and `party`. */
  readonly partition: number;
  readonly accused: string | null;
  readonly ordinal: number;
  readonly point: number;
  readonly cell: number;
  readonly party: number;
  /** The accused, if any, and another party as victim are bound. */
  readonly bound: boolean;
  readonly time: number;
  readonly flags: number;
  /** Place in PREDICATES.inc. */
  readonly inc: number;
}

/** The last point of every incident at or before an instant. */
export function currentPoints(
  { pointFrom, pointAt, incidents }: Columns,
  asOf: Instant,
): Int32Array {
  const points = new Int32Array(incidents.length);
  for (let incident = 0; incident < points.length; incident += 1) {
    let point = pointFrom[incident] ?? 0;
    const end = pointFrom[incident + 1] ?? point;
    while (point + 1 < end && (pointAt[point + 1] ?? Infinity) <= asOf) point += 1;
    points[incident] = point;
  }
  return points;
}

const CONFIRMED = INCIDENT_STATUSES.indexOf('confirmed');
const RETRACTED = INCIDENT_STATUSES.indexOf('retracted');
const INC = {
  confirmed: PREDICATES.inc.indexOf('confirmed'),
  retracted: PREDICATES.inc.indexOf('retracted'),
  open: PREDICATES.inc.indexOf('unconf_open'),
  expired: PREDICATES.inc.indexOf('unconf_expired'),
};

function occurrence({ facts }: Columns, incident: number, asOf: Instant): number {
  const status = facts.status[incident];
  if (status === CONFIRMED) return INC.confirmed;
  if (status === RETRACTED) return INC.retracted;
  return asOf <= (facts.verifyBy[incident] ?? 0) ? INC.open : INC.expired;
}

function timeFlags(test: PactTest, time: number, incident: number, party: number): number {
  if (time === TIME.STRADDLES) return FLAG.straddles;
  return time === TIME.FAIL && party >= 0 && test.goodFaith(incident, party)
    ? FLAG.good_faith_period
    : 0;
}

/**
 * The cases of a corpus on a day: each state that a live claim accuses, by partition; then, unless
 * only parties are asked for, each incident that accuses none.
 */
export function casesAt(
  columns: Columns,
  test: PactTest,
  asOf: Instant,
  partiesOnly: boolean,
): SweptCase[] {
  const points = currentPoints(columns, asOf);
  const { partitions, caseIncident, caseState, cellFrom, stateCount, pointFrom, cells } = columns;
  const accusing = new Uint8Array(columns.incidents.length);
  const cases: SweptCase[] = [];
  const add = (incident: number, partition: number, ordinal: number, cell: number): void => {
    const accused = partitions[partition]?.state ?? null;
    const party = accused === null ? -1 : test.partyOf(accused);
    const time = test.time(incident, party);
    cases.push({
      key: cases.length,
      incident,
      partition,
      accused,
      ordinal,
      cell,
      party,
      time,
      point: points[incident] ?? 0,
      bound: (accused === null || party >= 0) && test.bound(incident, party),
      flags: timeFlags(test, time, incident, party),
      inc: occurrence(columns, incident, asOf),
    });
  };
  partitions.forEach(({ state, from, to }, partition) => {
    if (partiesOnly && test.partyOf(state) < 0) return;
    for (let at = from; at < to; at += 1) {
      const incident = caseIncident[at] ?? 0;
      const ordinal = caseState[at] ?? 0;
      const past = (points[incident] ?? 0) - (pointFrom[incident] ?? 0);
      const cell = (cellFrom[incident] ?? 0) + past * (stateCount[incident] ?? 0) + ordinal;
      if (((cells.bits[cell] ?? 0) & CELL.ACCUSED) === 0) continue;
      accusing[incident] = 1;
      add(incident, partition, ordinal, cell);
    }
  });
  if (!partiesOnly)
    accusing.forEach((accuses, incident) => {
      if (accuses === 0) add(incident, -1, -1, -1);
    });
  return cases;
}
