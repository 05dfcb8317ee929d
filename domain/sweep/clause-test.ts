import { exceptionOutcome } from '@/domain/coverage';
import { INTENTS, type Incident } from '@/domain/incident';
import type { Clause, Pact } from '@/domain/pact';
import type { ObjectCode } from '@/domain/vocabulary';
import { commissionMask, conductMask, dutyMask, objectMask } from './bits';
import { type Columns, type StateColumns, stateColumns } from './columns';

interface Reservation {
  readonly conduct: number;
  readonly objects: number;
}

/** A clause as numbers: what its tests compare columns with. */
export interface ClauseCodes {
  readonly clause: Clause;
  readonly conduct: number;
  readonly objects: number;
  readonly namesObjects: boolean;
  readonly keepsConduct: number;
  readonly keepsObjects: number;
  /** Place in INTENTS; -1: any. */
  readonly intent: number;
  readonly shifts: readonly { readonly object: number; readonly by: number }[];
  readonly floor: number;
  readonly adopts: boolean;
  readonly dutyLimbs: number;
  readonly dutyFloor: number;
  /** Reservations by place of the party that holds them; 0 for a list that names all. */
  readonly reservations: ReadonlyMap<number, readonly Reservation[]>;
}

/** The same over columns laid out by commission limbs. */
export interface ClauseTest extends ClauseCodes {
  readonly states: StateColumns;
}

const UNKNOWN_OBJECT = objectMask(['unknown']);

function reservationsOf(pact: Pact, clause: Clause): Map<number, Reservation[]> {
  const held = new Map<number, Reservation[]>();
  clause.reservations.forEach(({ party, conduct, objects }) => {
    pact.parties.forEach(({ code, succeeds }, at) => {
      if (party !== code && !succeeds.includes(party)) return;
      const own = held.get(at) ?? [];
      own.push({ conduct: conductMask(conduct), objects: objectMask(objects) });
      held.set(at, own);
    });
  });
  return held;
}

/** Turns the tests of a clause into numbers. */
export function clauseCodes(pact: Pact, clause: Clause): ClauseCodes {
  const shifts = Object.entries(clause.severityShift ?? {}) as [ObjectCode, number | undefined][];
  return {
    clause,
    conduct: conductMask(clause.conduct),
    objects: objectMask(clause.objects) & ~UNKNOWN_OBJECT,
    namesObjects: clause.objects.length > 0,
    keepsConduct: ~conductMask(clause.conductExclusions),
    keepsObjects: ~objectMask(clause.objectExclusions),
    intent: clause.intentRequired === null ? -1 : INTENTS.indexOf(clause.intentRequired),
    shifts: shifts.flatMap(([object, by]) =>
      by === undefined ? [] : [{ object: objectMask([object]), by }],
    ),
    floor: Math.min(clause.minSeverity.commission, clause.minSeverity.dueDiligence),
    adopts: (commissionMask(clause.commissionLimbs) & commissionMask(['ADOPTED'])) !== 0,
    dutyLimbs: dutyMask(clause.dueDiligence?.limbs ?? []),
    dutyFloor: clause.minSeverity.dueDiligence,
    reservations: reservationsOf(pact, clause),
  };
}

/** Sets the tests of a clause up over columns. */
export const clauseTest = (columns: Columns, pact: Pact, clause: Clause): ClauseTest => ({
  ...clauseCodes(pact, clause),
  states: stateColumns(columns, clause.commissionLimbs),
});

/** Severity of an incident under a clause: `severityUnder`, over columns. */
export function severityOf(test: ClauseCodes, severity: number, objects: number): number {
  if (test.shifts.length === 0) return severity;
  const remaining = objects & test.keepsObjects;
  let shift = -Infinity;
  for (const { object, by } of test.shifts)
    if ((remaining & object) !== 0) shift = Math.max(shift, by);
  return shift === -Infinity ? severity : Math.min(5, Math.max(1, severity + shift));
}

/** Outcomes as numbers. */
export const OUTCOME = { PASS: 0, UNKNOWN: 1, FAIL: 2 } as const;

export function objectOutcome(test: ClauseCodes, objects: number): number {
  const remaining = objects & test.keepsObjects;
  if ((remaining & test.objects) !== 0) return OUTCOME.PASS;
  return (remaining & UNKNOWN_OBJECT) !== 0 && test.namesObjects ? OUTCOME.UNKNOWN : OUTCOME.FAIL;
}

export function intentOutcome(test: ClauseCodes, intent: number): number {
  if (test.intent < 0 || intent === test.intent) return OUTCOME.PASS;
  return intent < 0 ? OUTCOME.UNKNOWN : OUTCOME.FAIL;
}

/** `checkReservation` of the coverage test, over masks; `accused` -1: no party. */
export function reservationOutcome(
  test: ClauseCodes,
  conduct: number,
  objects: number,
  accused: number,
): number {
  const matched = conduct & test.keepsConduct & test.conduct;
  const all = test.reservations.get(accused);
  if (all === undefined || matched === 0) return OUTCOME.PASS;
  const held = all.filter((one) => one.conduct === 0 || (matched & ~one.conduct) === 0);
  if (held.some((one) => one.objects === 0)) return OUTCOME.FAIL;
  const hit = objects & test.keepsObjects & test.objects;
  if (hit === 0 && (objects & UNKNOWN_OBJECT) !== 0)
    return held.length > 0 ? OUTCOME.UNKNOWN : OUTCOME.PASS;
  return held.some((one) => (hit & ~one.objects) === 0) ? OUTCOME.FAIL : OUTCOME.PASS;
}

const OUTCOMES = { pass: OUTCOME.PASS, unknown: OUTCOME.UNKNOWN, fail: OUTCOME.FAIL } as const;

/** Few incidents hold a plea: those ask the explaining path. */
export function exceptionRank(
  incident: Incident,
  clause: Clause,
  accused: string | null,
  asOf: number,
): number {
  if (incident.pleas.length === 0) return OUTCOME.PASS;
  return OUTCOMES[exceptionOutcome({ incident, clause, accused, asOf })];
}
